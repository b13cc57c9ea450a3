using System.Globalization;
using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>Reads what was made; the one source of production and scrap.</summary>
internal sealed class ReadOutput(OeeStore days, CellStore cells, OutputStore store, TimeProvider clock, ILogger<ReadOutput> logger)
{
    /// <returns>The report, or the answer that says why there is none; and the data version.</returns>
    public async Task<(OutputReport? Report, SkillResult? No, long Version)> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period, tenant) = (asked.Plant, asked.Scope, asked.Period, asked.Asker.TenantId);
        var read = await days.ReadAsync(tenant, scope.Over(period.Before().From, period.To), cancellationToken);
        var filter = scope.Over(period.From, period.To);
        var splits = await cells.ReadAsync(tenant, filter, cancellationToken);
        // Quality issues name no work order.
        var defects = scope.Order is not null ? [] : await store.DefectsAsync(tenant, filter, cancellationToken);
        var hours = asked.Question.By == "hour" ? await store.HoursAsync(tenant, filter, cancellationToken) : [];
        var orders = asked.Question.By == "work order" ? await store.OrdersAsync(tenant, filter, cancellationToken) : [];
        logger.FactsRead(
            asked.QueryId, asked.Asker.TurnId, asked.Question.Figure, read.Days.Sum(day => day.Sums.Rows), clock.GetElapsedTime(started).TotalMilliseconds);

        var version = read.Version ?? plant.Version;
        var oee = OeeReport.Of(asked, read.Days);
        if (oee.Sums.Rows == 0)
            return (null, scope.Order is null ? MetricsFailures.NoRows(scope, period, plant, asked.Question) : OrderFailures.NotThen(asked), version);
        var report = OutputReport.Of(asked, oee, splits.Cells, defects) with { Hours = HoursOf(asked, hours), Orders = OrdersOf(orders), IsByHour = asked.Question.By == "hour" };
        if (scope.Defect is { } defect && report.OfDefect is null)
            return (null, MetricsFailures.NoPartsWith(asked, defect.Name), version);
        report = report with { HourlyRate = report.IsByHour ? report.RateOver(HoursIn(hours)) : null };
        if (asked.Question.Mean is null)
            return (report, null, version);
        var shifts = asked.Question.By == "shift" ? await store.ShiftsAsync(tenant, filter, cancellationToken) : 0;
        return (report with { Average = report.AverageOver(shifts, HoursIn(hours)) }, null, version);
    }

    private static int HoursIn(IReadOnlyList<HourCount> hours) => hours.Select(hour => hour.HourAt).Distinct().Count();

    // On one day each hour by itself; over several the same hour of all days together.
    private static IReadOnlyList<OutputPart> HoursOf(PlantAsked asked, IReadOnlyList<HourCount> hours)
    {
        var zones = asked.Plant.Machines.ToDictionary(machine => machine.Id, machine => SiteZone.Of(asked.Plant, machine));
        return [.. hours.GroupBy(hour => TimeZoneInfo.ConvertTime(hour.HourAt, zones[hour.MachineId]).Hour).OrderBy(hour => hour.Key)
            .Select(hour => new OutputPart(
                string.Create(CultureInfo.InvariantCulture, $"{hour.Key:00}:00"), hour.Aggregate(default(Pieces), (sum, one) => sum + one.Pieces)))];
    }

    private static IReadOnlyList<OutputPart> OrdersOf(IReadOnlyList<OrderCount> orders) =>
        [.. orders.GroupBy(order => order.Order.Number, StringComparer.Ordinal)
            .Select(order => new OutputPart(order.Key, order.Aggregate(default(Pieces), (sum, one) => sum + one.Pieces)))];
}
