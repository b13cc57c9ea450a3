using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Quotes whose last day is near or over.</summary>
internal static class EndingStore
{
    /// <summary>Ids of all tenants; everything else is read inside the tenant.</summary>
    public static async Task<IReadOnlyList<(Guid TenantId, Guid QuoteId, string What)>> ReadAsync(FactoryDatabase database, DateTimeOffset at, int days, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(Guid, Guid, string)>(new CommandDefinition(
            "select tenant_id, quote_id, what from quotes.ending(@at, @days)", new { at = at.ToUniversalTime(), days }, cancellationToken: cancellationToken))).AsList();
    }

    /// <returns>True for the one who is first to remind.</returns>
    public static async Task<bool> RemindAsync(TenantScope scope, Quote quote, DateTimeOffset at, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            "insert into quotes.reminder (tenant_id, quote_id, version, at) values (tenancy.current_tenant(), @QuoteId, @Version, @at) on conflict do nothing",
            new { quote.QuoteId, quote.Version, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken)) == 1;
}
