using System.Globalization;
using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Lines of stops: one stop each, or one column for each reason.</summary>
internal static class ReadStops
{
    public static StopRow? One(RowReader row, ReadContext context)
    {
        if (context.Machine(row) is not { } machine)
            return null;
        var master = context.Master;
        var zone = master.ZoneOf(machine);
        if (row.Text("start") is null)
            row.Reject("it has no start");
        var start = row.Problem is null ? row.Instant("start", zone) : null;
        var end = start is null || row.Text("end") is null ? null : row.Instant("end", zone, start);
        if (start is not null && end is null && row.Duration("duration", "minutes") is { } seconds)
            end = start.Value.AddSeconds((double)seconds);
        if (end < start)
            row.Reject($"{row.Named("end")} is before {row.Named("start")}");
        var planned = row.Flag("planned");
        if (row.Problem is not null || start is not { } began)
            return null;
        var reason = ReasonCode.Find(row, master);
        if (reason is null)
            row.Notes.Add("it has no reason");
        if (end is null)
            row.Notes.Add("it has no end yet; it is in no figure until it has");
        var (shift, day) = Placing.Of(master, machine, began);
        var key = context.Key(row, machine.Name, began.ToString("O", CultureInfo.InvariantCulture), reason?.Name ?? "");
        if (key is null)
            return null;
        master.Days.Add(day);
        return new(row.Line.Number, key, machine.Id, shift, day, reason?.Id, planned ?? reason?.Planned ?? false, began, end);
    }

    /// <summary>The stops of one line with a column for each reason. Where in its time each stop was is not known: they are put one behind
    /// the other from its beginning, so durations are exact and hours of the day are not.</summary>
    /// <param name="runs">The orders that production is known of.</param>
    public static IEnumerable<StopRow> Side(RowReader row, ReadContext context, WideColumns wide, TableStyle style, IReadOnlyDictionary<string, KnownRun> runs)
    {
        var order = row.Text("order");
        if (row.Line.Cells.Index().Any(cell => cell.Item.Trim().Length > 0 && style.Columns.Of("order").Contains(cell.Index) && cell.Item.Trim() == style.Columns.Headers[cell.Index]))
            row.Reject("it repeats the header");
        KnownRun? run = null;
        if (order is not null && !runs.TryGetValue(order, out run))
            row.Reject($"there is no production of {row.Named("order")} {order} to put its stops in");
        var cells = wide.Read(row, style);
        if (row.Problem is not null)
            return [];
        if (run is null)
            return InShift(row, context, cells);
        var key = context.Key(row, order!);
        if (key is null)
            return [];
        if (cells.Sum(cell => cell.Seconds) > (decimal)(run.End - run.Start).TotalSeconds)
            row.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"its stops take {cells.Sum(c => c.Seconds) / 60:0.#} min, longer than {order} itself ({(run.End - run.Start).TotalMinutes:0.#} min)"));
        return Behind(row, context, cells, key, context.Master.Machines.Get(run.MachineId), run.Start, order);
    }

    private static IEnumerable<StopRow> InShift(RowReader row, ReadContext context, IReadOnlyList<WideCell> cells)
    {
        if (context.Machine(row) is not { } machine)
            return [];
        var master = context.Master;
        var day = row.Day("day");
        if (day is not { } on)
        {
            row.Reject("it has neither an order nor a day");
            return [];
        }

        var (shiftId, _) = ReadFacts.Shift(row, master, machine, null, on);
        if (row.Problem is not null || context.Key(row, machine.Name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), shiftId.ToString(CultureInfo.InvariantCulture)) is not { } key)
            return [];
        var start = Downtime.LocalTime.Instant(on, master.Shifts.Get(shiftId).Starts, master.ZoneOf(machine));
        return Behind(row, context, cells, key, machine, start, null);
    }

    private static IEnumerable<StopRow> Behind(
        RowReader row, ReadContext context, IReadOnlyList<WideCell> cells, string key, PlantMachine machine, DateTimeOffset start, string? runKey)
    {
        var master = context.Master;
        foreach (var cell in cells)
        {
            var reason = ReasonCode.Named(cell.Reason, master) ?? master.Reasons.Add(id => new(id, cell.Reason, "Other", false));
            var end = start.AddSeconds((double)cell.Seconds);
            var (shift, day) = Placing.Of(master, machine, start);
            master.Days.Add(day);
            yield return new(row.Line.Number, $"{key}|{ReasonCode.Plain(cell.Reason)}", machine.Id, shift, day, reason.Id, reason.Planned, start, end, runKey);
            start = end;
        }
    }
}

/// <summary>An order or batch that production is known of, with its time.</summary>
internal sealed record KnownRun(int MachineId, DateTimeOffset Start, DateTimeOffset End);
