using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>A row of production with all its times, and where they came from.</summary>
internal sealed record ProductionFact(
    string Key, IntakeSlot Slot, int? OrderId, DateTimeOffset? Start, DateTimeOffset? End, string? Operator, int Scheduled, int Planned, int Run,
    decimal Ideal, int Total, int Good, int Scrap, bool Derived, bool PlanFromCalendar, bool RunFromStops);

internal static class ProductionIntakeStore
{
    private const string Write = """
        create temporary table run_state on commit drop as
        select i.*, k.key is null as is_new, k.day as old_day, k.machine_id as old_machine, k.shift_id as old_shift, k.run_no as old_no,
            (k.day, k.machine_id, k.shift_id) is distinct from (i.day, i.machine_id, i.shift_id) as moves,
            (f.work_order_id, f.scheduled_seconds, f.planned_seconds, f.run_seconds, f.ideal_cycle_seconds, f.total_count, f.good_count, f.scrap_count,
                k.day, k.machine_id, k.shift_id, k.started_at, k.ended_at, k.operator)
                is distinct from (i.work_order_id, i.scheduled_seconds, i.planned_seconds, i.run_seconds, i.ideal_cycle_seconds, i.total_count, i.good_count, i.scrap_count,
                i.day, i.machine_id, i.shift_id, i.started_at, i.ended_at, i.operator) as differs
        from in_run i
        left join lateral (select * from plant.production_run k where k.key = i.key limit 1) k on true
        left join lateral (
            select * from plant.fact_production f
            where f.day = k.day and f.machine_id = k.machine_id and f.shift_id = k.shift_id and f.run_no = k.run_no limit 1) f on true;

        -- Or else the planner expects rows to be deleted, and reads all production for them.
        analyze run_state;

        delete from plant.fact_production f using run_state s
        where not s.is_new and s.differs and f.day = s.old_day and f.machine_id = s.old_machine and f.shift_id = s.old_shift and f.run_no = s.old_no;

        delete from plant.production_run k using run_state s where not s.is_new and s.differs and k.key = s.key;

        create temporary table run_placed on commit drop as
        select s.*, case when not s.moves then s.old_no
            else (coalesce(m.highest, 0) + row_number() over (partition by s.day, s.machine_id, s.shift_id, s.moves order by s.started_at nulls first, s.key))::smallint end as run_no
        from run_state s
        left join (
            select d.*, f.highest from (select distinct day, machine_id, shift_id from in_run) d
            cross join lateral (
                select max(f.run_no) as highest from plant.fact_production f
                where f.day = d.day and f.machine_id = d.machine_id and f.shift_id = d.shift_id) f) m on m.day = s.day and m.machine_id = s.machine_id and m.shift_id = s.shift_id
        where s.is_new or s.differs;

        insert into plant.fact_production (tenant_id, day, machine_id, shift_id, run_no, work_order_id, scheduled_seconds, planned_seconds, run_seconds,
            ideal_cycle_seconds, total_count, good_count, scrap_count)
        select tenancy.current_tenant(), day, machine_id, shift_id, run_no, work_order_id, scheduled_seconds, planned_seconds, run_seconds,
            ideal_cycle_seconds, total_count, good_count, scrap_count
        from run_placed;

        insert into plant.production_run (tenant_id, key, day, machine_id, shift_id, run_no, started_at, ended_at, operator, derived, plan_from_calendar, run_from_stops)
        select tenancy.current_tenant(), key, day, machine_id, shift_id, run_no, started_at, ended_at, operator, derived, plan_from_calendar, run_from_stops
        from run_placed;

        select count(*) filter (where is_new), count(*) filter (where not is_new and differs), count(*) from run_state;

        drop table run_placed; drop table run_state; drop table in_run
        """;

    private static readonly BulkColumn[] Columns =
    [
        new("key", "text", NpgsqlDbType.Text), new("day", "date", NpgsqlDbType.Date), new("machine_id", "integer", NpgsqlDbType.Integer),
        new("shift_id", "integer", NpgsqlDbType.Integer), new("work_order_id", "integer", NpgsqlDbType.Integer),
        new("started_at", "timestamptz", NpgsqlDbType.TimestampTz), new("ended_at", "timestamptz", NpgsqlDbType.TimestampTz), new("operator", "text", NpgsqlDbType.Text),
        new("scheduled_seconds", "integer", NpgsqlDbType.Integer), new("planned_seconds", "integer", NpgsqlDbType.Integer), new("run_seconds", "integer", NpgsqlDbType.Integer),
        new("ideal_cycle_seconds", "numeric(14, 6)", NpgsqlDbType.Numeric), new("total_count", "integer", NpgsqlDbType.Integer),
        new("good_count", "integer", NpgsqlDbType.Integer), new("scrap_count", "integer", NpgsqlDbType.Integer),
        new("derived", "boolean", NpgsqlDbType.Boolean), new("plan_from_calendar", "boolean", NpgsqlDbType.Boolean), new("run_from_stops", "boolean", NpgsqlDbType.Boolean),
    ];

    public static async Task<IntakeCounts> WriteAsync(TenantScope scope, IEnumerable<ProductionFact> facts, CancellationToken cancellationToken)
    {
        await BulkStore.CopyAsync(
            scope, "in_run", Columns, facts,
            f =>
            [
                f.Key, f.Slot.Day, f.Slot.MachineId, f.Slot.ShiftId, f.OrderId, f.Start?.ToUniversalTime(), f.End?.ToUniversalTime(), f.Operator, f.Scheduled, f.Planned, f.Run,
                f.Ideal, f.Total, f.Good, f.Scrap, f.Derived, f.PlanFromCalendar, f.RunFromStops,
            ],
            cancellationToken);
        await using var command = new NpgsqlCommand(Write, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (added, changed, all) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1), (int)reader.GetInt64(2));
        return new(added, changed, all - added - changed);
    }
}
