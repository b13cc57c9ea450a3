using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Calendar;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Keeps production equal to what it is made from, in the transaction that brought new counts or stops.</summary>
internal static class KeepProduction
{
    /// <summary>Production of the slots from their counts. A slot with production that somebody booked is left as it is.</summary>
    public static async Task FromCountsAsync(TenantScope scope, MasterData master, IReadOnlyCollection<IntakeSlot> slots, CancellationToken cancellationToken)
    {
        if (slots.Count == 0)
            return;
        var sums = await SlotStore.SumsAsync(scope, slots, cancellationToken);
        var shifts = sums.Select(sum => sum.Slot).Distinct().ToDictionary(slot => slot, slot => ShiftOf(master, slot));
        var planned = shifts.Values.OfType<PlannedShift>().ToList();
        var stops = planned.Count == 0 ? [] : await SlotStore.StopsAsync(
            scope, sums.Select(sum => sum.Slot.MachineId), planned.Min(s => s.Whole.From), planned.Max(s => s.Whole.To), cancellationToken);
        var byMachine = stops.ToLookup(stop => stop.MachineId);
        var facts = sums.GroupBy(sum => sum.Slot).SelectMany(group => DeriveProduction.Of(
            group.Key, master.Machines.Get(group.Key.MachineId), master, shifts[group.Key], [.. group], [.. byMachine[group.Key.MachineId]])).ToList();
        await SlotStore.DropStaleAsync(scope, slots, facts.Select(fact => fact.Key), cancellationToken);
        await ProductionIntakeStore.WriteAsync(scope, facts, cancellationToken);
    }

    /// <summary>Run times that follow from stops, after the stops of these days have changed.</summary>
    public static async Task FromStopsAsync(
        TenantScope scope, MasterData master, IReadOnlyCollection<TouchedStops> touched, CancellationToken cancellationToken)
    {
        if (touched.Count == 0)
            return;
        var times = touched.ToLookup(stops => stops.MachineId, stops => stops.Time);
        var runs = (await SlotStore.RunsAsync(scope, touched, cancellationToken)).FindAll(
            run => Window(master, run.Slot, run.Start, run.End).Any(window => times[run.Slot.MachineId].Any(time => window.From <= time.To && window.To >= time.From)));
        await CountMarkStore.MarkAsync(scope, [.. runs.Where(run => run.Derived).Select(run => run.Slot).Distinct()], cancellationToken);
        var booked = runs.Where(run => !run.Derived).Select(run => (Row: run, Window: Window(master, run.Slot, run.Start, run.End))).ToList();
        var stops = await StopsOfAsync(scope, booked.Select(b => (b.Row.Slot.MachineId, b.Window)), cancellationToken);
        var changed = booked.Select(b => (b.Row, Run: RunOf(b.Row.Planned, b.Window, stops[b.Row.Slot.MachineId]))).Where(b => b.Run != b.Row.Run).ToList();
        if (changed.Count > 0)
            await SlotStore.SetRunAsync(scope, changed, cancellationToken);
    }

    /// <summary>Rows as they were booked, with the times that they leave out.</summary>
    public static async Task<List<ProductionFact>> CompleteAsync(
        TenantScope scope, MasterData master, IReadOnlyList<ProductionRow> rows, CancellationToken cancellationToken)
    {
        var windows = rows.Select(row => (Row: row, Slot: new IntakeSlot(row.Day, row.MachineId, row.ShiftId)))
            .Select(r => (r.Row, r.Slot, Shift: ShiftOf(master, r.Slot), Window: Window(master, r.Slot, r.Row.Start, r.Row.End))).ToList();
        var stops = await StopsOfAsync(scope, windows.Where(w => w.Row.RunSeconds is null).Select(w => (w.Row.MachineId, w.Window)), cancellationToken);
        return [.. windows.Select(w =>
        {
            var (row, own) = (w.Row, w.Row is { Start: not null, End: not null });
            var busy = w.Shift is null ? [] : own ? Slices.Within(w.Shift.Busy, w.Window[0]) : w.Shift.Busy;
            var fromCalendar = ProductionTimes.Of(busy, [.. stops[row.MachineId].Where(stop => stop.Planned)]).Planned;
            var planned = row.PlannedSeconds ?? fromCalendar;
            return new ProductionFact(
                row.Key, w.Slot, row.OrderId, row.Start, row.End, row.Operator,
                row.ScheduledSeconds ?? Math.Max(planned, row.PlannedSeconds ?? w.Shift?.ScheduledSeconds ?? 0), planned,
                row.RunSeconds ?? RunOf(planned, w.Window, stops[row.MachineId]), row.IdealSeconds, row.Total, row.Good, row.Scrap,
                Derived: false, PlanFromCalendar: row.PlannedSeconds is null && w.Shift is not null, RunFromStops: row.RunSeconds is null);
        })];
    }

    private static int RunOf(int planned, IReadOnlyList<TimeSlice> window, IEnumerable<StopSpan> stops)
    {
        var lost = Slices.Union(stops.Where(stop => !stop.Planned).SelectMany(stop => Slices.Within(window, stop.Time)));
        return Math.Max(0, planned - Slices.Seconds(lost));
    }

    private static async Task<ILookup<int, StopSpan>> StopsOfAsync(
        TenantScope scope, IEnumerable<(int MachineId, IReadOnlyList<TimeSlice> Window)> windows, CancellationToken cancellationToken)
    {
        var all = windows.Where(w => w.Window.Count > 0).ToList();
        var stops = all.Count == 0 ? [] : await SlotStore.StopsAsync(
            scope, all.Select(w => w.MachineId), all.Min(w => w.Window[0].From), all.Max(w => w.Window[^1].To), cancellationToken);
        return stops.ToLookup(stop => stop.MachineId);
    }

    private static PlannedShift? ShiftOf(MasterData master, IntakeSlot slot)
    {
        var line = master.LineOf(master.Machines.Get(slot.MachineId));
        return master.ShiftsOn(line, slot.Day).FirstOrDefault(shift => shift.ShiftId == slot.ShiftId);
    }

    // Its own begin and end, else the shift as planned, else the shift by its usual hours.
    private static IReadOnlyList<TimeSlice> Window(MasterData master, IntakeSlot slot, DateTimeOffset? start, DateTimeOffset? end) =>
        start is { } from && end is { } to ? [new(from, to)]
        : ShiftOf(master, slot) is { } shift ? [shift.Whole]
        : LocalTime.Of(Period.Of(slot.Day, slot.Day), master.ZoneOf(master.Machines.Get(slot.MachineId)), [master.Shifts.Get(slot.ShiftId)]);
}
