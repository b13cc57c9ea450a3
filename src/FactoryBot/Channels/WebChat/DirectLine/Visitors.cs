using System.Security.Cryptography;
using System.Text;
using FactoryBot.Api.Callers;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>Decides who a request without a conversation comes from.</summary>
internal sealed class Visitors(ApiKeys keys, DemoCast cast, LinkedIdentities identities, IOptions<WebChatOptions> options)
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether the request may choose a demo member: open, and made by a page of this host in a browser on this machine.</summary>
    public bool IsOpenFor(HttpContext http) => options.Value.DangerouslyOpenOnLoopback && LocalCaller.IsLocal(http) && IsOwnPage(http);

    /// <summary>Pages of this host and of the named origins; what is no page has no origin.</summary>
    public bool IsAllowedPage(HttpContext http) => http.Request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || IsOwnPage(http) || options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase));

    public static string? Token(HttpContext http) => http.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    public async Task<Visitor> DemoAsync(string? who, CancellationToken cancellationToken)
    {
        var part = DemoCast.Find(who);
        await cast.EnsureAsync(WebChatChannel.ChannelName, part, cancellationToken);
        return new(TenantDirectory.DemoKey, part.UserId, part.Name);
    }

    /// <summary>By the secret of a web server, which vouches for its user, or by an API key, whose member speaks.</summary>
    public async Task<Visitor?> OfCredentialAsync(string? credential, string? userId, string? name, CancellationToken cancellationToken)
    {
        if (credential is null)
            return null;
        if (options.Value.Secret is { } secret && Same(credential, secret))
            return new(options.Value.Tenant, "web:" + (string.IsNullOrWhiteSpace(userId) ? "dl_" + Guid.NewGuid().ToString("N") : Cut(userId)), name);
        if (await keys.VerifyAsync(credential, cancellationToken) is not { } holder)
            return null;
        var webId = "key:" + holder.MemberId.ToString("N");
        await identities.LinkAsync(holder.TenantId, holder.MemberId, WebChatChannel.ChannelName, webId, cancellationToken);
        return new(holder.TenantKey, webId, holder.Name);
    }

    private bool IsOwnPage(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && (uri.Authority.Equals(http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
                    || uri.Authority.Equals(options.Value.PublicUrl?.Authority, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Same(string sent, string secret) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Cut(string id) => id.Length <= 200 ? id : id[..200];
}
