using System.Collections.Frozen;
using FactoryBot.Channels.Teams.Wire;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams.Trust;

/// <summary>Lets requests in: first by what stands in the header, then by what stands in the activity.</summary>
internal sealed class TeamsGate(TeamsTokenCheck tokens, IOptions<TeamsOptions> settings)
{
    /// <summary>The tenant of the unauthenticated local mode.</summary>
    public const string LocalTenant = "demo";

    private static readonly FrozenSet<string> Channels =
        FrozenSet.Create(StringComparer.Ordinal, TeamsChannel.ChannelName, "emulator", "webchat", "directline");

    private readonly TeamsOptions options = settings.Value;
    private readonly FrozenSet<string> tenants = Tenants(settings.Value).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether callers on this machine are let in without a token, and nobody else.</summary>
    public bool IsLocal => options.LocalCalls;

    public async ValueTask<TokenVerdict> CheckHeaderAsync(HttpContext context)
    {
        if (IsLocal)
            return new(null, LocalCalls.Refuse(context));
        return await tokens.VerifyAsync(context.Request.Headers.Authorization, context.RequestAborted);
    }

    /// <summary>Checks the activity itself; <paramref name="token"/> is null in the unauthenticated local mode only.</summary>
    public Entrance CheckActivity(VerifiedToken? token, Activity activity)
    {
        if (token is null)
            return ServiceUrls.IsLoopback(activity.ServiceUrl)
                ? new(new TeamsCaller(LocalTenant, Verified: false))
                : new(StatusCodes.Status401Unauthorized, "the service URL is not on the loopback interface");
        if (TeamsTokenCheck.Refuse(token, activity.ChannelId, activity.ServiceUrl) is { } reason)
            return new(StatusCodes.Status401Unauthorized, reason);
        if (!Channels.Contains(activity.ChannelId!))
            return new(StatusCodes.Status403Forbidden, "the channel is not served");

        // In web chat the client writes channelData: there the tenant is the registration's own, whatever the activity says.
        var tenant = activity.ChannelId == TeamsChannel.ChannelName ? activity.TenantId() : options.TenantId;
        if (string.IsNullOrEmpty(tenant) || tenant.Length > 128 || tenant == LocalTenant)
            return new(StatusCodes.Status403Forbidden, "the activity names no tenant");
        return tenants.Count > 0 && !tenants.Contains(tenant)
            ? new(StatusCodes.Status403Forbidden, "the tenant is not allowed")
            : new(new TeamsCaller(tenant, Verified: true));
    }

    private static IEnumerable<string> Tenants(TeamsOptions options) =>
        options.AllowedTenants.Count > 0 ? options.AllowedTenants
        : options.AppType != TeamsAppType.MultiTenant && !string.IsNullOrEmpty(options.TenantId) ? [options.TenantId]
        : [];
}

/// <summary>Who came in, or the status and the reason of the refusal.</summary>
internal readonly record struct Entrance(TeamsCaller? Caller, int Status, string? Reason)
{
    public Entrance(TeamsCaller caller)
        : this(caller, StatusCodes.Status200OK, null)
    {
    }

    public Entrance(int status, string reason)
        : this(null, status, reason)
    {
    }
}
