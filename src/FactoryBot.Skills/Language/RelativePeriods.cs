using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>Time counted from today, or from a period that was spoken of before.</summary>
internal static class RelativePeriods
{
    // More is a typing error or an attempt to overflow the calendar.
    private const int MostUnits = 1000;

    internal static readonly string[] LastWords = ["last", "past", "previous", "trailing", "rolling", "preceding"];
    private static readonly string[] Reports = ["report", "summary", "digest", "recap", "overview", "review"];
    internal static readonly string[] EarlierWords = ["before", "earlier"];

    public static Found Read(PeriodScan scan, int at)
    {
        var found = SingleDay(scan, at);
        found = found.Any ? found : Same(scan, at);
        found = found.Any ? found : Before(scan, at);
        found = found.Any ? found : LastOrThis(scan, at);
        found = found.Any ? found : Ago(scan, at);
        found = found.Any ? found : ToDate(scan, at);
        found = found.Any ? found : OfReport(scan, at);
        return found.Any ? found : RunningPeriods.Read(scan, at);
    }

    private static Found SingleDay(PeriodScan scan, int at)
    {
        switch (scan.Word(at))
        {
            case "today":
                return Found.Day(at + 1, scan.Today, "today");
            // "How current is the data" asks for no time.
            case "now" or "right" when !scan.Is(at - 1, "how") && (scan.Is(at, "now") || scan.Is(at + 1, "now")):
                return Found.Day(scan.Is(at, "now") ? at + 1 : at + 2, scan.Today, "today") with { Weak = true };
            case "yesterday":
                return Found.Day(at + 1, scan.Today.AddDays(-1), "yesterday");
            case "ereyesterday":
                return Found.Day(at + 1, scan.Today.AddDays(-2), "the day before yesterday");
            case "tomorrow":
                return Found.Day(at + 1, scan.Today.AddDays(1), "tomorrow");
            // "Last night": the night shift itself is read as a name.
            case "last" when at + 1 < scan.Count && scan.Joint(at + 1) == Joint.Space && scan.Night(at + 1):
            // "What broke overnight"; "more scrap over night shift" is of no single night.
            case "over" when at + 1 < scan.Count && scan.Joint(at + 1) == Joint.Space && scan.Night(at + 1) && !scan.IsAny(at + 2, ["shift", "shifts"]):
                return Found.Day(at + 1, scan.Today.AddDays(-1), "yesterday");
        }

        if (scan.Is(at, "day") && scan.Is(at + 1, "before") && scan.IsAny(at + 2, ["yesterday", "last"]))
        {
            return Found.Day(at + 3, scan.Today.AddDays(-2), "the day before yesterday");
        }

        return scan.Is(at, "day") && scan.Is(at + 1, "after") && scan.Is(at + 2, "tomorrow")
            ? Found.Day(at + 3, scan.Today.AddDays(2), "the day after tomorrow")
            : default;
    }

    // "The weekly report": of the last one that is over.
    private static Found OfReport(PeriodScan scan, int at)
    {
        Grain? grain = scan.Word(at) switch { "weekly" => Grain.Week, "monthly" => Grain.Month, "quarterly" => Grain.Quarter, _ => null };
        return grain is { } unit && scan.IsAny(at + 1, Reports) && PeriodWords.Whole(unit, scan.Today, -1, -1) is var (from, to)
            ? new(at + 1, from, to, unit, "last " + PeriodWords.Name(unit))
            : default;
    }

    // "Same period a month earlier", "same week last year".
    private static Found Same(PeriodScan scan, int at)
    {
        if (!scan.Is(at, "same") || !(scan.IsAny(at + 1, ["period", "time", "dates"]) || PeriodWords.Unit(scan.Word(at + 1)) is not null))
        {
            return default;
        }

        var next = at + 2;
        next += scan.Is(next, "of") || scan.Is(next, "in") ? 1 : 0;
        var counted = scan.Is(next, "the") || scan.Is(next, "a") || scan.Is(next, "one");
        var unitAt = counted ? next + 1 : next;
        if (scan.IsAny(next, LastWords) && PeriodWords.Unit(scan.Word(next + 1)) is { } last)
        {
            return Shifted(scan, next + 2, last);
        }

        return PeriodWords.Unit(scan.Word(unitAt)) is { } unit && (scan.IsAny(unitAt + 1, EarlierWords) || scan.Is(unitAt + 1, "ago"))
            ? Shifted(scan, unitAt + 2, unit)
            : default;
    }

