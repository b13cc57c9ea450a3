using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Slack.Install;

/// <summary>The bot token of each workspace: the configured one, or the one that its installation brought.</summary>
internal sealed class SlackTokens(SlackStore store, TenantDirectory tenants, Secrets secrets, IOptions<SlackOptions> options, TimeProvider time)
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);

    public async ValueTask<string?> OfAsync(string team, CancellationToken cancellationToken)
    {
        if (options.Value.BotToken is { Length: > 0 } only)
            return only;
        // Not for long: another host may have heard that the app was taken away.
        if (kept.TryGetValue(team, out var known) && known.Until > time.GetUtcNow())
            return known.Token;
        if (await tenants.FindTenantAsync(TenantDirectory.StoredKey(SlackChannel.ChannelName, team), cancellationToken) is not { } tenantId)
            return null;
        if (await store.TokenAsync(tenantId, team, cancellationToken) is not { } locked || secrets.Open(Purpose(team), locked) is not { } token)
            return null;
        kept[team] = (token, time.GetUtcNow() + KeepFor);
        return token;
    }

    public async Task KeepAsync(string team, string token, string? botUser, CancellationToken cancellationToken)
    {
        var tenantId = await tenants.TenantOfAsync(SlackChannel.ChannelName, team, cancellationToken);
        await store.KeepTokenAsync(tenantId, team, secrets.Seal(Purpose(team), token), botUser, cancellationToken);
        kept.TryRemove(team, out _);
    }

    public async Task ForgetAsync(string team, CancellationToken cancellationToken)
    {
        kept.TryRemove(team, out _);
        if (await tenants.FindTenantAsync(TenantDirectory.StoredKey(SlackChannel.ChannelName, team), cancellationToken) is { } tenantId)
            await store.ForgetTokenAsync(tenantId, team, cancellationToken);
    }

    // Bound to the workspace: a row cannot be moved to another.
    private static string Purpose(string team) => "slack token of " + team;
}
