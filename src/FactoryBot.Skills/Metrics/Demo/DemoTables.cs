using System.Globalization;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Which column of which table each part of the demo plant goes to.</summary>
internal static class DemoTables
{
    private const NpgsqlDbType Int = NpgsqlDbType.Integer;
    private const NpgsqlDbType Long = NpgsqlDbType.Bigint;
    private const NpgsqlDbType Small = NpgsqlDbType.Smallint;
    private const NpgsqlDbType Text = NpgsqlDbType.Text;
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    private const NpgsqlDbType Number = NpgsqlDbType.Numeric;
    private const NpgsqlDbType Date = NpgsqlDbType.Date;
    private const NpgsqlDbType Moment = NpgsqlDbType.TimestampTz;

    public static async Task CopyPlantAsync(DemoStore store, IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        await CopyDaysAsync(store, days, cancellationToken);
        await store.CopyAsync(
            "dim_site", [("site_id", Int), ("name", Text), ("time_zone", Text)], [DemoPlant.TimeZone],
            zone => [DemoPlant.SiteId, DemoPlant.SiteName, zone], cancellationToken);
        await store.CopyAsync(
            "dim_line_type", [("line_type_id", Int), ("name", Text)], DemoPlant.LineTypes, t => [t.Id, t.Name], cancellationToken);
        await store.CopyAsync(
            "dim_line", [("line_id", Int), ("site_id", Int), ("line_type_id", Int), ("name", Text), ("aliases", Texts)],
            DemoPlant.Lines, l => [l.Id, DemoPlant.SiteId, l.TypeId, l.Name, l.Aliases], cancellationToken);
        await store.CopyAsync(
            "dim_machine", [("machine_id", Int), ("line_id", Int), ("name", Text), ("aliases", Texts), ("ideal_cycle_seconds", Number)],
            DemoPlant.Machines, m => [m.Id, m.LineId, m.Name, m.Aliases, m.IdealCycleSeconds], cancellationToken);
        await store.CopyAsync(
            "dim_shift", [("shift_id", Int), ("site_id", Int), ("name", Text), ("aliases", Texts), ("starts_at", NpgsqlDbType.Time), ("ends_at", NpgsqlDbType.Time)],
            DemoPlant.Shifts, s => [s.Id, DemoPlant.SiteId, s.Name, s.Aliases, s.Starts, s.Ends], cancellationToken);
        await store.CopyAsync(
            "dim_job_status", [("job_status_id", Int), ("name", Text)], DemoPlant.JobStatuses, s => [s.Id, s.Name], cancellationToken);
        await store.CopyAsync(
            "dim_stop_reason", [("stop_reason_id", Int), ("name", Text), ("category", Text), ("planned", NpgsqlDbType.Boolean)],
            DemoPlant.Reasons, r => [r.Id, r.Name, r.Category, r.Planned], cancellationToken);
        await store.CopyAsync(
            "dim_defect_type", [("defect_type_id", Int), ("name", Text)], DemoPlant.Defects, d => [d.Id, d.Name], cancellationToken);
        await store.CopyAsync(
            "dim_product", [("product_id", Int), ("name", Text), ("aliases", Texts)],
            DemoPlant.Products, p => [p.Id, p.Name, p.Aliases], cancellationToken);
    }

    public static async Task CopyDaysAsync(DemoStore store, IEnumerable<DateOnly> days, CancellationToken cancellationToken) =>
        await store.CopyAsync(
            "dim_date",
            [("day", Date), ("iso_year", Small), ("iso_week", Small), ("year", Small), ("quarter", Small), ("month", Small), ("iso_weekday", Small)],
            days,
            day => [day, (short)ISOWeek.GetYear(day), (short)ISOWeek.GetWeekOfYear(day), (short)day.Year, (short)((day.Month + 2) / 3), (short)day.Month, (short)(((int)day.DayOfWeek + 6) % 7 + 1)],
            cancellationToken);

    public static async Task CopyFactsAsync(DemoStore store, DemoRows rows, CancellationToken cancellationToken)
    {
        await CopyOrdersAsync(store, rows.WorkOrders, cancellationToken);
        await CopyShiftsAsync(store, rows, cancellationToken);
    }

    public static async Task CopyOrdersAsync(DemoStore store, IEnumerable<WorkOrderRow> orders, CancellationToken cancellationToken) =>
        await store.CopyAsync(
            "work_order",
            [("work_order_id", Int), ("number", Text), ("line_id", Int), ("product_id", Int), ("job_status_id", Int), ("starts_on", Date), ("due_on", Date), ("quantity", Int)],
            orders,
            r => [r.WorkOrderId, r.Number, r.LineId, r.ProductId, r.JobStatusId, r.StartsOn, r.DueOn, r.Quantity],
            cancellationToken);

    /// <summary>What the shifts made, without the orders.</summary>
    public static async Task CopyShiftsAsync(DemoStore store, DemoRows rows, CancellationToken cancellationToken)
    {
        await store.CopyAsync(
            "fact_production",
            [("day", Date), ("machine_id", Int), ("shift_id", Int), ("run_no", Small), ("work_order_id", Int), ("scheduled_seconds", Int), ("planned_seconds", Int), ("run_seconds", Int), ("ideal_cycle_seconds", Number), ("total_count", Int), ("good_count", Int), ("scrap_count", Int)],
            rows.Production,
            r => [r.Day, r.MachineId, r.ShiftId, (short)1, r.WorkOrderId, r.ScheduledSeconds, r.PlannedSeconds, r.RunSeconds, r.IdealCycleSeconds, r.Total, r.Good, r.Scrap],
            cancellationToken);
        await store.CopyAsync(
            "fact_line_performance",
            [("day", Date), ("line_id", Int), ("shift_id", Int), ("job_status_id", Int), ("planned_seconds", Int), ("run_seconds", Int), ("ideal_seconds", Number), ("total_count", Int), ("good_count", Int), ("scrap_count", Int)],
            rows.Lines,
            r => [r.Day, r.LineId, r.ShiftId, DemoPlant.Completed, r.PlannedSeconds, r.RunSeconds, r.IdealSeconds, r.Total, r.Good, r.Scrap],
            cancellationToken);
        await store.CopyAsync(
            "fact_production_stop",
            [("day", Date), ("stop_id", Long), ("machine_id", Int), ("shift_id", Int), ("stop_reason_id", Int), ("planned", NpgsqlDbType.Boolean), ("started_at", Moment), ("ended_at", Moment)],
            rows.Stops,
            r => [r.Day, r.StopId, r.MachineId, r.ShiftId, r.ReasonId, r.Planned, r.Start, r.End],
            cancellationToken);
        await store.CopyAsync(
            "fact_unit_count",
            [("day", Date), ("machine_id", Int), ("shift_id", Int), ("hour_at", Moment), ("total_count", Int), ("good_count", Int), ("scrap_count", Int)],
            rows.Counts,
            r => [r.Day, r.MachineId, r.ShiftId, r.HourAt, r.Total, r.Good, r.Scrap],
            cancellationToken);
        await store.CopyAsync(
            "fact_quality_issue",
            [("day", Date), ("quality_issue_id", Long), ("machine_id", Int), ("shift_id", Int), ("defect_type_id", Int), ("noticed_at", Moment), ("severity", Text), ("description", Text), ("parts_affected", Int)],
            rows.Issues,
            r => [r.Day, r.IssueId, r.MachineId, r.ShiftId, r.DefectTypeId, r.NoticedAt, r.Severity, r.Description, r.PartsAffected],
            cancellationToken);
    }
}
