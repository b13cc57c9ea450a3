using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Computes the sheets of marked days anew, machine by machine; what is not done yet is still marked and so still right.</summary>
internal sealed class RefreshStopSheets(FactoryDatabase database, StopRules rules)
{
    private const int MachinesAtOnce = 8;

    /// <returns>How many machines were computed; the work ends early where another host is at it.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var done = 0;
        while (await StepAsync(tenantId, cancellationToken) is var machines and > 0)
            done += machines;
        return done;
    }

    private async Task<int> StepAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var store = new SheetStore(scope);
        if (!await store.TryLockAsync(cancellationToken))
            return 0;
        if (await store.RulesAsync(cancellationToken) != rules.Fingerprint)
            await store.StartAnewAsync(rules.Fingerprint, cancellationToken);

        // Before the plant and the stops are read: what changes in between is marked again.
        var marks = await store.TakeMarksAsync(MachinesAtOnce, cancellationToken);
        if (marks.Count == 0)
            return 0;
        var clocks = await store.ClocksAsync(cancellationToken);
        var reasons = await store.ReasonsAsync(cancellationToken);
        var old = new List<StopMark>();
        var sheets = new List<StoredSheet>();
        foreach (var machine in marks.GroupBy(mark => mark.MachineId))
        {
            if (!clocks.TryGetValue(machine.Key, out var clock))
                continue;
            var runs = Months(machine);
            var months = new List<(DateOnly First, StopSheet Sheet)>();
            foreach (var run in runs)
            {
                var stops = await DowntimeStore.ReadAsync(scope, Around(run, clock), [machine.Key], cancellationToken);
                var days = Days(run, stops, clock).ToList();
                sheets.AddRange(days.SelectMany(day => Stored(SheetStore.DayGrain, machine.Key, day)));
                months.AddRange(Added(SheetStore.MonthGrain, days));
            }

            sheets.AddRange(months.SelectMany(month => Stored(SheetStore.MonthGrain, machine.Key, month)));
            months.AddRange(await BesideAsync(store, runs, reasons, cancellationToken));
            sheets.AddRange(Added(SheetStore.QuarterGrain, months).SelectMany(quarter => Stored(SheetStore.QuarterGrain, machine.Key, quarter)));
            old.AddRange(runs);
        }

        await store.ReplaceAsync(old, sheets, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return marks.Select(mark => mark.MachineId).Distinct().Count();
    }

    /// <summary>Whole months, those that join or overlap as one.</summary>
    private static List<StopMark> Months(IEnumerable<StopMark> marks)
    {
        var runs = new List<StopMark>();
        foreach (var mark in marks.OrderBy(mark => mark.First))
        {
            var (first, last) = (SheetRun.FirstOf(SheetStore.MonthGrain, mark.First), LastOfMonth(mark.Last));
            if (runs.Count > 0 && first <= runs[^1].Last)
                runs[^1] = runs[^1] with { Last = last > runs[^1].Last ? last : runs[^1].Last };
            else
                runs.Add(new(mark.MachineId, first, last));
        }

        return runs;
    }

    /// <summary>The months that make up the quarters of these runs beside them, as they are kept.</summary>
    private static async Task<List<(DateOnly First, StopSheet Sheet)>> BesideAsync(SheetStore store, List<StopMark> runs, SheetReasons reasons, CancellationToken cancellationToken)
    {
        var beside = new List<(DateOnly First, StopSheet Sheet)>();
        foreach (var run in runs)
        {
            // A mark of all days leaves none beside it.
            if (run.Last == DateOnly.MaxValue)
                continue;
            var (first, last) = (SheetRun.FirstOf(SheetStore.QuarterGrain, run.First), SheetRun.LastOf(SheetStore.QuarterGrain, SheetRun.FirstOf(SheetStore.QuarterGrain, run.Last)));
            var kept = await store.MonthsAsync(run.MachineId, first, last, reasons, cancellationToken);
            beside.AddRange(kept.Where(month => !runs.Exists(one => one.Touches(month.Month, month.Month))));
        }

        return [.. beside.DistinctBy(month => month.First)];
    }

    private IEnumerable<(DateOnly Day, StopSheet Sheet)> Days(StopMark run, IReadOnlyList<BookedStop> stops, SheetClock clock)
    {
        var byDay = new SortedDictionary<DateOnly, List<BookedStop>>();
        foreach (var stop in stops)
        {
            // The night that ends on the day on which the stop begins belongs to the day before.
            for (var day = clock.DayOf(stop.Start).AddDays(-1); day <= clock.DayOf(stop.End); day = day.AddDays(1))
            {
                if (day < run.First || day > run.Last)
                    continue;
                if (!byDay.TryGetValue(day, out var ofDay))
                    byDay[day] = ofDay = [];
                ofDay.Add(stop);
            }
        }

        foreach (var (day, ofDay) in byDay)
        {
            var sheet = MakeStopSheet.Of(ofDay, day, clock, rules.Rules);
            if (sheet.Slices.Count > 0)
                yield return (day, sheet);
        }
    }

    /// <summary>Sheets of days or months added up to those of this grain.</summary>
    private IEnumerable<(DateOnly First, StopSheet Sheet)> Added(short grain, IEnumerable<(DateOnly First, StopSheet Sheet)> parts) =>
        parts.GroupBy(part => SheetRun.FirstOf(grain, part.First)).Select(bucket => (
            bucket.Key, AddStopSheets.Of(bucket.Key, SheetRun.LastOf(grain, bucket.Key), rules.Rules, [.. bucket.OrderBy(part => part.First)])));

    private static IEnumerable<StoredSheet> Stored(short grain, int machineId, (DateOnly First, StopSheet Sheet) bucket) =>
        bucket.Sheet.Slices.Select(slice => new StoredSheet(grain, machineId, slice.Key, bucket.First, SheetCodec.Write(slice.Value)));

    // A mark of all days has no day before its first.
    private static TimeSlice Around(StopMark months, SheetClock clock) => new(
        months.First == DateOnly.MinValue ? DateTimeOffset.MinValue : clock.Around(months.First, months.First).From,
        months.Last == DateOnly.MaxValue ? DateTimeOffset.MaxValue : clock.Around(months.Last, months.Last).To);

    // No month comes after that of the last day there is, in which a mark of all days ends.
    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
