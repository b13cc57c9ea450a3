using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Downtime of whole days: from sheets where they are right, from the stops of a day where it is marked. Both at one moment.</summary>
internal sealed class ReadStops(FactoryDatabase database, StopRules rules)
{
    /// <param name="asked">Each period with the run time in it, for the MTBF.</param>
    public async Task<IReadOnlyList<DowntimeFigures>> ReadAsync(
        Guid tenantId, PlantData plant, int[]? machineIds, int[]? shiftIds, IReadOnlyList<(Period Period, long RunSeconds)> asked, CancellationToken cancellationToken)
    {
        var machines = plant.Machines.Where(machine => machineIds is null || machineIds.Contains(machine.Id)).ToList();
        var places = new StopPlaces(plant, machines, shiftIds);
        await using var scope = await database.OpenSnapshotAsync(tenantId, cancellationToken);
        var store = new SheetStore(scope);
        var usable = places.HaveOneSlice && rules.Rules.Major >= SliceSheet.Floor && (await store.RulesAsync(cancellationToken) ?? rules.Fingerprint) == rules.Fingerprint;
        var reasons = usable ? await store.ReasonsAsync(cancellationToken) : null;
        var figures = new List<DowntimeFigures>();
        foreach (var (period, runSeconds) in asked)
        {
            if (reasons is null)
            {
                figures.Add(await BookedAsync(scope, places, period, runSeconds, cancellationToken));
                continue;
            }

            var slices = await SlicesAsync(scope, store, places, period, reasons, cancellationToken);
            var summed = SheetFigures.Of(slices, reasons, rules.Rules, runSeconds, out var complete);
            figures.Add(complete || slices.Count == 0
                ? summed
                : summed with { Longest = (await BookedAsync(scope, places, period, runSeconds, cancellationToken)).Longest });
        }

        return figures;
    }

    private async Task<DowntimeFigures> BookedAsync(
        TenantScope scope, StopPlaces places, Period period, long runSeconds, CancellationToken cancellationToken)
    {
        var times = places.Times(period);
        var all = times.Values.SelectMany(slices => slices).ToList();
        IReadOnlyList<BookedStop> booked = all.Count == 0
            ? []
            : await DowntimeStore.ReadAsync(scope, new(all.Min(s => s.From), all.Max(s => s.To)), [.. times.Keys], cancellationToken);
        return ComputeDowntime.Of(booked, id => times[id], rules.Rules, runSeconds);
    }

    /// <summary>One slice for each machine with stops, over the whole period.</summary>
    private async Task<List<(int MachineId, SliceSheet Slice)>> SlicesAsync(
        TenantScope scope, SheetStore store, StopPlaces places, Period period, SheetReasons reasons, CancellationToken cancellationToken)
    {
        var marks = (await store.MarksAsync(period.From, period.To, cancellationToken)).Where(mark => places.Has(mark.MachineId)).ToLookup(mark => mark.MachineId);
        var parts = places.MachineIds.ToDictionary(id => id, _ => new List<(DateOnly Day, SliceSheet Slice)>());
        foreach (var run in SheetRun.Of(period))
        {
            // A month of which one day is marked is read by days.
            var clean = places.MachineIds.Where(id => !marks[id].Any(mark => mark.Touches(run.From, run.To))).ToArray();
            Add(await store.ReadAsync(clean, run.Grain, run.From, run.To, cancellationToken), _ => false);
            var rest = places.MachineIds.Except(clean).ToArray();
            if (rest.Length == 0)
                continue;
            Add(await store.ReadAsync(rest, SheetStore.DayGrain, run.From, run.To, cancellationToken), sheet => marks[sheet.MachineId].Any(mark => mark.Touches(sheet.Bucket, sheet.Bucket)));
            await AddMarkedAsync(rest, run);
        }

        return [.. parts.Where(machine => machine.Value.Count > 0).Select(machine => (
            machine.Key, AddStopSheets.Slice(period.From, period.To, [.. machine.Value.OrderBy(part => part.Day)])))];

        void Add(List<StoredSheet> sheets, Func<StoredSheet, bool> isOld)
        {
            foreach (var sheet in sheets.Where(sheet => !isOld(sheet)))
            {
                var slice = places.SliceOf(sheet.MachineId);
                if (SheetCodec.Read(sheet.Bytes, reasons.Name, slice).Slices.TryGetValue(slice, out var found))
                    parts[sheet.MachineId].Add((sheet.Bucket, found));
            }
        }

        async Task AddMarkedAsync(int[] machineIds, SheetRun run)
        {
            var days = machineIds.SelectMany(id => run.Days.Where(day => marks[id].Any(mark => mark.Touches(day, day))).Select(day => (Id: id, Day: day))).ToList();
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
