using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Synonyms;

/// <summary>The tenant's own words for things.</summary>
internal static class SynonymStore
{
    public static async Task<IReadOnlyList<Synonym>> ListAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Synonym>(Command(
            "select synonym_id, line from documents.synonym where tenant_id = @TenantId order by lower(line)", new { scope.TenantId }, cancellationToken))).AsList();

    /// <returns>False where it is there already.</returns>
    public static async Task<bool> AddAsync(TenantScope scope, string line, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(Command(
            "insert into documents.synonym (tenant_id, line) values (@TenantId, @line) on conflict do nothing", new { scope.TenantId, line }, cancellationToken)) > 0;

    public static async Task<bool> RemoveAsync(TenantScope scope, string line, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(Command(
            "delete from documents.synonym where tenant_id = @TenantId and lower(line) = lower(@line)", new { scope.TenantId, line }, cancellationToken)) > 0;

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}

/// <param name="Line">"supplier | vendor", or "bill > invoice" where it holds one way only.</param>
internal sealed record Synonym(int SynonymId, string Line);
