using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Downtime of whole days: from sheets where they are right, from the stops of a day where it is marked. Both at one moment.</summary>
internal sealed class ReadStops(FactoryDatabase database, StopRules rules)
{
    /// <param name="asked">Each period with the run time in it, for the MTBF.</param>
    public async Task<IReadOnlyList<DowntimeFigures>> ReadAsync(
        Guid tenantId, PlantData plant, PlantScope place, IReadOnlyList<(Period Period, long RunSeconds)> asked, CancellationToken cancellationToken)
    {
        var counted = rules.Rules with { Cause = place.Cause?.ReasonIds };
        var places = StopPlaces.Of(plant, place);
        await using var scope = await database.OpenSnapshotAsync(tenantId, cancellationToken);
        var store = new SheetStore(scope);
        var state = await UsableAsync(store, places, asked.Min(one => one.Period.From), asked.Max(one => one.Period.To), cancellationToken);
        var figures = new List<DowntimeFigures>();
        foreach (var (period, runSeconds) in asked)
        {
            if (state is null)
            {
                figures.Add(await BookedAsync(scope, places, period, counted, runSeconds, cancellationToken));
                continue;
            }

            var parts = await PartsAsync(scope, store, places, [.. SheetRun.Of(period)], state, cancellationToken);
            var summed = SheetFigures.Of(Slices(parts, period), state.Reasons, counted, runSeconds, out var complete);
            figures.Add(complete || summed.Rows == 0
                ? summed
                : summed with { Longest = (await BookedAsync(scope, places, period, counted, runSeconds, cancellationToken)).Longest });
        }

        return figures;
    }

    /// <summary>Every unplanned standstill, the longest first, and the longest of all; of the reason that is asked for where one is, planned or not.</summary>
    public async Task<(IReadOnlyList<StopEpisode> Unplanned, StopEpisode? Longest)> EpisodesAsync(
        Guid tenantId, PlantData plant, PlantScope place, Period period, CancellationToken cancellationToken)
    {
        var times = StopPlaces.Of(plant, place).Times(period);
        var slices = times.Values.SelectMany(of => of).ToList();
        if (slices.Count == 0)
            return ([], null);
        await using var scope = await database.OpenSnapshotAsync(tenantId, cancellationToken);
        var booked = await DowntimeStore.ReadAsync(scope, new(slices.Min(s => s.From), slices.Max(s => s.To)), [.. times.Keys], cancellationToken, place.Cause?.ReasonIds);
        var all = ComputeDowntime.Of(booked, id => times[id], rules.Rules with { Major = TimeSpan.Zero, ListsPlanned = place.Cause is not null }, 0);
        return (all.Major, all.Longest);
    }

