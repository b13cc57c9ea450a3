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
        var old = new List<StopMark>();
        var sheets = new List<StoredSheet>();
        foreach (var machine in marks.GroupBy(mark => mark.MachineId))
        {
            if (!clocks.TryGetValue(machine.Key, out var clock))
                continue;
            foreach (var months in Months(machine))
            {
                old.Add(months);
                var stops = await DowntimeStore.ReadAsync(scope, Around(months, clock), [machine.Key], cancellationToken);
                sheets.AddRange(Sheets(months, stops, clock));
            }
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
            var (first, last) = (FirstOfMonth(mark.First), LastOfMonth(mark.Last));
            if (runs.Count > 0 && first <= runs[^1].Last)
                runs[^1] = runs[^1] with { Last = last > runs[^1].Last ? last : runs[^1].Last };
            else
                runs.Add(new(mark.MachineId, first, last));
        }

        return runs;
    }

    private IEnumerable<StoredSheet> Sheets(StopMark months, IReadOnlyList<BookedStop> stops, SheetClock clock)
    {
        var byDay = new SortedDictionary<DateOnly, List<BookedStop>>();
        foreach (var stop in stops)
        {
            // The night that ends on the day on which the stop begins belongs to the day before.
            for (var day = clock.DayOf(stop.Start).AddDays(-1); day <= clock.DayOf(stop.End); day = day.AddDays(1))
            {
                if (day < months.First || day > months.Last)
                    continue;
                if (!byDay.TryGetValue(day, out var ofDay))
                    byDay[day] = ofDay = [];
                ofDay.Add(stop);
            }
        }

        var month = new List<(DateOnly Day, StopSheet Sheet)>();
        foreach (var (day, ofDay) in byDay)
        {
            if (month.Count > 0 && FirstOfMonth(month[0].Day) != FirstOfMonth(day))
            {
                foreach (var slice in Month(months.MachineId, month))
                    yield return slice;
                month = [];
            }

            var sheet = MakeStopSheet.Of(ofDay, day, clock, rules.Rules);
            if (sheet.Slices.Count == 0)
                continue;
            month.Add((day, sheet));
            foreach (var slice in Stored(SheetStore.DayGrain, months.MachineId, day, sheet))
                yield return slice;
        }

        if (month.Count == 0)
            yield break;
        foreach (var slice in Month(months.MachineId, month))
            yield return slice;
    }

    private IEnumerable<StoredSheet> Month(int machineId, List<(DateOnly Day, StopSheet Sheet)> days)
    {
        var first = FirstOfMonth(days[0].Day);
        return Stored(SheetStore.MonthGrain, machineId, first, AddStopSheets.Of(first, LastOfMonth(first), rules.Rules, days));
    }

    private static IEnumerable<StoredSheet> Stored(short grain, int machineId, DateOnly bucket, StopSheet sheet) =>
        sheet.Slices.Select(slice => new StoredSheet(grain, machineId, slice.Key, bucket, SheetCodec.Write(slice.Value)));

    // A mark of all days has no day before its first.
    private static TimeSlice Around(StopMark months, SheetClock clock) => new(
        months.First == DateOnly.MinValue ? DateTimeOffset.MinValue : clock.Around(months.First, months.First).From,
        months.Last == DateOnly.MaxValue ? DateTimeOffset.MaxValue : clock.Around(months.Last, months.Last).To);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
