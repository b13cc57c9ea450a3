using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy.Keys;

/// <summary>API keys: each acts as a member of its tenant with a role of its own.</summary>
public sealed class ApiKeys
{
    /// <summary>The channel of all turns that come in with a key.</summary>
    public const string Channel = "rest";

    private readonly FactoryDatabase database;
    private readonly ApiKeyStore store;
    private readonly ApiKeyCache cache;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal ApiKeys(FactoryDatabase database, ApiKeyStore store, ApiKeyCache cache, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.store = store;
        this.cache = cache;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Makes a key. Whoever calls has checked that the actor may give this role.</summary>
    public async Task<CreatedApiKey> CreateAsync(
        Guid tenantId, string name, Role role, AuditActor actor, CancellationToken cancellationToken)
    {
        var secret = ApiKeySecret.New();
        var keyId = Guid.NewGuid();
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await TenancyStore.LockAsync(scope, cancellationToken);
        var clean = MemberName.Of(name);
        var free = MemberName.Free(clean, await TenancyStore.TakenNamesAsync(scope, clean, cancellationToken));
        var member = new Member(Guid.NewGuid(), free, role);
        await TenancyStore.AddMemberAsync(scope, member, "key", Channel, UserIdOf(keyId), cancellationToken);
        var prefix = ApiKeySecret.PrefixOf(secret);
        await ApiKeyStore.AddAsync(scope, keyId, member.Id, ApiKeySecret.Hash(secret), prefix, actor.MemberId, cancellationToken);
        await audit.AppendAsync(scope, actor, AuditActions.KeyCreated, free, AuditDetails.Key(prefix, role), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new(keyId, free, prefix, role, secret);
    }

    /// <summary>Finds the holder of a key; null where the key is unknown or revoked. Served from memory after its first use.</summary>
    public ValueTask<ApiKeyHolder?> VerifyAsync(string? key, CancellationToken cancellationToken)
    {
        if (!ApiKeySecret.LooksRight(key))
            return default;
        var hash = ApiKeySecret.Hash(key!);
        return cache.Find(hash) is { } known ? new(known) : new(ReadAsync(hash, cancellationToken));
    }

    /// <summary>All keys of the tenant, revoked ones too, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await ApiKeyStore.ListAsync(scope, cancellationToken);
    }

    /// <returns>False where the tenant has no such key or it was revoked before.</returns>
    public async Task<bool> RevokeAsync(Guid tenantId, Guid keyId, AuditActor actor, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        if (!await ApiKeyStore.RevokeAsync(scope, keyId, time.GetUtcNow(), cancellationToken))
            return false;
        var key = (await ApiKeyStore.ListAsync(scope, cancellationToken)).Single(k => k.Id == keyId);
        await TenancyStore.AnnounceAsync(scope, onlyNames: false, cancellationToken);
        await audit.AppendAsync(scope, actor, AuditActions.KeyRevoked, key.Name, AuditDetails.Key(key.Prefix, key.Role), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        cache.Forget(tenantId);
        return true;
    }

    private static string UserIdOf(Guid keyId) => $"key:{keyId}";

    private async Task<ApiKeyHolder?> ReadAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var generation = cache.Generation;
        if (await store.FindAsync(hash, cancellationToken) is not { } found)
            return null;
        await using var scope = await database.OpenAsync(found.TenantId, cancellationToken);
        var holder = await ApiKeyStore.UseAsync(scope, found.KeyId, time.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        if (holder is not null)
            cache.Keep(hash, holder, generation);
        return holder;
    }
}
