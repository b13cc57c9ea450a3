using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Reads how long machines stood still and why; the one source of downtime.</summary>
internal sealed class ReadDowntime(
    DowntimeStore stops, OeeStore production, IOptions<MetricsOptions> options, TimeProvider clock, ILogger<ReadDowntime> logger)
{
    private readonly DowntimeRules rules = new(
        options.Value.FailureCategories is { Length: > 0 } own ? own : ["Breakdown"], TimeSpan.FromMinutes(options.Value.MajorStopMinutes))
    {
        Micro = TimeSpan.FromMinutes(options.Value.MicroStopMinutes),
    };

    /// <returns>The report, or the answer that says why there is none; and the data version.</returns>
    public async Task<(DowntimeReport? Report, SkillResult? No, long Version)> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var before = period.Before();
        var (times, timesBefore) = (Times(plant, scope, period), Times(plant, scope, before));
        var made = await production.ReadAsync(asked.Asker.TenantId, scope.Over(before.From, period.To), cancellationToken);
        var booked = await StopsAsync(asked, scope, times.Values.Concat(timesBefore.Values), cancellationToken);
        logger.FactsRead(asked.QueryId, asked.Asker.TurnId, GetDowntime.Figure, booked.Count, clock.GetElapsedTime(started).TotalMilliseconds);

        var version = made.Version ?? plant.Version;
        var oee = OeeReport.Of(asked, made.Days);
        var figures = ComputeDowntime.Of(booked, id => times[id], rules, oee.Sums.RunSeconds);
        if (figures.Rows == 0)
            return (null, MetricsFailures.NoStops(asked, oee.Sums.Rows > 0), version);
        var report = new DowntimeReport(
            asked,
            rules,
            oee.Sums,
            figures,
            oee.BeforeSums.Rows == 0 ? null : ComputeDowntime.Of(booked, id => timesBefore[id], rules, oee.BeforeSums.RunSeconds),
            oee.DayWarnings);
        return (report, null, version);
    }

    /// <summary>The stops of the period that are losses in the asked form, by reason.</summary>
    public async Task<IReadOnlyList<ReasonDowntime>> LossesAsync(PlantAsked asked, Period period, CancellationToken cancellationToken)
    {
        var figures = await FiguresAsync(asked, asked.Scope, period, cancellationToken);
        return [.. figures.Reasons.Where(reason => IsLoss(reason, asked.Convention))];
    }

    /// <summary>The downtime of a place in a period, without run time and so without MTBF.</summary>
    public async Task<DowntimeFigures> FiguresAsync(PlantAsked asked, PlantScope scope, Period period, CancellationToken cancellationToken)
    {
        var times = Times(asked.Plant, scope, period);
        var booked = await StopsAsync(asked, scope, times.Values, cancellationToken);
        return ComputeDowntime.Of(booked, id => times[id], rules, 0);
    }

    /// <summary>The downtime of each day of the period, from one reading of the stops.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, DowntimeFigures Figures)>> DaysAsync(PlantAsked asked, Period period, CancellationToken cancellationToken)
    {
        var booked = await StopsAsync(asked, asked.Scope, Times(asked.Plant, asked.Scope, period).Values, cancellationToken);
        var days = new List<(DateOnly, DowntimeFigures)>();
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
        {
            var times = Times(asked.Plant, asked.Scope, Period.Of(day, day));
            var (from, to) = (times.Values.SelectMany(t => t).Min(s => s.From), times.Values.SelectMany(t => t).Max(s => s.To));
            days.Add((day, ComputeDowntime.Of(booked.Where(stop => stop.End > from && stop.Start < to), id => times[id], rules, 0)));
        }

        return days;
    }

    private async Task<IReadOnlyList<BookedStop>> StopsAsync(
        PlantAsked asked, PlantScope scope, IEnumerable<IReadOnlyList<TimeSlice>> times, CancellationToken cancellationToken)
    {
        var slices = times.SelectMany(time => time).ToList();
        return slices.Count == 0
            ? []
            : await stops.ReadAsync(asked.Asker.TenantId, new(slices.Min(s => s.From), slices.Max(s => s.To)), scope.MachineIds, cancellationToken);
    }

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

    private static Dictionary<int, IReadOnlyList<TimeSlice>> Times(PlantData plant, PlantScope scope, Period period)
    {
        var shiftIds = scope.ShiftIds;
        var bySite = plant.Sites.ToDictionary(site => site.Id, site => LocalTime.Of(
            period,
            SiteZone.Of(site),
            shiftIds is null ? null : [.. plant.Shifts.Where(shift => shift.SiteId == site.Id && shiftIds.Contains(shift.Id))]));
        return plant.Machines.ToDictionary(machine => machine.Id, machine => bySite[plant.LineOf(machine).SiteId]);
    }
}
