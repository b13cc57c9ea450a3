using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Audit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Who writes: from a channel's ids to the tenant and the member, made at first contact and served from memory afterwards.</summary>
public sealed class TenantDirectory
{
    /// <summary>The tenant of every local channel.</summary>
    public static readonly Guid DemoTenant = new("00000000-0000-0000-0000-0000000000d0");

    public const string DemoKey = "demo";

    private const int MostKeys = 100_000;
    private static readonly string[] ChannelsWithOrganisations = ["msteams", "slack"];
    private readonly ConcurrentDictionary<(string Channel, string Key), Guid> tenantIds = new();
    private readonly FactoryDatabase database;
    private readonly TenancyStore store;
    private readonly MemberCache cache;
    private readonly AuditLog audit;
    private readonly TenancyOptions options;
    private readonly ILogger<TenantDirectory> logger;

    internal TenantDirectory(
        FactoryDatabase database, TenancyStore store, MemberCache cache, AuditLog audit, IOptions<TenancyOptions> options, ILogger<TenantDirectory> logger)
    {
        this.database = database;
        this.store = store;
        this.cache = cache;
        this.audit = audit;
        this.options = options.Value;
        this.logger = logger;
    }

    /// <summary>The key under which a tenant is stored. Teams and Slack give their own id of the organisation; every other channel
    /// has found out its caller's tenant before and gives that tenant's whole key.</summary>
    public static string StoredKey(string channel, string tenantKey) =>
        ChannelsWithOrganisations.Contains(channel) && tenantKey != DemoKey ? $"{channel}:{tenantKey}" : tenantKey;

    /// <exception cref="UnknownTenantException">The organisation is unknown and may not become a tenant by itself.</exception>
    public ValueTask<Guid> TenantOfAsync(string channel, string tenantKey, CancellationToken cancellationToken) =>
        tenantIds.TryGetValue((channel, tenantKey), out var known) ? new(known) : new(FindOrAddAsync(channel, tenantKey, cancellationToken));

    /// <summary>Forgets which organisation is which tenant.</summary>
    internal void ForgetKeys() => tenantIds.Clear();

    /// <summary>Looks a tenant up by its whole stored key, such as <c>demo</c>; never makes one.</summary>
    public Task<Guid?> FindTenantAsync(string storedKey, CancellationToken cancellationToken) => store.FindTenantAsync(storedKey, cancellationToken);

    /// <exception cref="UnknownTenantException">The organisation is unknown and may not become a tenant by itself.</exception>
    public ValueTask<Membership> ResolveAsync(
        string channel, string tenantKey, string channelUserId, string? displayName, CancellationToken cancellationToken) =>
        tenantIds.TryGetValue((channel, tenantKey), out var tenantId) && cache.Find(tenantId, channel, channelUserId) is { } known
            ? new(known)
            : new(ReadAsync(channel, tenantKey, channelUserId, displayName, cancellationToken));

    /// <summary>The lowest role among people of one channel.</summary>
    /// <param name="channelUserIds">Null where it is not known who they are: then somebody may be among them whom nobody has met yet.</param>
    public async Task<Role> LowestRoleAsync(
        Guid tenantId, string channel, IReadOnlyList<string>? channelUserIds, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return channelUserIds is null
            ? (await TenancyStore.SettingsAsync(scope, cancellationToken)).DefaultRole
            : await TenancyStore.LowestRoleAsync(scope, channel, channelUserIds, cancellationToken);
    }

    private async Task<Guid> FindOrAddAsync(string channel, string tenantKey, CancellationToken cancellationToken)
    {
        var key = StoredKey(channel, tenantKey);
        var tenantId = await store.FindTenantAsync(key, cancellationToken);
        if (tenantId is null && options.AcceptNewTenants && key.Length <= 200)
        {
            tenantId = await store.AddTenantAsync(key, channel == "slack" ? "Slack workspace" : "Teams organisation", options.NewTenantTimeZone, cancellationToken);
            if (tenantId is { } added)
                logger.TenantAdded(added, channel);
        }

        if (tenantId is not { } found)
            throw new UnknownTenantException();
        if (tenantIds.Count >= MostKeys)
            tenantIds.Clear();
        return tenantIds[(channel, tenantKey)] = found;
    }

    private async Task<Membership> ReadAsync(
        string channel, string tenantKey, string channelUserId, string? displayName, CancellationToken cancellationToken)
    {
        var tenantId = await TenantOfAsync(channel, tenantKey, cancellationToken);
        var reading = cache.Begin(tenantId);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var member = await TenancyStore.FindByIdentityAsync(scope, channel, channelUserId, cancellationToken)
            ?? await JoinAsync(scope, channel, channelUserId, displayName, cancellationToken);
        var membership = Membership.Of(tenantId, member, await TenancyStore.SettingsAsync(scope, cancellationToken));
        await scope.CommitAsync(cancellationToken);
        cache.Keep(reading, channel, channelUserId, membership);
        return membership;
    }

    private async Task<Member> JoinAsync(
        TenantScope scope, string channel, string channelUserId, string? displayName, CancellationToken cancellationToken)
    {
        await TenancyStore.LockAsync(scope, cancellationToken);
        // Somebody else may have brought the same person in while we waited for the lock.
        if (await TenancyStore.FindByIdentityAsync(scope, channel, channelUserId, cancellationToken) is { } there)
            return there;
        var role = await TenancyStore.HasPeopleAsync(scope, cancellationToken)
            ? (await TenancyStore.SettingsAsync(scope, cancellationToken)).DefaultRole
            : Role.Owner;
        var name = MemberName.Of(displayName);
        var free = MemberName.Free(name, await TenancyStore.TakenNamesAsync(scope, name, cancellationToken));
        var member = new Member(Guid.NewGuid(), free, role);
        await TenancyStore.AddMemberAsync(scope, member, "person", channel, channelUserId, cancellationToken);
        await audit.AppendAsync(
            scope, new(member.Id, member.Name), AuditActions.MemberJoined, member.Name, AuditDetails.Joined(channel, role), cancellationToken);
        await TenancyStore.AnnounceAsync(scope, onlyNames: true, cancellationToken);
        logger.MemberJoined(scope.TenantId, member.Id, role);
        return member;
    }
}
