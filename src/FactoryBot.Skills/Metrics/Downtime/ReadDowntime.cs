using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Reads how long machines stood still and why; the one source of downtime.</summary>
internal sealed class ReadDowntime(
    ReadStops stops, StopRules rules, OeeStore production, IOptions<MetricsOptions> options, TimeProvider clock, ILogger<ReadDowntime> logger)
{
    private const long MostLookedAt = 10_000;

    /// <returns>The report, or the answer that says why there is none; and the data version.</returns>
    public async Task<(DowntimeReport? Report, SkillResult? No, long Version)> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var before = period.Before();
        var made = await production.ReadAsync(asked.Asker.TenantId, scope.Over(before.From, period.To), cancellationToken);
        var oee = OeeReport.Of(asked, made.Days);
        var both = await stops.ReadAsync(
            asked.Asker.TenantId, plant, scope, [(period, oee.Sums.RunSeconds), (before, oee.BeforeSums.RunSeconds)], cancellationToken);
        var figures = both[0];
        logger.FactsRead(asked.QueryId, asked.Asker.TurnId, GetDowntime.Figure, figures.Rows, clock.GetElapsedTime(started).TotalMilliseconds);

        var version = made.Version ?? plant.Version;
        if (figures.Rows == 0)
            return (null, MetricsFailures.NoStops(asked, oee.Sums.Rows > 0), version);
        var report = new DowntimeReport(
            asked,
            rules.Rules,
            oee.Sums,
            figures,
            oee.BeforeSums.Rows == 0 ? null : both[1],
            oee.DayWarnings);
        return report.Cause is { Sum.Stops: 0 } cause ? (null, MetricsFailures.NoStopsBecauseOf(asked, cause.Name), version) : (report, null, version);
    }

    /// <summary>The report with the single stops that were asked for, or the longest.</summary>
    /// <returns>Null where those are too many to look at one by one, and a limit was asked for.</returns>
    public async Task<DowntimeReport?> WithStopsAsync(DowntimeReport report, CancellationToken cancellationToken)
    {
        var asked = report.Asked;
        if ((asked.Scope.MachineIds?.Length ?? asked.Plant.Machines.Count) * (long)asked.Period.Days > MostLookedAt)
            return asked.Question.Limit is null ? report : null;
        var (unplanned, longest) = await stops.EpisodesAsync(asked.Asker.TenantId, asked.Plant, asked.Scope, asked.Period, cancellationToken);
        return report with { Listed = StopList.Of(unplanned, asked.Question.Limit), Longest = report.Longest ?? longest };
    }

    /// <summary>The stops of each period that are losses in the asked form, by reason; all periods from one reading.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ReasonDowntime>>> LossesAsync(
        PlantAsked asked, IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        var figures = await stops.ReadAsync(
            asked.Asker.TenantId, asked.Plant, asked.Scope, [.. periods.Select(period => (period, 0L))], cancellationToken);
        return [.. figures.Select(one => (IReadOnlyList<ReasonDowntime>)[.. one.Reasons.Where(reason => IsLoss(reason, asked.Convention))])];
    }

    /// <summary>The downtime of a place in a period, without run time and so without MTBF.</summary>
    public async Task<DowntimeFigures> FiguresAsync(PlantAsked asked, PlantScope scope, Period period, CancellationToken cancellationToken)
    {
        var figures = await stops.ReadAsync(asked.Asker.TenantId, asked.Plant, scope, [(period, 0)], cancellationToken);
        return figures[0];
    }

    /// <summary>The downtime of each day of the period, from one reading. The longest stop of a day is known where it is a long one.</summary>
    public Task<IReadOnlyList<(DateOnly Day, DowntimeFigures Figures)>> DaysAsync(PlantAsked asked, Period period, CancellationToken cancellationToken) =>
        stops.DaysAsync(asked.Asker.TenantId, asked.Plant, asked.Scope, period, cancellationToken);

    private bool IsLoss(ReasonDowntime reason, OeeConvention convention)
    {
        if (convention.Form == OeeForm.Strict)
            return true;
        var set = options.Value;
        var counting = reason.Category is not { } category ? StopCounting.AsBooked
            : set.Breaks.Contains(category, StringComparer.OrdinalIgnoreCase) ? convention.Breaks
            : set.SetUps.Contains(category, StringComparer.OrdinalIgnoreCase) ? convention.SetUp
            : set.Maintenances.Contains(category, StringComparer.OrdinalIgnoreCase) ? convention.Maintenance
            : StopCounting.AsBooked;
        return counting == StopCounting.Loss || (counting == StopCounting.AsBooked && !reason.Planned);
    }
}
