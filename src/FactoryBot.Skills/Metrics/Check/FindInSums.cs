using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Check;

/// <summary>Holds the sums of a wide part of the plant against the catalogue: what they can show, in the words of the catalogue. Pure. What only
/// single shifts or stops show is told by the check of the data itself.</summary>
internal static class FindInSums
{
    /// <param name="whole">The whole plant is asked for; counts by day are kept for all of it only.</param>
    public static IReadOnlyList<DataFinding> Of(PlantData plant, SumFacts facts, Period period, DateOnly today, bool whole)
    {
        var order = DataChecks.All.Index().ToDictionary(c => c.Item, c => c.Index);
        return [.. Sites(plant, facts).Concat(Lines(plant, facts, period, today)).Concat(Open(plant, facts)).Concat(whole ? Counts(facts) : []).OrderBy(f => order[f.Check])];
    }

    private static IEnumerable<DataFinding> Sites(PlantData plant, SumFacts facts)
    {
        foreach (var site in facts.SiteDays.GroupBy(day => day.SiteId, day => day.Day))
        {
            var days = site.ToHashSet();
            if (FindProblems.DaysWithout(days, days.Min(), days.Max()).ToList() is { Count: > 0 } missing)
                yield return DataChecks.DaysMissing(plant.Sites.First(s => s.Id == site.Key).Name, missing);
        }
    }

    private static IEnumerable<DataFinding> Lines(PlantData plant, SumFacts facts, Period period, DateOnly today)
    {
        var worked = facts.SiteDays.Select(day => day.Day.DayOfWeek).ToHashSet();
        var expected = period.To < today ? period.To : today.AddDays(-1);
        var last = facts.LastDays.ToDictionary(line => line.LineId, line => line.Day);
        foreach (var line in plant.Lines)
        {
            if (last.TryGetValue(line.Id, out var day) && Enumerable.Range(1, Math.Max(0, expected.DayNumber - day.DayNumber)).Any(i => worked.Contains(day.AddDays(i).DayOfWeek)))
                yield return DataChecks.EndsEarly(line.Name, day, expected);
        }

        foreach (var sums in facts.Lines)
        {
            var name = plant.Lines.First(line => line.Id == sums.LineId).Name;
            if (sums.Unplanned && !facts.LinesWithCalendar.Contains(sums.LineId))
                yield return DataChecks.CalendarMissing(name);
            if (sums.IdealMissing)
                yield return DataChecks.IdealCycleMissing(name, period.From, period.To);
            if (sums.Total >= FindProblems.PiecesWithoutScrap && sums.Scrap == 0 && sums.Good >= sums.Total)
                yield return DataChecks.ScrapNeverBooked(name, sums.Total, period.From, period.To);
        }
    }

    private static IEnumerable<DataFinding> Open(PlantData plant, SumFacts facts) => facts.Open.Select(open =>
    {
        var machine = plant.Machines.First(m => m.Id == open.MachineId);
        return DataChecks.StillOpen(machine.Name, open.Stops, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(open.Since, Downtime.SiteZone.Of(plant, machine)).DateTime));
    });

    private static IEnumerable<DataFinding> Counts(SumFacts facts)
    {
        if (facts.Counted.Count > 0)
        {
            yield return DataChecks.CountedTwice(
                "the whole plant", "the hourly counts", facts.Counted.Sum(day => day.Production), facts.Counted.Sum(day => day.Counted), facts.Counted.Count,
                facts.Counted.Min(day => day.Day), facts.Counted.Max(day => day.Day));
        }
    }
}
