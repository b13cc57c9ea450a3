using System.Globalization;
using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Lines of facts. Null: the line was rejected, or says nothing.</summary>
internal static class ReadFacts
{
    private static readonly string[] GoodWords = ["good", "ok", "complete", "completed", "pass", "passed", "io", "gut", "1", "true"];
    private static readonly string[] ScrapWords = ["scrap", "nok", "ng", "error", "fail", "failed", "reject", "rejected", "bad", "nio", "schlecht", "ausschuss", "0", "false"];
    private static readonly string[] Severities = ["Low", "Medium", "High", "Critical"];

    public static ProductionRow? Production(RowReader row, ReadContext context)
    {
        if (context.Machine(row) is not { } machine)
            return null;
        var master = context.Master;
        var zone = master.ZoneOf(machine);
        var start = row.Text("start") is null ? null : row.Instant("start", zone);
        var end = row.Text("end") is null ? null : row.Instant("end", zone, start);
        if (end <= start)
            row.Reject($"{row.Named("end")} is not after {row.Named("start")}");
        var day = row.Text("day") is null ? null : row.Day("day");
        if (start is null && day is null)
            row.Reject("it has neither a day nor a start");
        var (shift, on) = Shift(row, master, machine, start, day);
        var (total, good, scrap) = Pieces(row);
        var seconds = row.Text("planned") == "duration" ? null : row.Duration("planned", "minutes");
        var (scheduled, run, ideal, quantity) = (row.Duration("scheduled", "minutes"), row.Duration("run", "minutes"), row.Duration("ideal"), row.Count("quantity"));
        if (row.Text("planned") == "duration" && (start is null || end is null))
            row.Reject("'planned: duration' needs a start and an end");
        if (row.Problem is not null)
            return null;
        var product = context.Product(row);
        var planned = row.Text("planned") == "duration" ? (int)(end!.Value - start!.Value).TotalSeconds : (int?)seconds;
        var key = context.Key(
            row, machine.Name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), shift.ToString(CultureInfo.InvariantCulture),
            row.Text("order") ?? row.Text("product") ?? "", start?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        if (key is null)
            return null;
        master.Days.Add(on);
        return new(
            row.Line.Number, key, machine.Id, shift, on, context.Order(row, machine, on, quantity), start, end, row.Text("operator"),
            (int?)scheduled, planned, (int?)run, ideal ?? master.Ideal(machine, product), total, good, scrap);
    }

    public static CountRow? Count(RowReader row, ReadContext context)
    {
        if (At(row, context) is not ({ } machine, { } at))
            return null;
        var (total, good, scrap) = Pieces(row);
        return row.Problem is null ? Counted(row, context, machine, at, total, good, scrap, null) : null;
    }

    public static CountRow? Cycle(RowReader row, ReadContext context)
    {
        if (At(row, context) is not ({ } machine, { } at))
            return null;
        var (status, cycle) = (row.Text("status"), row.Duration("cycle"));
        var good = status is null || GoodWords.Contains(status, StringComparer.OrdinalIgnoreCase);
        if (!good && !ScrapWords.Contains(status, StringComparer.OrdinalIgnoreCase))
            row.Reject($"{row.Named("status")} “{status}” is neither good nor scrap; let the map's 'values' say which");
        return row.Problem is null ? Counted(row, context, machine, at, 1, good ? 1 : 0, good ? 0 : 1, cycle) : null;
    }

    public static IssueRow? Issue(RowReader row, ReadContext context)
    {
        if (At(row, context) is not ({ } machine, { } at))
            return null;
        var (type, parts, said) = (row.Text("type") ?? row.Text("description"), row.Count("parts") ?? 0, row.Text("severity") ?? "Medium");
        var severity = Array.Find(Severities, s => s.Equals(said, StringComparison.OrdinalIgnoreCase));
        if (severity is null)
            row.Reject($"{row.Named("severity")} “{said}” is none of {string.Join(", ", Severities)}; let the map's 'values' say which");
        if (type is null)
            row.Reject("it has neither a type nor a description");
        if (row.Problem is not null)
            return null;
        var master = context.Master;
        var (shift, day) = Shift(row, master, machine, at, null);
        var key = context.Key(row, machine.Name, at.ToString("O", CultureInfo.InvariantCulture), type!, row.Text("description") ?? "");
        if (key is null)
            return null;
        master.Days.Add(day);
        var defect = master.Defects.Find(type!) ?? master.Defects.Add(id => new(id, type!));
        return new(row.Line.Number, key, machine.Id, shift, day, defect.Id, at, severity!, row.Text("description") ?? type!, parts);
    }

    /// <summary>Where a file names no shift it is found by the time; where there is no time, by the only shift that is open.</summary>
    public static (int ShiftId, DateOnly Day) Shift(RowReader row, MasterData master, PlantMachine machine, DateTimeOffset? at, DateOnly? day)
    {
        var placed = at is { } moment ? Placing.Of(master, machine, moment) : default((int ShiftId, DateOnly Day)?);
        if (row.Text("shift") is { } name)
        {
            if (Placing.Named(master, machine, name) is not { } shift)
                row.Reject($"there is no shift “{name}”; import the shift calendar first");
            else
                return (shift.Id, day ?? placed?.Day ?? DateOnly.MinValue);
        }

        return placed ?? (Placing.Whole(master, master.LineOf(machine).SiteId).Id, day ?? DateOnly.MinValue);
    }

    private static CountRow? Counted(RowReader row, ReadContext context, PlantMachine machine, DateTimeOffset at, int total, int good, int scrap, decimal? seconds)
    {
        var (master, product) = (context.Master, context.Product(row));
        var (shift, day) = Placing.Of(master, machine, at);
        var key = context.Key(row, machine.Name, at.ToString("O", CultureInfo.InvariantCulture), row.Text("product") ?? "", row.Text("order") ?? "");
        if (key is null)
            return null;
        master.Days.Add(day);
        return new(row.Line.Number, key, machine.Id, shift, day, at, product, context.Order(row, machine, day, null), total, good, scrap, seconds);
    }

    private static (PlantMachine? Machine, DateTimeOffset? At) At(RowReader row, ReadContext context)
    {
        if (context.Machine(row) is not { } machine)
            return default;
        if (row.Text("at") is null)
            row.Reject("it has no time");
        return (machine, row.Problem is null ? row.Instant("at", context.Master.ZoneOf(machine)) : null);
    }

    /// <summary>Two of total, good and scrap give the third. Without scrap all pieces are good, as far as anybody knows.</summary>
    private static (int Total, int Good, int Scrap) Pieces(RowReader row)
    {
        var (total, good, scrap) = (row.Count("total"), row.Count("good"), row.Count("scrap"));
        if (total is null && good is null)
            row.Reject("it has no count of pieces");
        var all = total ?? good ?? 0;
        all = total is null ? all + (scrap ?? 0) : all;
        if (good is { } ok && scrap is { } bad && total is { } sum && ok + bad != sum)
            row.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{ok:N0} good and {bad:N0} scrap do not add up to {sum:N0}; all three were taken as they are"));
        return (all, good ?? Math.Max(0, all - (scrap ?? 0)), scrap ?? Math.Max(0, all - (good ?? all)));
    }
}
