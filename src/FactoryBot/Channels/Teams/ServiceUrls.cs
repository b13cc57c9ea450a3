using System.Net;
using FactoryBot.Channels.Teams.Trust;
using FactoryBot.Channels.Teams.Wire;

namespace FactoryBot.Channels.Teams;

/// <summary>The addresses of connectors: how paths are joined to them, and which of them may be given a token.</summary>
internal sealed class ServiceUrls(TeamsOptions options)
{
    private readonly HashSet<string> hosts =
        new([.. options.AllowedServiceHosts, .. CloudEndpoints.Of(options).ServiceHosts], StringComparer.OrdinalIgnoreCase);

    /// <summary>A connector that is called with a token of ours is one that proved itself, or one that was configured.</summary>
    public bool MayCarryToken(TeamsReference reference, Uri url) =>
        IsSafe(url) && (reference.Verified || hosts.Contains(url.Host));

    /// <summary>Joins without losing the path of the base and without a double slash; ids hold colons, semicolons and bars.</summary>
    public static Uri Join(string serviceUrl, params ReadOnlySpan<string> ids)
    {
        var url = new System.Text.StringBuilder(serviceUrl.Length + 160).Append(serviceUrl.AsSpan().TrimEnd('/')).Append("/v3/conversations");
        for (var i = 0; i < ids.Length; i++)
        {
            if (i > 0)
                url.Append("/activities");
            if (ids[i].Length > 0)
                url.Append('/').Append(Uri.EscapeDataString(ids[i]));
        }
        return new(url.ToString(), UriKind.Absolute);
    }

    /// <summary>Where the people of a conversation are listed, a page at a time. A thread of a channel has the people of its channel.</summary>
    public static Uri Members(string serviceUrl, string conversationId, int pageSize, string? after)
    {
        var channel = conversationId.Split(";messageid=", 2)[0];
        var page = FormattableString.Invariant($"/pagedmembers?pageSize={pageSize}") + (after is null ? "" : "&continuationToken=" + Uri.EscapeDataString(after));
        return new(Join(serviceUrl, channel) + page, UriKind.Absolute);
    }

    public static bool IsAddress(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    public static bool IsLoopback(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && IsLoopback(url);

    /// <summary>Encrypted, or never on a wire.</summary>
    public static bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || IsLoopback(url);

    // Stricter than Uri.IsLoopback, which also takes names that a resolver may answer with another address.
    private static bool IsLoopback(Uri url) =>
        url.Scheme is "http" or "https"
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