    private static Found Shifted(PeriodScan scan, int end, Grain by)
    {
        if (scan.Anchor is not { } anchor)
        {
            return Unanchored(scan, end, by);
        }

        var words = $"the same period a {PeriodWords.Name(by)} earlier";
        if (anchor.Grain == Grain.Week && by == Grain.Year && anchor.Days == 7)
        {
            var monday = Weeks.Monday(Weeks.Year(anchor.From) - 1, Weeks.Number(anchor.From));
            return monday is { } from ? new(end, from, from.AddDays(6), Grain.Week, words) : default;
        }

        var whole = anchor.From.Day == 1 && anchor.To.AddDays(1).Day == 1;
        var to = whole && by != Grain.Week && by != Grain.Day
            ? PeriodWords.Add(by, anchor.To.AddDays(1), -1).AddDays(-1)
            : PeriodWords.Add(by, anchor.To, -1);
        return new(end, PeriodWords.Add(by, anchor.From, -1), to, anchor.Grain, words);
    }

    // "The week before", "a month earlier", "the week before last", "the previous week" after a week was spoken of.
    private static Found Before(PeriodScan scan, int at)
    {
        if (scan.Is(at, "previous") && scan.Anchor is not null && PeriodWords.Unit(scan.Word(at + 1)) is { } previous)
        {
            return AnchoredBefore(scan, at + 2, previous);
        }

        if (scan.IsAny(at, ["previous", "period", "time", "one"]) && scan.Anchor is { } anchor
            && (scan.Is(at, "previous") ? scan.IsAny(at + 1, ["period", "one"]) : scan.IsAny(at + 1, EarlierWords)))
        {
            var before = anchor.Before();
            return new(scan.Is(at + 2, "that") ? at + 3 : at + 2, before.From, before.To, before.Grain, before.Words);
        }

        if (NamedDays.Before(scan, at) is { Any: true } weekday)
        {
            return weekday;
        }

        if (PeriodWords.Unit(scan.Word(at)) is not { } unit || scan.Word(at).EndsWith('s') || !scan.IsAny(at + 1, EarlierWords))
        {
            return default;
        }

        if (scan.Is(at + 2, "last") && unit != Grain.Day && PeriodWords.Unit(scan.Word(at + 3)) is null)
        {
            var (from, to) = PeriodWords.Whole(unit, scan.Today, -2, -2);
            return new(at + 3, from, to, unit, $"the {PeriodWords.Name(unit)} before last");
        }

        var end = scan.IsAny(at + 2, ["that", "this"]) && PeriodWords.Unit(scan.Word(at + 3)) is null ? at + 3 : at + 2;
        return AnchoredBefore(scan, end, unit);
    }

    private static Found AnchoredBefore(PeriodScan scan, int end, Grain unit)
    {
        if (scan.Anchor is not { } anchor)
        {
            return Unanchored(scan, end, unit);
        }

        if (anchor.Grain == unit)
        {
            var before = anchor.Before();
            return new(end, before.From, before.To, unit, before.Words);
        }

        // A longer unit than the one spoken of is the whole one before it; a shorter one has no clear meaning.
        if (unit < anchor.Grain)
        {
            return Unanchored(scan, end, unit);
        }

        var (from, to) = PeriodWords.Whole(unit, anchor.From, -1, -1);
        return new(end, from, to, unit, $"the {PeriodWords.Name(unit)} before");
    }

    private static Found Unanchored(PeriodScan scan, int end, Grain unit)
    {
        var (from, to) = PeriodWords.Whole(unit, scan.Today, -1, -1);
        var other = PeriodWords.Whole(unit, scan.Today, -2, -2);
        return new(end, from, to, unit, "", other) { Unanchored = true };
    }

