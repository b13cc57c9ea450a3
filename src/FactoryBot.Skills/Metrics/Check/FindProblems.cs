using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Check;

/// <summary>Holds facts against the catalogue. Pure: the same facts give the same findings, in the order of the catalogue.</summary>
internal static class FindProblems
{
    // Fewer pieces without scrap are no sign of anything.
    public const int PiecesWithoutScrap = 200;
    private const decimal ReasonShare = 0.05m;
    private const decimal Jump = 0.25m;
    private const long LeastWeek = 2 * 3_600;

    public static IReadOnlyList<DataFinding> Of(PlantData plant, CheckFacts facts, Period period, DateOnly today)
    {
        var order = DataChecks.All.Index().ToDictionary(c => c.Item, c => c.Index);
        var machines = facts.Slots.Select(s => s.MachineId).Concat(facts.Stops.Select(s => s.MachineId)).Concat(facts.Open.Select(o => o.MachineId)).ToHashSet();
        var lines = plant.Lines.Where(line => plant.Machines.Any(m => m.LineId == line.Id && machines.Contains(m.Id)));
        return
        [
            .. lines.SelectMany(line => OfLine(plant, line, facts, period, today))
                .Concat(plant.Machines.Where(m => machines.Contains(m.Id)).SelectMany(machine => OfMachine(plant, machine, facts)))
                .OrderBy(f => order[f.Check]),
        ];
    }

    private static IEnumerable<DataFinding> OfLine(PlantData plant, PlantLine line, CheckFacts facts, Period period, DateOnly today)
    {
        var ids = plant.Machines.Where(m => m.LineId == line.Id).Select(m => m.Id).ToHashSet();
        var slots = facts.Slots.Where(s => ids.Contains(s.MachineId)).ToList();
        if (slots.Count == 0)
            yield break;
        var days = slots.Select(s => s.Day).ToHashSet();
        var (first, last) = (days.Min(), days.Max());
        var missing = DaysWithout(days, first, last).ToList();
        if (missing.Count > 0)
            yield return DataChecks.DaysMissing(line.Name, missing);
        var expected = period.To < today ? period.To : today.AddDays(-1);
        if (DaysWithout(days, last, expected).Any())
            yield return DataChecks.EndsEarly(line.Name, last, expected);
        if (!facts.LinesWithCalendar.Contains(line.Id) && slots.Exists(s => s is { Planned: 0, Total: > 0 }))
            yield return DataChecks.CalendarMissing(line.Name);
        var pieces = slots.Sum(s => s.Total);
        if (pieces >= PiecesWithoutScrap && slots.TrueForAll(s => s.Scrap == 0 && s.Good >= s.Total))
            yield return DataChecks.ScrapNeverBooked(line.Name, pieces, first, last);
        if (Differing(slots.Select(s => (line.Id, s.Day, s.Total)), facts.ByLine.Where(c => c.Id == line.Id)) is { Days: > 0 } other)
            yield return DataChecks.CountedTwice(line.Name, "the line's own count", other.Production, other.Counted, other.Days, other.From, other.To);
        foreach (var finding in StopsOf(line.Name, facts.Stops.Where(s => ids.Contains(s.MachineId)).ToList(), slots, first, last))
            yield return finding;
    }

