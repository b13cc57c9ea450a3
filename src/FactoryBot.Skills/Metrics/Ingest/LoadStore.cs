using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Books a load: the tenant's data version rises, and every host hears of it when the transaction is committed.</summary>
internal static class LoadStore
{
    /// <summary>The data version of the last load that may have made or changed names; 0 where nothing was loaded yet.</summary>
    public static async Task<long> NamesVersionAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(version), 0) from plant.load where names", scope.Connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Whether what was loaded last under the name of the demo plant is still there.</summary>
    public static async Task<bool> HasDemoAsync(TenantScope scope, string demoName, string[] machines, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from plant.load where starts_with(what, $1)) and exists (select from plant.dim_machine where name = any ($2))", scope.Connection);
        command.Parameters.Add(new() { Value = demoName });
        command.Parameters.Add(new() { Value = machines });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <param name="names">False: it made and changed none, so whoever knows them need not read them again.</param>
    /// <returns>The data version.</returns>
    public static async Task<long> BookAsync(
        TenantScope scope, string what, long rows, DateTimeOffset at, CancellationToken cancellationToken, bool names = true)
    {
        const string sql = """
            insert into plant.load (tenant_id, version, loaded_at, what, row_count, names)
            select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5 from plant.load
            returning version
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = scope.TenantId });
        command.Parameters.Add(new() { Value = at.ToUniversalTime() });
        command.Parameters.Add(new() { Value = what });
        command.Parameters.Add(new() { Value = rows });
        command.Parameters.Add(new() { Value = names });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