    private static Found LastOrThis(PeriodScan scan, int at)
    {
        if (scan.Is(at, "lw") && PeriodWords.Whole(Grain.Week, scan.Today, -1, -1) is var (monday, sunday))
            return new(at + 1, monday, sunday, Grain.Week, "last week");
        // "These last 14 days", "all of last week".
        at = scan.Is(at, "these") && scan.IsAny(at + 1, LastWords) ? at + 1 : at;
        var last = scan.IsAny(at, LastWords);
        if (scan.Is(at, "all") && scan.IsAny(at + 1, ["week", "month", "quarter", "year"]))
        {
            var all = PeriodWords.Unit(scan.Word(at + 1))!.Value;
            return new(at + 2, PeriodWords.StartOf(all, scan.Today), scan.Today, all, $"this {PeriodWords.Name(all)}");
        }

        if (!last && !scan.IsAny(at, ["this", "next"]))
        {
            return default;
        }

        if (last && NamedDays.Working(scan, at + 1) is { Any: true } working)
        {
            return working;
        }

        // "The last couple of days".
        var unitAt = (scan.Is(at + 1, "couple") && scan.Is(at + 2, "of")) || scan.IsAny(at + 2, ["full", "whole", "complete"]) ? at + 3 : at + 2;
        if (last && scan.Number(at + 1) is { } count and > 0 and <= MostUnits && PeriodWords.UnitAt(scan, unitAt) is { } units)
        {
            return Counted(scan, unitAt + 1, units, count);
        }

        if (PeriodWords.Unit(scan.Word(at + 1)) is not { } unit || scan.Word(at + 1).EndsWith('s'))
        {
            return default;
        }

        var name = PeriodWords.Name(unit);
        if (scan.Is(at, "next"))
        {
            var (next, nextEnd) = PeriodWords.Whole(unit, scan.Today, 1, 1);
            return new(at + 2, next, nextEnd, unit, $"next {name}");
        }

        if (!last)
        {
            var end = scan.Is(at + 2, "so") && scan.Is(at + 3, "far") ? at + 4 : at + 2;
            return unit == Grain.Day
                ? Found.Day(end, scan.Today, "today")
                : new(end, PeriodWords.StartOf(unit, scan.Today), scan.Today, unit, $"this {name}");
        }

        // "The past week" is the seven days just gone, "last week" the one in the calendar.
        if (scan.Is(at, "past") && unit == Grain.Week)
        {
            return Counted(scan, at + 2, Grain.Day, 7);
        }

        var (from, to) = PeriodWords.Whole(unit, scan.Today, -1, -1);
        return new(at + 2, from, to, unit, unit == Grain.Day ? "yesterday" : $"last {name}");
    }

    internal static Found Counted(PeriodScan scan, int end, Grain unit, int count)
    {
        if (PeriodWords.StartOf(unit, scan.Today).Year - count < 2 && unit == Grain.Year)
        {
            return default;
        }

        var (from, to) = PeriodWords.Whole(unit, scan.Today, -count, -1);
        var words = count == 1 && unit != Grain.Day
            ? $"last {PeriodWords.Name(unit)}"
            : string.Create(CultureInfo.InvariantCulture, $"the last {count} {PeriodWords.Name(unit)}s");
        return new(end, from, to, count == 1 ? unit : Grain.Span, words);
    }

    // "3 days ago", "a week ago", German "vor 3 Tagen".
    private static Found Ago(PeriodScan scan, int at)
    {
        var german = scan.Is(at, "vor");
        var first = german ? at + 1 : at;
        int? counted = scan.Is(first, "a") ? 1 : scan.Number(first);
        if (counted is not ({ } count and > 0 and <= MostUnits) || PeriodWords.Unit(scan.Word(first + 1)) is not { } unit
            || (!german && !scan.IsAny(first + 2, ["ago"])))
        {
            return default;
        }

        var (from, to) = PeriodWords.Whole(unit, scan.Today, -count, -count);
        var name = PeriodWords.Name(unit);
        var words = count == 1
            ? unit == Grain.Day ? "yesterday" : $"last {name}"
            : string.Create(CultureInfo.InvariantCulture, $"{count} {name}s ago");
        return new(german ? first + 2 : first + 3, from, to, unit, words);
    }

    private static Found ToDate(PeriodScan scan, int at)
    {
        Grain? unit = scan.Word(at) switch
        {
            "wtd" => Grain.Week,
            "mtd" => Grain.Month,
            "qtd" => Grain.Quarter,
            "ytd" => Grain.Year,
            _ => null,
        };
        var end = at + 1;
        if (unit is null && scan.Is(at, "so") && scan.Is(at + 1, "far") && scan.Is(at + 2, "this"))
        {
            unit = PeriodWords.Unit(scan.Word(at + 3));
            end = at + 4;
        }
        else if (unit is null && scan.Is(at + 1, "to") && scan.Is(at + 2, "date"))
        {
            unit = PeriodWords.Unit(scan.Word(at));
            end = at + 3;
        }

        return unit is { } found
            ? new(end, PeriodWords.StartOf(found, scan.Today), scan.Today, found, $"this {PeriodWords.Name(found)} so far")
            : default;
    }
}
