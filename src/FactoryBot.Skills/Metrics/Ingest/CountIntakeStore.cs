using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Writes counts by their keys and keeps the hourly counts equal to them.</summary>
/// <remarks>Whatever is looked up for a row of the batch is looked up laterally, by its index: left to choose, and without statistics of a
/// table that has just begun to grow, PostgreSQL reads all of it for each batch.</remarks>
internal static class CountIntakeStore
{
    private const string Write = """
        create temporary table count_state on commit drop as
        select i.*, e.key is null as is_new, e.day as old_day, e.shift_id as old_shift, date_trunc('hour', e.counted_at) as old_hour,
            date_trunc('hour', i.counted_at) as hour_at,
            (e.day, e.shift_id, e.counted_at, e.product_id, e.work_order_id, e.total_count, e.good_count, e.scrap_count, e.run_seconds)
                is distinct from (i.day, i.shift_id, i.counted_at, i.product_id, i.work_order_id, i.total_count, i.good_count, i.scrap_count, i.run_seconds) as differs
        from in_count i
        left join lateral (select * from plant.count_event e where e.machine_id = i.machine_id and e.key = i.key limit 1) e on true;

        insert into plant.count_event (tenant_id, machine_id, key, day, shift_id, counted_at, product_id, work_order_id, total_count, good_count, scrap_count, run_seconds)
        select tenancy.current_tenant(), machine_id, key, day, shift_id, counted_at, product_id, work_order_id, total_count, good_count, scrap_count, run_seconds
        from count_state where is_new or differs
        on conflict (tenant_id, machine_id, key) do update set day = excluded.day, shift_id = excluded.shift_id, counted_at = excluded.counted_at,
            product_id = excluded.product_id, work_order_id = excluded.work_order_id, total_count = excluded.total_count,
            good_count = excluded.good_count, scrap_count = excluded.scrap_count, run_seconds = excluded.run_seconds;

        analyze count_state;

        create temporary table touched_hour on commit drop as
        select day, machine_id, shift_id, hour_at from count_state where is_new or differs
        union select old_day, machine_id, old_shift, old_hour from count_state where not is_new and differs;
        analyze touched_hour;

        delete from plant.fact_unit_count f using touched_hour t
        where f.day = t.day and f.machine_id = t.machine_id and f.shift_id = t.shift_id and f.hour_at = t.hour_at;

        insert into plant.fact_unit_count (tenant_id, day, machine_id, shift_id, hour_at, total_count, good_count, scrap_count)
        select tenancy.current_tenant(), t.day, t.machine_id, t.shift_id, h.hour_at, h.total, h.good, h.scrap
        from (select day, machine_id, shift_id, array_agg(hour_at) as hours from touched_hour group by 1, 2, 3) t
        cross join lateral (
            select date_trunc('hour', e.counted_at) as hour_at, sum(e.total_count) as total, sum(e.good_count) as good, sum(e.scrap_count) as scrap
            from plant.count_event e
            where e.day = t.day and e.machine_id = t.machine_id and e.shift_id = t.shift_id and date_trunc('hour', e.counted_at) = any (t.hours)
            group by 1) h;

        select count(*) filter (where is_new), count(*) filter (where not is_new and differs), count(*) from count_state;

        select distinct day, machine_id, shift_id from touched_hour
        """;

    private static readonly BulkColumn[] Columns =
    [
        new("key", "text", NpgsqlDbType.Text), new("machine_id", "integer", NpgsqlDbType.Integer), new("shift_id", "integer", NpgsqlDbType.Integer),
        new("day", "date", NpgsqlDbType.Date), new("counted_at", "timestamptz", NpgsqlDbType.TimestampTz), new("product_id", "integer", NpgsqlDbType.Integer),
        new("work_order_id", "integer", NpgsqlDbType.Integer), new("total_count", "integer", NpgsqlDbType.Integer), new("good_count", "integer", NpgsqlDbType.Integer),
        new("scrap_count", "integer", NpgsqlDbType.Integer), new("run_seconds", "numeric(14, 3)", NpgsqlDbType.Numeric),
    ];

    public static async Task<(IntakeCounts Counts, List<IntakeSlot> Touched)> WriteAsync(
        TenantScope scope, IEnumerable<CountRow> rows, CancellationToken cancellationToken)
    {
        await BulkStore.CopyAsync(
            scope, "in_count", Columns, rows,
            r => [r.Key, r.MachineId, r.ShiftId, r.Day, r.At.ToUniversalTime(), r.ProductId, r.OrderId, r.Total, r.Good, r.Scrap, r.RunSeconds], cancellationToken);
        await using var command = new NpgsqlCommand(Write, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (added, changed, all) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1), (int)reader.GetInt64(2));
        await reader.NextResultAsync(cancellationToken);
        var touched = new List<IntakeSlot>();
        while (await reader.ReadAsync(cancellationToken))
            touched.Add(new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2)));
        return (new(added, changed, all - added - changed), touched);
    }
}
