using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Downtime;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <param name="Time">From the first to the last instant that the stops of the day have, or had.</param>
internal readonly record struct TouchedStops(int MachineId, DateOnly Day, TimeSlice Time);

/// <summary>Writes stops by their keys: new ones, and those that came again and differ.</summary>
internal static class StopIntakeStore
{
    private const string Write = """
        create temporary table stop_state on commit drop as
        select i.*, k.key is null as is_new, k.day as old_day, f.machine_id as old_machine, f.started_at as old_start, f.ended_at as old_end,
            (f.machine_id, f.shift_id, f.day, f.stop_reason_id, f.planned, f.started_at, f.ended_at)
                is distinct from (i.machine_id, i.shift_id, i.day, i.stop_reason_id, i.planned, i.started_at, i.ended_at) as differs,
            k.stop_id as old_id,
            case when k.day = i.day then k.stop_id
                else coalesce(m.highest, 0) + row_number() over (partition by i.day order by i.key) end as stop_id
        from in_stop i
        left join lateral (select * from plant.stop_key k where k.key = i.key limit 1) k on true
        left join lateral (select * from plant.fact_production_stop f where f.day = k.day and f.stop_id = k.stop_id limit 1) f on true
        left join (
            select d.day, m.highest from (select distinct day from in_stop) d
            cross join lateral (select max(stop_id) as highest from plant.fact_production_stop f where f.day = d.day) m) m on m.day = i.day
        where i.ended_at is not null;

        -- Or else the planner expects rows to be deleted, and reads all stops for them.
        analyze stop_state;

        delete from plant.fact_production_stop f using stop_state s where not s.is_new and s.differs and f.day = s.old_day and f.stop_id = s.old_id;

        insert into plant.fact_production_stop (tenant_id, day, stop_id, machine_id, shift_id, stop_reason_id, planned, started_at, ended_at)
        select tenancy.current_tenant(), day, stop_id, machine_id, shift_id, stop_reason_id, planned, started_at, ended_at
        from stop_state where is_new or differs;

        insert into plant.stop_key (tenant_id, key, day, stop_id, run_key)
        select tenancy.current_tenant(), key, day, stop_id, run_key from stop_state where is_new or differs
        on conflict (tenant_id, key) do update set day = excluded.day, stop_id = excluded.stop_id, run_key = excluded.run_key;

        create temporary table open_state on commit drop as
        select i.*, o.key is null as is_new,
            (o.machine_id, o.stop_reason_id, o.planned, o.started_at) is distinct from (i.machine_id, i.stop_reason_id, i.planned, i.started_at) as differs
        from in_stop i left join plant.open_stop o on o.key = i.key
        where i.ended_at is null and not exists (select from plant.stop_key k where k.key = i.key);

        insert into plant.open_stop (tenant_id, key, machine_id, stop_reason_id, planned, started_at)
        select tenancy.current_tenant(), key, machine_id, stop_reason_id, planned, started_at from open_state
        on conflict (tenant_id, key) do update set machine_id = excluded.machine_id, stop_reason_id = excluded.stop_reason_id,
            planned = excluded.planned, started_at = excluded.started_at;

        delete from plant.open_stop o using stop_state s where o.key = s.key;

        select (select count(*) from stop_state where is_new) + (select count(*) from open_state where is_new),
            (select count(*) from stop_state where not is_new and differs) + (select count(*) from open_state where not is_new and differs),
            (select count(*) from in_stop);

        select machine_id, day, min(started_at), max(ended_at)
        from (
            select machine_id, day, started_at, ended_at from stop_state where is_new or differs
            union all select old_machine, old_day, old_start, old_end from stop_state where not is_new and differs and old_machine is not null) t
        group by 1, 2
        """;

    private static readonly BulkColumn[] Columns =
    [
        new("key", "text", NpgsqlDbType.Text), new("machine_id", "integer", NpgsqlDbType.Integer), new("shift_id", "integer", NpgsqlDbType.Integer),
        new("day", "date", NpgsqlDbType.Date), new("stop_reason_id", "integer", NpgsqlDbType.Integer), new("planned", "boolean", NpgsqlDbType.Boolean),
        new("started_at", "timestamptz", NpgsqlDbType.TimestampTz), new("ended_at", "timestamptz", NpgsqlDbType.TimestampTz), new("run_key", "text", NpgsqlDbType.Text),
    ];

    /// <returns>What became of the rows, and the days and times of machines whose stops are others now.</returns>
    public static async Task<(IntakeCounts Counts, List<TouchedStops> Touched)> WriteAsync(
        TenantScope scope, IReadOnlyList<StopRow> rows, CancellationToken cancellationToken)
    {
        if (await NewStopStore.WriteAsync(scope, rows, cancellationToken) is { } written)
            return (new(rows.Count, 0, 0), written);
        await BulkStore.CopyAsync(
            scope, "in_stop", Columns, rows,
            r => [r.Key, r.MachineId, r.ShiftId, r.Day, r.ReasonId, r.Planned, r.Start.ToUniversalTime(), r.End?.ToUniversalTime(), r.RunKey], cancellationToken);
        await using var command = new NpgsqlCommand(Write, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (added, changed, all) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1), (int)reader.GetInt64(2));
        await reader.NextResultAsync(cancellationToken);
        var touched = new List<TouchedStops>();
        while (await reader.ReadAsync(cancellationToken))
            touched.Add(new(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), new(reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3))));
        return (new(added, changed, all - added - changed), touched);
    }
}
