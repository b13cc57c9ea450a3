using System.Globalization;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>The same questions as plain SQL on the facts, for PostgreSQL.</summary>
internal static class FleetSql
{
    private const string Sums = "sum(planned_seconds) || '|' || sum(run_seconds) || '|' || sum(ideal_cycle_seconds * total_count)::numeric(30, 2) "
        + "|| '|' || sum(ideal_cycle_seconds * good_count)::numeric(30, 2) || '|' || sum(total_count) || '|' || sum(good_count) || '|' || sum(scrap_count)";

    public static string Days(DateOnly from, DateOnly to, int[] machineIds) =>
        $"select day || '|' || {Sums} from plant.fact_production where {Between(from, to)} and machine_id in ({Join(machineIds)}) group by day order by day";

    public static string Lines(DateOnly from, DateOnly to, int[] machineIds) =>
        $"select m.line_id || '|' || {Sums} from plant.fact_production f join (select machine_id, line_id from plant.dim_machine) m using (machine_id) "
        + $"where {Between(from, to)} and machine_id in ({Join(machineIds)}) group by m.line_id";

    public static string Months(DateOnly from, DateOnly to) =>
        $"select to_char(day, 'YYYY-MM') || '|' || {Sums} from plant.fact_production where {Between(from, to)} group by to_char(day, 'YYYY-MM')";

    public static string Margins(DateOnly from, DateOnly to) =>
        $"select coalesce(machine_id, 0) || '/' || coalesce(shift_id, 0) || '/' || coalesce(product_id, 0) || '|' || {Sums} from plant.fact_production f "
        + $"join (select work_order_id, product_id from plant.work_order) w using (work_order_id) where {Between(from, to)} group by grouping sets ((machine_id), (shift_id, product_id))";

    /// <summary>A stop has the time that no stop before it has, planned and unplanned apart: in the fleet no planned stop meets another.</summary>
    public static string Reasons(TimeSliceText time, int[]? machineIds) => $"""
        select r.name || '|' || sum(extract(epoch from s.ended - greatest(s.started, coalesce(s.before, s.started))))::bigint
        from (
            select stop_reason_id, greatest(started_at, '{time.From}+00') as started, least(ended_at, '{time.To}+00') as ended,
                max(least(ended_at, '{time.To}+00')) over (
                    partition by machine_id, planned order by started_at, ended_at desc rows between unbounded preceding and 1 preceding) as before
            from plant.fact_production_stop
            where ended_at > '{time.From}+00' and started_at < '{time.To}+00' {(machineIds is null ? "" : $"and machine_id in ({Join(machineIds)})")}
        ) s
        join plant.dim_stop_reason r using (stop_reason_id)
        where s.ended > greatest(s.started, coalesce(s.before, s.started))
        group by r.name
        """;

    private static string Between(DateOnly from, DateOnly to) => string.Create(CultureInfo.InvariantCulture, $"day between '{from:yyyy-MM-dd}' and '{to:yyyy-MM-dd}'");

    private static string Join(int[] ids) => string.Join(", ", ids);
}
