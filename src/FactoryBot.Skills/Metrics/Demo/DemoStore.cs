using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Writes a generated plant. All of one unit of work, which the caller commits.</summary>
internal sealed class DemoStore(TenantScope scope)
{
    private static readonly string[] FactsFirst =
    [
        "count_event", "production_run", "stop_key", "open_stop", "issue_key", "reason_code", "product_cycle", "shift_rule", "calendar_day",
        "fact_quality_issue", "fact_unit_count", "fact_production_stop", "fact_line_performance", "fact_production", "work_order",
        "dim_product", "dim_defect_type", "dim_stop_reason", "dim_job_status", "dim_shift", "dim_machine", "dim_line",
        "dim_line_type", "dim_site", "dim_date",
    ];

    public async Task<bool> HasDataAsync(CancellationToken cancellationToken)
    {
        const string sql = "select exists (select from plant.load) or exists (select from plant.dim_machine)";
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var table in FactsFirst)
            batch.BatchCommands.Add(new($"delete from plant.{table}"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Copies rows in. PostgreSQL refuses COPY into a table with row-level security, so they go through a
    /// temporary table and one INSERT, which the policy checks.</summary>
    /// <param name="table">A table of schema plant, never a user's text.</param>
    /// <param name="columns">Its columns without tenant_id, with the type of each.</param>
    public async Task CopyAsync<T>(
        string table,
        IReadOnlyList<(string Name, NpgsqlDbType Type)> columns,
        IEnumerable<T> rows,
        Func<T, object?[]> values,
        CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        await RunAsync($"create temporary table load_{table} on commit drop as select {names} from plant.{table} with no data", cancellationToken);
        await using (var import = await scope.Connection.BeginBinaryImportAsync(
            $"copy load_{table} ({names}) from stdin (format binary)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await import.StartRowAsync(cancellationToken);
                var cells = values(row);
                for (var i = 0; i < columns.Count; i++)
                    await import.WriteAsync(cells[i], columns[i].Type, cancellationToken);
            }

            await import.CompleteAsync(cancellationToken);
        }

        await RunAsync($"insert into plant.{table} (tenant_id, {names}) select tenancy.current_tenant(), {names} from load_{table}", cancellationToken);
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
