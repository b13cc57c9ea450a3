using System.Globalization;
using FactoryBot.Skills.Metrics.Import;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Turns what was sent into rows, or says why not. Nothing here writes.</summary>
internal static class IngestReading
{
    private const int LongestKey = 200;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static (CountRow? Row, string? Problem) Count(CountInput input, int at, MasterData master, DateTimeOffset now)
    {
        var (machine, unknown) = Machine(input.Key, input.Machine, master);
        if (machine is null)
            return (null, unknown);
        var (read, wrong) = Moment(input.At, "at", machine, master, now);
        if (read is not { } moment)
            return (null, wrong);
        if (input.Total is null && input.Good is null)
            return (null, "neither total nor good is given");
        if (input is { Total: < 0 } or { Good: < 0 } or { Scrap: < 0 } or { RunSeconds: < 0 or > 86_400 })
            return (null, "a count is below 0, or the run time is not from 0 to 86,400 s");
        var total = input.Total ?? input.Good!.Value + (input.Scrap ?? 0);
        var good = input.Good ?? Math.Max(0, total - (input.Scrap ?? 0));
        var (shift, day) = Placing.Of(master, machine, moment);
        master.Days.Add(day);
        return (new(
            at, input.Key, machine.Id, shift, day, moment, NamedRows.Product(master, Given(input.Product)),
            NamedRows.Order(master, Given(input.Order), Given(input.Product), machine, day, null), total, good, input.Scrap ?? Math.Max(0, total - good), input.RunSeconds), null);
    }

    public static (StopRow? Row, string? Problem) Stop(StopInput input, int at, MasterData master, DateTimeOffset now)
    {
        var (machine, unknown) = Machine(input.Key, input.Machine, master);
        if (machine is null)
            return (null, unknown);
        var (start, wrong) = Moment(input.Start, "start", machine, master, now);
        if (start is not { } began)
            return (null, wrong);
        DateTimeOffset? end = null;
        if (Given(input.End) is { } given)
        {
            (end, wrong) = Moment(given, "end", machine, master, now);
            if (end is null)
                return (null, wrong);
            if (end < began)
                return (null, "the end is before the start");
        }

        var reason = Given(input.Code) is { } code && master.ReasonCodes.TryGetValue(ReasonCode.Plain(code), out var id) ? master.Reasons.Get(id)
            : (Given(input.Reason) ?? Given(input.Code)) is { } said
                ? ReasonCode.Named(said, master) ?? master.Reasons.Add(next => new(next, said, "Other", input.Planned ?? false))
            : null;
        var (shift, day) = Placing.Of(master, machine, began);
        master.Days.Add(day);
        return (new(at, input.Key, machine.Id, shift, day, reason?.Id, input.Planned ?? reason?.Planned ?? false, began, end), null);
    }

    private static (PlantMachine? Machine, string? Problem) Machine(string key, string name, MasterData master) =>
        string.IsNullOrWhiteSpace(key) ? (null, "the key is empty")
        : key.Length > LongestKey ? (null, string.Create(CultureInfo.InvariantCulture, $"the key is longer than {LongestKey} characters"))
        : master.Machines.Find(name, loose: true) is { } machine ? (machine, null)
        : (null, NamedRows.UnknownMachine(master, name));

    private static (DateTimeOffset? Moment, string? Problem) Moment(string text, string field, PlantMachine machine, MasterData master, DateTimeOffset now)
    {
        if ((IsoMoment.Read(text) ?? MomentCell.Read(text, null)) is not { Day: { } day, Time: { } time } cell)
            return (null, $"{field} “{text}” is not a date with a time, such as 2026-11-20T06:15:00+01:00");
        var (zone, local) = (master.ZoneOf(machine), day.ToDateTime(time));
        if (cell.Offset is null && zone.IsInvalidTime(local))
            return (null, $"{field} “{text}” does not exist: the clocks of {zone.Id} were put forward");
        var moment = new DateTimeOffset(local, cell.Offset ?? (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local))).ToUniversalTime();
        return moment > now + Ahead ? (null, $"{field} “{text}” is still to come") : (moment, null);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
