using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Writes a generated plant. All of one unit of work, which the caller commits.</summary>
internal sealed class DemoStore(TenantScope scope)
{
    private static readonly string[] FactsFirst =
    [
        "count_mark", "count_event", "production_run", "stop_key", "open_stop", "issue_key", "reason_code", "product_cycle", "shift_rule", "calendar_day",
        "fact_quality_issue", "fact_unit_count", "fact_production_stop", "fact_line_performance", "fact_production", "work_order",
        "dim_product", "dim_defect_type", "dim_stop_reason", "dim_job_status", "dim_shift", "dim_machine", "dim_line",
        "dim_line_type", "dim_site", "dim_date",
    ];

    // $1: machines, $2: lines, $3: names; not each needs all. What an import has used stays.
    private static readonly string[] DemoOnly =
    [
        "delete from plant.fact_quality_issue where machine_id = any ($1)",
        "delete from plant.fact_unit_count where machine_id = any ($1)",
        "delete from plant.fact_production_stop where machine_id = any ($1)",
        "delete from plant.fact_production where machine_id = any ($1)",
        """
        delete from plant.fact_line_performance p where p.line_id = any ($2)
          and not exists (select from plant.dim_machine m where m.line_id = p.line_id and m.machine_id <> all ($1))
        """,
        """
        delete from plant.work_order w where w.line_id = any ($2)
          and not exists (select from plant.fact_production p where p.work_order_id = w.work_order_id)
          and not exists (select from plant.count_event c where c.work_order_id = w.work_order_id)
        """,
        "delete from plant.dim_machine where machine_id = any ($1)",
        """
        delete from plant.dim_line l where l.line_id = any ($2) and l.name = any ($3)
          and not exists (select from plant.dim_machine m where m.line_id = l.line_id) and not exists (select from plant.work_order w where w.line_id = l.line_id)
          and not exists (select from plant.fact_line_performance p where p.line_id = l.line_id) and not exists (select from plant.shift_rule r where r.line_id = l.line_id)
        """,
        """
        delete from plant.dim_shift s using plant.dim_site d where d.site_id = s.site_id and d.name = any ($3) and s.name = any ($3)
          and not exists (select from plant.dim_line l where l.site_id = s.site_id) and not exists (select from plant.shift_rule r where r.shift_id = s.shift_id)
        """,
        """
        delete from plant.dim_site s where s.name = any ($3)
          and not exists (select from plant.dim_line l where l.site_id = s.site_id) and not exists (select from plant.dim_shift h where h.site_id = s.site_id)
          and not exists (select from plant.shift_rule r where r.site_id = s.site_id) and not exists (select from plant.calendar_day c where c.site_id = s.site_id)
        """,
        """
        delete from plant.dim_product p where p.name = any ($3)
          and not exists (select from plant.work_order w where w.product_id = p.product_id) and not exists (select from plant.product_cycle c where c.product_id = p.product_id)
          and not exists (select from plant.count_event c where c.product_id = p.product_id)
        """,
        """
        delete from plant.dim_stop_reason r where r.name = any ($3)
          and not exists (select from plant.fact_production_stop s where s.stop_reason_id = r.stop_reason_id)
          and not exists (select from plant.open_stop o where o.stop_reason_id = r.stop_reason_id) and not exists (select from plant.reason_code c where c.stop_reason_id = r.stop_reason_id)
        """,
        """
        delete from plant.dim_defect_type t where t.name = any ($3)
          and not exists (select from plant.fact_quality_issue i where i.defect_type_id = t.defect_type_id)
        """,
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

    /// <summary>Takes the demo plant out and leaves everything else: its machines with their rows, and whatever of its names nothing else uses.</summary>
    /// <returns>How many machines went, and the names of those that stay because rows of an import are on them.</returns>
    public async Task<(int Removed, IReadOnlyList<string> Kept)> ClearDemoAsync(CancellationToken cancellationToken)
    {
        var (machines, kept) = await DemoMachinesAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var sql in DemoOnly)
        {
            batch.BatchCommands.Add(new(sql)
            {
                Parameters =
                {
                    new() { Value = machines },
                    new() { Value = DemoPlant.Machines.Select(m => m.LineId).Distinct().ToArray() },
                    new() { Value = (string[])[DemoPlant.SiteName, .. DemoPlant.Lines.Select(l => l.Name), .. DemoPlant.Shifts.Select(s => s.Name), .. DemoPlant.Products.Select(p => p.Name), .. DemoPlant.Reasons.Select(r => r.Name), .. DemoPlant.Defects.Select(d => d.Name)] },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return (machines.Length, kept);
    }

    private async Task<(int[] Machines, IReadOnlyList<string> Kept)> DemoMachinesAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            select m.machine_id, m.name,
                exists (select from plant.production_run r where r.machine_id = m.machine_id) or exists (select from plant.count_event c where c.machine_id = m.machine_id)
                or exists (select from plant.open_stop o where o.machine_id = m.machine_id)
                or exists (select from plant.fact_production_stop s join plant.stop_key k on k.stop_id = s.stop_id and k.day = s.day where s.machine_id = m.machine_id)
            from plant.dim_machine m
            where exists (select from unnest($1::int[], $2::text[]) demo (id, name) where demo.id = m.machine_id and demo.name = m.name)
            order by m.machine_id
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = DemoPlant.Machines.Select(m => m.Id).ToArray() });
        command.Parameters.Add(new() { Value = DemoPlant.Machines.Select(m => m.Name).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (machines, kept) = (new List<int>(), new List<string>());
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetBoolean(2))
                kept.Add(reader.GetString(1));
            else
                machines.Add(reader.GetInt32(0));
        }

        return ([.. machines], kept);
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
