using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Downtime;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>A row of production whose run time follows from stops.</summary>
internal sealed record OpenRun(string Key, IntakeSlot Slot, int RunNo, DateTimeOffset? Start, DateTimeOffset? End, int Planned, int Run, bool Derived);

/// <summary>What production is derived from, read in the transaction that has just written it.</summary>
internal static class SlotStore
{
    public static async Task<List<CountSum>> SumsAsync(TenantScope scope, IReadOnlyCollection<IntakeSlot> slots, CancellationToken cancellationToken)
    {
        const string sql = """
            select s.day, s.machine_id, s.shift_id, c.product_id, c.work_order_id, c.total, c.good, c.scrap, c.run_seconds
            from unnest($1::date[], $2::integer[], $3::integer[]) s (day, machine_id, shift_id)
            cross join lateral (
                select bool_or(r.key is null) as is_booked
                from plant.fact_production f
                left join lateral (
                    select r.key from plant.production_run r
                    where r.day = f.day and r.machine_id = f.machine_id and r.shift_id = f.shift_id and r.run_no = f.run_no and r.derived limit 1) r on true
                where f.day = s.day and f.machine_id = s.machine_id and f.shift_id = s.shift_id) b
            cross join lateral (
                select e.product_id, e.work_order_id, sum(e.total_count)::integer as total, sum(e.good_count)::integer as good, sum(e.scrap_count)::integer as scrap,
                    case when count(*) = count(e.run_seconds) then sum(e.run_seconds) end as run_seconds, min(e.counted_at) as first
                from plant.count_event e
                where e.day = s.day and e.machine_id = s.machine_id and e.shift_id = s.shift_id
                group by 1, 2) c
            where b.is_booked is not true
            order by 1, 2, 3, c.first
            """;
        return await ReadAsync(scope, sql, slots, r => new CountSum(
            Slot(r), r.IsDBNull(3) ? null : r.GetInt32(3), r.IsDBNull(4) ? null : r.GetInt32(4),
            r.GetInt32(5), r.GetInt32(6), r.GetInt32(7), r.IsDBNull(8) ? null : r.GetDecimal(8)), cancellationToken);
    }

    /// <summary>Takes derived rows away that the counts no longer give.</summary>
    public static async Task DropStaleAsync(
        TenantScope scope, IReadOnlyCollection<IntakeSlot> slots, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        const string sql = """
            with stale as (
                select r.key, r.day, r.machine_id, r.shift_id, r.run_no
                from unnest($1::date[], $2::integer[], $3::integer[]) s (day, machine_id, shift_id)
                cross join lateral (
                    select * from plant.production_run r
                    where r.day = s.day and r.machine_id = s.machine_id and r.shift_id = s.shift_id and r.derived offset 0) r
                where r.key not in (select unnest($4::text[]))
            ), gone as (
                delete from plant.production_run r using stale s where r.key = s.key
            )
            delete from plant.fact_production f using stale s
            where f.day = s.day and f.machine_id = s.machine_id and f.shift_id = s.shift_id and f.run_no = s.run_no
            """;
        await using var command = Command(scope, sql, slots);
        command.Parameters.Add(new() { Value = keys.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<List<StopSpan>> StopsAsync(
        TenantScope scope, IEnumerable<int> machineIds, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        const string sql = """
            select machine_id, started_at, ended_at, planned from plant.fact_production_stop
            where machine_id = any ($1) and ended_at > $2 and started_at < $3
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = machineIds.Distinct().ToArray() });
        command.Parameters.Add(new() { Value = from.ToUniversalTime() });
        command.Parameters.Add(new() { Value = to.ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var stops = new List<StopSpan>();
        while (await reader.ReadAsync(cancellationToken))
            stops.Add(new(reader.GetInt32(0), new(reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2)), reader.GetBoolean(3)));
        return stops;
    }

    /// <summary>Rows whose run time follows from stops, on these days of machines and the days beside them.</summary>
    public static async Task<List<OpenRun>> RunsAsync(
        TenantScope scope, IReadOnlyCollection<TouchedStops> touched, CancellationToken cancellationToken)
    {
        const string sql = """
            select distinct r.day, r.machine_id, r.shift_id, r.run_no, r.key, r.started_at, r.ended_at, f.planned_seconds, f.run_seconds, r.derived
            from (select distinct t.machine_id, t.day + beside as day from unnest($1::date[], $2::integer[]) t (day, machine_id) cross join generate_series(-1, 1) beside) t
            cross join lateral (
                select * from plant.production_run r
                where r.day = t.day and r.machine_id = t.machine_id and (r.run_from_stops or (r.derived and r.plan_from_calendar)) offset 0) r
            cross join lateral (
                select * from plant.fact_production f
                where f.day = r.day and f.machine_id = r.machine_id and f.shift_id = r.shift_id and f.run_no = r.run_no limit 1) f
            """;
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = touched.Select(t => t.Day).ToArray() });
        command.Parameters.Add(new() { Value = touched.Select(t => t.MachineId).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var runs = new List<OpenRun>();
        while (await reader.ReadAsync(cancellationToken))
        {
            runs.Add(new(
                reader.GetString(4), Slot(reader), reader.GetInt16(3), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6), reader.GetInt32(7), reader.GetInt32(8), reader.GetBoolean(9)));
        }

        return runs;
    }

    public static async Task SetRunAsync(TenantScope scope, IReadOnlyCollection<(OpenRun Row, int Run)> rows, CancellationToken cancellationToken)
    {
        const string sql = """
            update plant.fact_production f set run_seconds = s.run_seconds
            from unnest($1::date[], $2::integer[], $3::integer[], $4::integer[], $5::integer[]) s (day, machine_id, shift_id, run_no, run_seconds)
            where f.day = s.day and f.machine_id = s.machine_id and f.shift_id = s.shift_id and f.run_no = s.run_no
            """;
        await using var command = Command(scope, sql, [.. rows.Select(row => row.Row.Slot)]);
        command.Parameters.Add(new() { Value = rows.Select(row => row.Row.RunNo).ToArray() });
        command.Parameters.Add(new() { Value = rows.Select(row => row.Run).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static IntakeSlot Slot(NpgsqlDataReader reader) => new(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2));

    private static NpgsqlCommand Command(TenantScope scope, string sql, IReadOnlyCollection<IntakeSlot> slots)
    {
        var command = new NpgsqlCommand(sql, scope.Connection);
        command.Parameters.Add(new() { Value = slots.Select(slot => slot.Day).ToArray() });
        command.Parameters.Add(new() { Value = slots.Select(slot => slot.MachineId).ToArray() });
        command.Parameters.Add(new() { Value = slots.Select(slot => slot.ShiftId).ToArray() });
        return command;
    }

    private static async Task<List<T>> ReadAsync<T>(
        TenantScope scope, string sql, IReadOnlyCollection<IntakeSlot> slots, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = Command(scope, sql, slots);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }
}
