using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Tenancy.Keys;

internal sealed class ApiKeyStore(FactoryDatabase database)
{
    /// <summary>Before the tenant is known: only ids come back.</summary>
    public async Task<(Guid TenantId, Guid KeyId)?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        var found = await connection.QuerySingleOrDefaultAsync<FoundRow>(new CommandDefinition(
            "select tenant_id, key_id from tenancy.find_api_key(@hash)", new { hash }, cancellationToken: cancellationToken));
        return found is null ? null : (found.TenantId, found.KeyId);
    }

    /// <summary>Notes the use and says for whom the key stands; null where it was revoked in the meantime.</summary>
    public static async Task<ApiKeyHolder?> UseAsync(TenantScope scope, Guid keyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<HolderRow>(new CommandDefinition(
            """
            update tenancy.api_key k
            set last_used_at = @now
            from tenancy.member m, tenancy.member_identity i, tenancy.tenant t
            where k.tenant_id = @TenantId and k.key_id = @keyId and k.revoked_at is null
              and m.tenant_id = k.tenant_id and m.member_id = k.member_id
              and i.tenant_id = k.tenant_id and i.member_id = k.member_id
              and t.tenant_id = k.tenant_id
            returning t.key as tenant_key, m.member_id, i.channel_user_id as user_id, m.name, m.role
            """,
            new { scope.TenantId, keyId, now = now.ToUniversalTime() },
            cancellationToken: cancellationToken));
        return row is null
            ? null
            : new(scope.TenantId, row.TenantKey, keyId, row.MemberId, row.UserId, row.Name, RoleNames.Parse(row.Role));
    }

    public static Task AddAsync(
        TenantScope scope, Guid keyId, Guid memberId, byte[] hash, string prefix, Guid? createdBy, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into tenancy.api_key (tenant_id, key_id, member_id, hash, prefix, created_by)
            values (@TenantId, @keyId, @memberId, @hash, @prefix, @createdBy)
            """,
            new { scope.TenantId, keyId, memberId, hash, prefix, createdBy },
            cancellationToken: cancellationToken));

    /// <returns>False where there is no such key or it was revoked before.</returns>
    public static async Task<bool> RevokeAsync(TenantScope scope, Guid keyId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            "update tenancy.api_key set revoked_at = @now where tenant_id = @TenantId and key_id = @keyId and revoked_at is null",
            new { scope.TenantId, keyId, now = now.ToUniversalTime() },
            cancellationToken: cancellationToken)) == 1;

    public static async Task<IReadOnlyList<ApiKey>> ListAsync(TenantScope scope, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<KeyRow>(new CommandDefinition(
            """
            select k.key_id, m.name, k.prefix, m.role, k.created_at, k.last_used_at, k.revoked_at
            from tenancy.api_key k
            join tenancy.member m on m.tenant_id = k.tenant_id and m.member_id = k.member_id
            where k.tenant_id = @TenantId
            order by k.created_at, k.key_id
            """,
            new { scope.TenantId },
            cancellationToken: cancellationToken))).Select(r => r.ToKey())];

    private sealed record FoundRow
    {
        public Guid TenantId { get; init; }
        public Guid KeyId { get; init; }
    }

    private sealed record HolderRow
    {
        public string TenantKey { get; init; } = "";
        public Guid MemberId { get; init; }
        public string UserId { get; init; } = "";
        public string Name { get; init; } = "";
        public string Role { get; init; } = "";
    }

    private sealed record KeyRow
    {
        public Guid KeyId { get; init; }
        public string Name { get; init; } = "";
        public string Prefix { get; init; } = "";
        public string Role { get; init; } = "";
        public DateTime CreatedAt { get; init; }
        public DateTime? LastUsedAt { get; init; }
        public DateTime? RevokedAt { get; init; }

        public ApiKey ToKey() => new(KeyId, Name, Prefix, RoleNames.Parse(Role), new(CreatedAt), LastUsedAt, RevokedAt);
    }
}