    private static IEnumerable<DataFinding> OfMachine(PlantData plant, PlantMachine machine, CheckFacts facts)
    {
        var slots = facts.Slots.Where(s => s.MachineId == machine.Id).ToList();
        if (Over(slots, s => s.Run > s.Planned && s.Planned > 0) is { Count: > 0 } available)
            yield return DataChecks.TooAvailable(machine.Name, (decimal)available.Sum(s => s.Run) / available.Sum(s => s.Planned), available.Min(s => s.Day), available.Max(s => s.Day));
        if (Over(slots, s => s.Ideal > s.Run && s.Run > 0) is { Count: > 0 } fast)
            yield return DataChecks.TooFast(machine.Name, fast.Sum(s => s.Ideal) / fast.Sum(s => s.Run), fast.Min(s => s.Day), fast.Max(s => s.Day));
        if (Over(slots, s => s.IdealMissing) is { Count: > 0 } unknown)
            yield return DataChecks.IdealCycleMissing(machine.Name, unknown.Min(s => s.Day), unknown.Max(s => s.Day));
        if (Over(slots, s => s.Good > s.Total) is { Count: > 0 } good)
            yield return DataChecks.MoreGoodThanTotal(machine.Name, good.Select(s => s.Day).Distinct().Count(), good.Min(s => s.Day), good.Max(s => s.Day));
        if (Differing(slots.Select(s => (machine.Id, s.Day, s.Total)), facts.Hourly.Where(c => c.Id == machine.Id)) is { Days: > 0 } other)
            yield return DataChecks.CountedTwice(machine.Name, "the hourly counts", other.Production, other.Counted, other.Days, other.From, other.To);
        var stops = facts.Stops.Where(s => s.MachineId == machine.Id && s.Overlapping > 0).ToList();
        if (stops.Count > 0)
            yield return DataChecks.StopsOverlap(machine.Name, stops.Sum(s => s.Overlapping), TimeSpan.FromSeconds(stops.Sum(s => s.Overlap)), stops.Min(s => s.Week), stops.Max(s => s.Week).AddDays(6));
        foreach (var open in facts.Open.Where(o => o.MachineId == machine.Id))
            yield return DataChecks.StillOpen(machine.Name, open.Stops, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(open.Since, Downtime.SiteZone.Of(plant, machine)).DateTime));
    }

    private static IEnumerable<DataFinding> StopsOf(string line, List<StopFacts> stops, List<SlotFacts> slots, DateOnly first, DateOnly last)
    {
        var (all, without) = (stops.Sum(s => s.Planned + s.Unplanned), stops.Sum(s => s.WithoutReason));
        if (all > 0 && (decimal)without / all >= ReasonShare)
            yield return DataChecks.ReasonMissing(line, TimeSpan.FromSeconds(without), (decimal)without / all, first, last);
        var weeks = stops.GroupBy(s => s.Week).Select(w => (Week: w.Key, Planned: w.Sum(s => s.Planned), All: w.Sum(s => s.Planned + s.Unplanned)))
            .Where(w => w.All >= LeastWeek).OrderBy(w => w.Week).Select(w => (w.Week, Share: (decimal)w.Planned / w.All)).ToList();
        var jump = weeks.Zip(weeks.Skip(1)).Where(pair => Math.Abs(pair.Second.Share - pair.First.Share) >= Jump)
            .OrderByDescending(pair => Math.Abs(pair.Second.Share - pair.First.Share)).Take(1);
        foreach (var (before, after) in jump)
            yield return DataChecks.PlannedJumps(line, after.Week, before.Share, after.Share);
        var (booked, lost) = (stops.Sum(s => s.Unplanned - s.Overlap), slots.Sum(s => s.Planned - s.Run));
        if (stops.Count > 0 && slots.Sum(s => s.Planned) > 0 && Math.Abs(booked - lost) > Math.Max(3_600, Math.Abs(lost) / 10))
            yield return DataChecks.StopsDisagree(line, TimeSpan.FromSeconds(booked), TimeSpan.FromSeconds(lost), first, last);
    }

    private static List<SlotFacts> Over(List<SlotFacts> slots, Func<SlotFacts, bool> wrong) => [.. slots.Where(wrong)];

    /// <summary>Days without rows, leaving out days of the week on which there never are any: a line that rests on Sundays misses none.</summary>
    public static IEnumerable<DateOnly> DaysWithout(HashSet<DateOnly> days, DateOnly from, DateOnly to)
    {
        var worked = days.Select(d => d.DayOfWeek).ToHashSet();
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (!days.Contains(day) && worked.Contains(day.DayOfWeek))
                yield return day;
        }
    }

    /// <summary>The days on which both tables count, and differ.</summary>
    private static (int Days, long Production, long Counted, DateOnly From, DateOnly To)? Differing(IEnumerable<(int, DateOnly Day, long Total)> slots, IEnumerable<CountedFacts> others)
    {
        var production = slots.GroupBy(s => s.Day).ToDictionary(g => g.Key, g => g.Sum(s => s.Total));
        var differ = others.Where(o => production.TryGetValue(o.Day, out var total) && total != o.Total).ToList();
        return differ.Count == 0 ? null : (differ.Count, differ.Sum(o => production[o.Day]), differ.Sum(o => o.Total), differ.Min(o => o.Day), differ.Max(o => o.Day));
    }
}
