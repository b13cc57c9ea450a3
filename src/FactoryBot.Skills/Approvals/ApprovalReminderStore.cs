using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Approvals;

internal static class ApprovalReminderStore
{
    /// <summary>Ids of open requests of all tenants that nobody was reminded of yet.</summary>
    public static async Task<IReadOnlyList<(Guid TenantId, Guid RequestId, string What)>> OverdueAsync(FactoryDatabase database, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(Guid, Guid, string)>(new CommandDefinition(
            "select tenant_id, request_id, what from approvals.overdue(@at)", new { at = at.ToUniversalTime() }, cancellationToken: cancellationToken))).AsList();
    }
}