    /// <summary>Each day by itself, from one reading. The longest stop of a day is known where it is a long one.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, DowntimeFigures Figures)>> DaysAsync(
        Guid tenantId, PlantData plant, PlantScope place, Period period, CancellationToken cancellationToken)
    {
        var places = StopPlaces.Of(plant, place);
        await using var scope = await database.OpenSnapshotAsync(tenantId, cancellationToken);
        var store = new SheetStore(scope);
        var state = await UsableAsync(store, places, period.From, period.To, cancellationToken);
        var run = new SheetRun(SheetStore.DayGrain, period.From, period.To);
        var parts = state is null ? null : await PartsAsync(scope, store, places, [run], state, cancellationToken);
        var days = new List<(DateOnly, DowntimeFigures)>();
        foreach (var day in run.Days)
        {
            var one = Period.Of(day, day);
            days.Add((day, parts is null
                ? await BookedAsync(scope, places, one, rules.Rules, 0, cancellationToken)
                : SheetFigures.Of(Slices(parts, one), state!.Reasons, rules.Rules, 0, out _)));
        }

        return days;
    }

    /// <returns>Null where sheets do not say what is asked for: the stops do.</returns>
    private async Task<SheetState?> UsableAsync(SheetStore store, StopPlaces places, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        places.HaveOneSlice && rules.Rules.Major >= SliceSheet.Floor
            && await store.StateAsync(from, to, cancellationToken) is var state && (state.Rules ?? rules.Fingerprint) == rules.Fingerprint
                ? state
                : null;

    /// <summary>One slice for each machine with stops, over the whole period.</summary>
    private List<(int MachineId, SliceSheet Slice)> Slices(Dictionary<int, List<(DateOnly Day, SliceSheet Slice)>> parts, Period period)
    {
        var slices = new List<(int, SliceSheet)>();
        foreach (var (id, all) in parts)
        {
            var within = all.FindAll(part => part.Day >= period.From && part.Day <= period.To);
            within.Sort((one, other) => one.Day.CompareTo(other.Day));
            if (within.Count > 0)
                slices.Add((id, AddStopSheets.Slice(period.From, period.To, rules.Rules, within)));
        }

        return slices;
    }

    private static async Task<DowntimeFigures> BookedAsync(
        TenantScope scope, StopPlaces places, Period period, DowntimeRules counted, long runSeconds, CancellationToken cancellationToken)
    {
        var times = places.Times(period);
        var all = times.Values.SelectMany(slices => slices).ToList();
        IReadOnlyList<BookedStop> booked = all.Count == 0
            ? []
            : await DowntimeStore.ReadAsync(scope, new(all.Min(s => s.From), all.Max(s => s.To)), [.. times.Keys], cancellationToken);
        return ComputeDowntime.Of(booked, id => times[id], counted, runSeconds);
    }

    private async Task<Dictionary<int, List<(DateOnly Day, SliceSheet Slice)>>> PartsAsync(
        TenantScope scope, SheetStore store, StopPlaces places, IReadOnlyList<SheetRun> runs, SheetState state, CancellationToken cancellationToken)
    {
        var marks = state.Marks.Where(mark => mark.Touches(runs[0].From, runs[^1].To) && places.Has(mark.MachineId)).ToLookup(mark => mark.MachineId);
        var parts = places.MachineIds.ToDictionary(id => id, _ => new List<(DateOnly Day, SliceSheet Slice)>());
        foreach (var run in runs)
        {
            await AddAsync(places.MachineIds, run);
            var old = marks.Where(machine => machine.Any(mark => mark.Touches(run.From, run.To))).Select(machine => machine.Key).ToArray();
            if (old.Length == 0)
                continue;
            // Of a month or quarter of which one day is marked the days are read.
            var days = run.Within(marks.SelectMany(machine => machine));
            if (run.Grain > SheetStore.DayGrain)
                await AddAsync(old, days, (id, day) => IsOld(id, run.BucketOf(day)));
            await AddMarkedAsync(old, days);
        }

        return parts;

        async Task AddAsync(int[] machineIds, SheetRun run, Func<int, DateOnly, bool>? isAsked = null)
        {
            foreach (var slice in machineIds.GroupBy(places.SliceOf))
            {
                await store.ReadAsync([.. slice], slice.Key, run, (id, bucket, sheet) =>
                {
                    if (!IsOld(id, (bucket, run.LastOf(bucket))) && isAsked?.Invoke(id, bucket) != false)
                        parts[id].Add((bucket, SheetCodec.Read(sheet, state.Reasons.Name, rules.Rules.Major)));
                }, cancellationToken);
            }
        }

        bool IsOld(int id, (DateOnly First, DateOnly Last) days) => marks.Count > 0 && marks[id].Any(mark => mark.Touches(days.First, days.Last));

        async Task AddMarkedAsync(int[] machineIds, SheetRun run)
        {
            var days = machineIds.SelectMany(id => run.Days.Where(day => IsOld(id, (day, day))).Select(day => (Id: id, Day: day))).ToList();
            var around = days.Select(day => places.ClockOf(day.Id).Around(day.Day, day.Day)).ToList();
            var booked = (await DowntimeStore.ReadAsync(scope, new(around.Min(a => a.From), around.Max(a => a.To)), machineIds, cancellationToken)).ToLookup(stop => stop.MachineId);
            foreach (var ((id, day), time) in days.Zip(around))
            {
                var stops = booked[id].Where(stop => stop.Start < time.To && stop.End > time.From).ToList();
                if (MakeStopSheet.Of(stops, day, places.ClockOf(id), rules.Rules).Slices.TryGetValue(places.SliceOf(id), out var found))
                    parts[id].Add((day, found));
            }
        }
    }
}
