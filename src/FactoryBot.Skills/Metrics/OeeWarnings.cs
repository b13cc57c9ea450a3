using System.Globalization;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Check;

namespace FactoryBot.Skills.Metrics;

/// <summary>What a reader must know before trusting an OEE, in sentences.</summary>
internal static class OeeWarnings
{
    private const int NamedDays = 3;

    // Fewer pieces may well be all good.
    private const int LeastPieces = 100;

    public static string Sentence(OeeWarning warning) => warning switch
    {
        OeeWarning.NothingPlanned => "No production time was planned, so availability and OEE cannot be computed.",
        OeeWarning.NothingMade => "No piece was made, so quality cannot be computed.",
        OeeWarning.IdealCycleMissing => "The ideal cycle time is missing, so performance and OEE cannot be computed.",
        OeeWarning.MadeWithoutRunning => "Pieces were counted although no run time was booked; performance cannot be computed.",
        OeeWarning.AvailabilityAboveOne => "Availability is above 100 %: more run time than planned time was booked. The planned time is probably wrong.",
        OeeWarning.PerformanceAboveOne => "Performance is above 100 %: the ideal cycle time is probably wrong.",
        _ => "More good pieces than pieces in all were booked; the counts are wrong.",
    };

    /// <summary>Counts that cannot all be true.</summary>
    public static IEnumerable<string> OfCounts(string where, Period period, OeeSums sums)
    {
        if (sums is { Scrap: 0, Total: >= LeastPieces } && sums.Good == sums.Total)
            yield return DataChecks.ScrapNeverBooked(where, sums.Total, period.From, period.To).Sentence;
        if (sums.Good <= sums.Total && sums.Good + sums.Scrap != sums.Total)
            yield return $"Good ({OeeText.Count(sums.Good)}) and scrap ({OeeText.Count(sums.Scrap)}) do not add up to the total ({OeeText.Count(sums.Total)}).";
    }

    public static IEnumerable<string> OfDays(
        PlantAsked asked, Period before, IReadOnlyList<OeeDay> trend, OeeSums beforeSums, IReadOnlyList<OeeDay> all)
    {
        var (plant, period, today) = (asked.Plant, asked.Period, asked.Asker.Today);
        if (period.To > today)
            yield return $"The period is not over: days after {PeriodText.Day(today)} are still to come.";
        if (period.From < plant.FirstDay)
            yield return $"The period begins before the first loaded day ({PeriodText.Day(plant.FirstDay.Value)}).";

        // A work order may rest on any day.
        var missing = asked.Scope.Order is null ? Missing(plant, period, today, trend) : [];
        if (missing.Count > 0)
            yield return $"No data for {Named(missing)}.";
        var late = LastExpected(period, today).DayNumber - plant.LastDay!.Value.DayNumber;
        if (late > 0 && period.To > plant.LastDay)
            yield return $"The data ends on {PeriodText.Day(plant.LastDay.Value)}.";
        foreach (var (line, last) in Silent(plant, asked.Scope, LastExpected(period, today)))
            yield return $"{line} has no data since {PeriodText.Day(last)}.";

        if (beforeSums.Rows > 0)
        {
            var covered = all.Count(day => day.Day >= before.From && day.Day <= before.To);
            if (covered < before.Days)
                yield return string.Create(CultureInfo.InvariantCulture, $"For {before.Words}, {covered} of {before.Days} days have data.");
        }
    }

    // Lines whose data ends before the plant's does; an answer over several lines would hide them.
    private static IEnumerable<(string Line, DateOnly Last)> Silent(PlantData plant, PlantScope scope, DateOnly expected)
    {
        var until = expected < plant.LastDay!.Value ? expected : plant.LastDay.Value;
        return from machine in plant.Machines
               where machine.LastDay is not null && (scope.MachineIds ?? scope.PlaceIds) is var ids && (ids is null || ids.Contains(machine.Id))
               group machine.LastDay!.Value by machine.LineId into line
               let last = line.Max()
               where last < until
               select (plant.Lines.First(l => l.Id == line.Key).Name, last);
    }

    // Today is not over yet, so that it has no rows is no gap.
    private static DateOnly LastExpected(Period period, DateOnly today) => period.To < today ? period.To : today.AddDays(-1);

    private static List<DateOnly> Missing(PlantData plant, Period period, DateOnly today, IReadOnlyList<OeeDay> trend)
    {
        var from = period.From > plant.FirstDay!.Value ? period.From : plant.FirstDay.Value;
        var to = LastExpected(period, today) < plant.LastDay!.Value ? LastExpected(period, today) : plant.LastDay.Value;
        var known = trend.Select(day => day.Day).ToHashSet();
        var missing = new List<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!known.Contains(day))
                missing.Add(day);
        }

        return missing;
    }

    private static string Named(List<DateOnly> days) => days.Count <= NamedDays
        ? string.Join(", ", days.Select(PeriodText.Day))
        : string.Create(CultureInfo.InvariantCulture, $"{days.Count} days, the first of them {PeriodText.Day(days[0])}");
}
