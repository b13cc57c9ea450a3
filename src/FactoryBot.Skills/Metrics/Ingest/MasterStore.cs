using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Calendar;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Reads a tenant's names for a load and writes back what it made or changed.</summary>
internal static class MasterStore
{
    /// <summary>Loads of one tenant run one after the other; released with the transaction.</summary>
    public static Task LockAsync(TenantScope scope, CancellationToken cancellationToken) =>
        LockAsync(scope, "select pg_advisory_xact_lock(hashtextextended($1, 0))", "plant.load", cancellationToken);

    /// <summary>For batches that make no names and add their rows beside others of their kind: no load runs until all of them have ended. What must be
    /// done one after the other is done after <see cref="LockRestAsync"/>.</summary>
    public static Task LockBesideAsync(TenantScope scope, CancellationToken cancellationToken) =>
        LockAsync(scope, "select pg_advisory_xact_lock_shared(hashtextextended($1, 0))", "plant.load", cancellationToken);

    /// <summary>The second lock of a batch that runs beside others, never taken before the first.</summary>
    public static Task LockRestAsync(TenantScope scope, CancellationToken cancellationToken) =>
        LockAsync(scope, "select pg_advisory_xact_lock(hashtextextended($1, 0))", "plant.load.rest", cancellationToken);

    private static async Task LockAsync(TenantScope scope, string sql, string what, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = $"{what} {scope.TenantId}" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<MasterData> ReadAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var master = new MasterData();
        await using (var batch = new NpgsqlBatch(scope.Connection)
        {
            BatchCommands =
            {
                new("select site_id, name, aliases, time_zone from plant.dim_site order by site_id"),
                new("select line_id, site_id, name, aliases from plant.dim_line order by line_id"),
                new("select machine_id, line_id, name, aliases, ideal_cycle_seconds from plant.dim_machine order by machine_id"),
                new("select shift_id, site_id, name, aliases, starts_at, ends_at from plant.dim_shift order by shift_id"),
                new("select stop_reason_id, name, category, planned from plant.dim_stop_reason order by stop_reason_id"),
                new("select defect_type_id, name from plant.dim_defect_type order by defect_type_id"),
                new("select product_id, name, aliases from plant.dim_product order by product_id"),
                new("select work_order_id, number, line_id, product_id, starts_on, due_on, quantity from plant.work_order order by work_order_id"),
                new("select code, stop_reason_id from plant.reason_code"),
                new("select product_id, machine_id, ideal_cycle_seconds from plant.product_cycle"),
            },
        })
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await EachAsync(reader, r => master.Sites.Load(new(r.GetInt32(0), r.GetString(1), Names(r, 2), r.GetString(3))), cancellationToken);
            await EachAsync(reader, r => master.Lines.Load(new(r.GetInt32(0), r.GetInt32(1), r.GetString(2), Names(r, 3))), cancellationToken);
            await EachAsync(reader, r => master.Machines.Load(new(r.GetInt32(0), r.GetInt32(1), r.GetString(2), Names(r, 3), r.GetDecimal(4), null, null)), cancellationToken);
            await EachAsync(reader, r => master.Shifts.Load(new(r.GetInt32(0), r.GetInt32(1), r.GetString(2), Names(r, 3), r.GetFieldValue<TimeOnly>(4), r.GetFieldValue<TimeOnly>(5))), cancellationToken);
            await EachAsync(reader, r => master.Reasons.Load(new(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetBoolean(3))), cancellationToken);
            await EachAsync(reader, r => master.Defects.Load(new(r.GetInt32(0), r.GetString(1))), cancellationToken);
            await EachAsync(reader, r => master.Products.Load(new(r.GetInt32(0), r.GetString(1), Names(r, 2))), cancellationToken);
            await EachAsync(reader, r => master.Orders.Load(new(r.GetInt32(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetFieldValue<DateOnly>(4), r.GetFieldValue<DateOnly>(5), r.GetInt32(6))), cancellationToken);
            await EachAsync(reader, r => master.ReasonCodes[r.GetString(0)] = r.GetInt32(1), cancellationToken);
            await EachAsync(reader, r => master.Cycles[(r.GetInt32(0), r.GetInt32(1))] = r.GetDecimal(2), cancellationToken);
        }

        var (rules, days) = await CalendarStore.ReadAsync(scope, cancellationToken);
        master.Calendar = new(rules, days);
        return master;
    }

    public static async Task WriteAsync(TenantScope scope, MasterData master, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var s in master.Sites.Added)
            Add(batch, "insert into plant.dim_site values (tenancy.current_tenant(), $1, $2, $3, $4)", s.Id, s.Name, s.Aliases, s.TimeZone);
        foreach (var l in master.Lines.Added)
            Add(batch, "insert into plant.dim_line (tenant_id, line_id, site_id, name, aliases) values (tenancy.current_tenant(), $1, $2, $3, $4)", l.Id, l.SiteId, l.Name, l.Aliases);
        foreach (var m in master.Machines.Added.Concat(master.Machines.Changed))
        {
            Add(batch, """
                insert into plant.dim_machine values (tenancy.current_tenant(), $1, $2, $3, $4, $5)
                on conflict (tenant_id, machine_id) do update set line_id = excluded.line_id, aliases = excluded.aliases, ideal_cycle_seconds = excluded.ideal_cycle_seconds
                """, m.Id, m.LineId, m.Name, m.Aliases, m.IdealCycleSeconds);
        }

        foreach (var s in master.Shifts.Added.Concat(master.Shifts.Changed))
        {
            Add(batch, """
                insert into plant.dim_shift values (tenancy.current_tenant(), $1, $2, $3, $4, $5, $6)
                on conflict (tenant_id, shift_id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at
                """, s.Id, s.SiteId, s.Name, s.Aliases, s.Starts, s.Ends);
        }

        foreach (var r in master.Reasons.Added.Concat(master.Reasons.Changed))
        {
            Add(batch, """
                insert into plant.dim_stop_reason values (tenancy.current_tenant(), $1, $2, $3, $4)
                on conflict (tenant_id, stop_reason_id) do update set category = excluded.category, planned = excluded.planned
                """, r.Id, r.Name, r.Category, r.Planned);
        }

        foreach (var d in master.Defects.Added)
            Add(batch, "insert into plant.dim_defect_type values (tenancy.current_tenant(), $1, $2)", d.Id, d.Name);
        foreach (var p in master.Products.Added.Concat(master.Products.Changed))
            Add(batch, "insert into plant.dim_product values (tenancy.current_tenant(), $1, $2, $3) on conflict (tenant_id, product_id) do update set aliases = excluded.aliases", p.Id, p.Name, p.Aliases);
        foreach (var (code, reason) in master.NewReasonCodes)
            Add(batch, "insert into plant.reason_code values (tenancy.current_tenant(), $1, $2) on conflict (tenant_id, code) do update set stop_reason_id = excluded.stop_reason_id", code, reason);
        foreach (var ((product, machine), seconds) in master.NewCycles)
            Add(batch, "insert into plant.product_cycle values (tenancy.current_tenant(), $1, $2, $3) on conflict (tenant_id, product_id, machine_id) do update set ideal_cycle_seconds = excluded.ideal_cycle_seconds", product, machine, seconds);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
        await MasterRowsStore.WriteAsync(scope, master, cancellationToken);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }

    private static async Task EachAsync(NpgsqlDataReader reader, Action<NpgsqlDataReader> read, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
            read(reader);
        await reader.NextResultAsync(cancellationToken);
    }

    private static string[] Names(NpgsqlDataReader r, int column) => r.GetFieldValue<string[]>(column);
}
