using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Teep;

namespace FactoryBot.Skills.Metrics.Measures;

/// <summary>Reads what any measure is computed from, for a place as a whole or for each of its parts.</summary>
internal sealed class ReadMeasures(ReadSums sums, ReadDowntime downtime)
{
    public async Task<(MeasureInput Input, long? Version)> WholeAsync(PlantAsked asked, Period period, bool withStops, CancellationToken cancellationToken)
    {
        var read = await sums.DaysAsync(asked, period.From, period.To, cancellationToken);
        var whole = OeeSums.Of(read.Days.Select(day => day.Sums));
        var stops = withStops && whole.Rows > 0 ? await downtime.FiguresAsync(asked, asked.Scope, period, cancellationToken) : null;
        var counted = stops is null ? default : CountedStops.Of(asked, stops);
        return (new(whole, Calendar(asked, asked.Scope, period), counted.Unplanned, counted.Failures), read.Version);
    }

    public async Task<(IReadOnlyList<MeasuredPart> Parts, long? Version)> PartsAsync(
        PlantAsked asked, SplitBy by, bool withStops, CancellationToken cancellationToken)
    {
        var period = asked.Period;
        var read = await sums.CellsAsync(asked, period.From, period.To, by == SplitBy.Product, cancellationToken);
        var parts = new CellSplit(asked.Plant, read.Cells).By(by);
        var measured = new List<MeasuredPart>();
        var stops = withStops && by != SplitBy.Shift ? await downtime.FiguresAsync(asked, asked.Scope, period, cancellationToken) : null;
        foreach (var part in parts)
        {
            var scope = asked.Scope with { MachineIds = [.. part.MachineIds] };
            if (by == SplitBy.Shift)
            {
                scope = scope with { Shift = part.Name, ShiftIds = [.. asked.Plant.Shifts.Where(s => s.Name == part.Name).Select(s => s.Id)] };
                stops = withStops ? await downtime.FiguresAsync(asked, scope, period, cancellationToken) : null;
            }

            var counted = stops is null ? default : CountedStops.Of(asked, stops, [.. part.MachineIds]);
            measured.Add(new(part.Name, new(part.Sums, Calendar(asked, scope, period), counted.Unplanned, counted.Failures)) { Scope = scope });
        }

        return (measured, read.Version);
    }

    /// <summary>What most of the unplanned downtime of a place came from; null where there was none.</summary>
    public async Task<ReasonDowntime?> TopReasonAsync(PlantAsked asked, PlantScope scope, CancellationToken cancellationToken) =>
        (await downtime.FiguresAsync(asked, scope, asked.Period, cancellationToken)).Reasons.FirstOrDefault(reason => !reason.Planned);

    /// <summary>What each day's measures are computed from, for a place as a whole; days without rows are left out.</summary>
    public async Task<(IReadOnlyList<MeasuredDay> Days, long? Version)> DaysAsync(PlantAsked asked, bool withStops, CancellationToken cancellationToken)
    {
        var period = asked.Period;
        var read = await sums.DaysAsync(asked, period.From, period.To, cancellationToken);
        var stops = withStops
            ? (await downtime.DaysAsync(asked, CalendarTime.Elapsed(period, asked.Plant), cancellationToken)).ToDictionary(day => day.Day, day => day.Figures)
            : [];
        return ([.. read.Days.Select(day => new MeasuredDay(
            day.Day, MeasureInput.Of(asked, day.Sums, Calendar(asked, asked.Scope, Period.Of(day.Day, day.Day)), [stops.GetValueOrDefault(day.Day)])))], read.Version);
    }

    private static long Calendar(PlantAsked asked, PlantScope scope, Period period) =>
        CalendarTime.Of(asked.Plant, scope, CalendarTime.Elapsed(period, asked.Plant)).Seconds;
}

internal sealed record MeasuredPart(string Name, MeasureInput Input)
{
    /// <summary>Null where the part is no place.</summary>
    public PlantScope? Scope { get; init; }
}

internal sealed record MeasuredDay(DateOnly Day, MeasureInput Input);
