using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Verified answers as the job that checks them needs them.</summary>
internal static class VerifiedStore
{
    public const string Fields = "verified_id, source, sentences, query::text as query, sql, verified_by, verified_at, result_hash, owner_id, checked_version, checked_hash";

    /// <summary>Ids of all tenants that have verified answers; everything else is read inside the tenant.</summary>
    public static async Task<IReadOnlyList<Guid>> TenantsAsync(FactoryDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(new("select * from analysis.verified_tenants()", cancellationToken: cancellationToken))).AsList();
    }

    public static async Task CheckedAsync(TenantScope scope, Guid verifiedId, string version, string hash, CancellationToken cancellationToken) => await scope.Connection.ExecuteAsync(new(
        "update analysis.verified set checked_version = @version, checked_hash = @hash where verified_id = @verifiedId", new { verifiedId, version, hash }, cancellationToken: cancellationToken));

    /// <summary>One more sentence that is answered this way.</summary>
    /// <returns>False where there is no such answer.</returns>
    public static async Task<bool> AddAsync(TenantScope scope, Guid verifiedId, string sentence, CancellationToken cancellationToken) => await scope.Connection.ExecuteAsync(new(
        "update analysis.verified set sentences = array_append(array_remove(sentences, @sentence), @sentence) where verified_id = @verifiedId", new { verifiedId, sentence }, cancellationToken: cancellationToken)) == 1;
}
