using System.Collections.Frozen;
using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>A part of a longer time: "first week of November", "last 3 days of October", "second half of last month", "end of October".</summary>
internal static class PartPeriods
{
    private const int Third = 10;
    private const int MostUnits = 366;

    private static readonly FrozenDictionary<string, int> Ordinals = new[] { ["first", "erste", "ersten"], ["second", "zweite", "zweiten"], ["third", "dritte", "dritten"], ["fourth"], new[] { "fifth" } }
        .SelectMany((words, i) => words.Select(word => (word, i + 1))).ToFrozenDictionary(entry => entry.word, entry => entry.Item2, StringComparer.Ordinal);

    public static Found Read(PeriodScan scan, int at)
    {
        var found = Counted(scan, at);
        found = found.Any ? found : Half(scan, at);
        found = found.Any ? found : Vague(scan, at);
        found = found.Any ? found : Weekdays(scan, at);
        return found.Any ? found : Fortnight(scan, at);
    }

    /// <summary>Where a time begins or ends, as a day: "the beginning of the month", "end of last week".</summary>
    public static Found Edge(PeriodScan scan, int at)
    {
        var begins = scan.IsAny(at, ["beginning", "begin", "start"]);
        if (!begins && !scan.Is(at, "end"))
        {
            return default;
        }

        return Whole(scan, at + 1, needsLink: false) is { } whole ? Found.Day(whole.End, begins ? whole.From : whole.To) : default;
    }

    // "First week of", "last 3 days of", "2nd Friday in".
    private static Found Counted(PeriodScan scan, int at)
    {
        var last = scan.IsAny(at, ["last", "final"]);
        var ordinal = last ? 0 : Ordinal(scan, at);
        if (!last && ordinal == 0)
        {
            return default;
        }

        var next = last ? at + 1 : scan.Figures(at, 1, 2) is null ? at + 1 : at + 2;
        int? count = ordinal <= 1 ? scan.Number(next) : null;
        next += count is null ? 0 : 1;
        if (count is < 1 or > MostUnits || Whole(scan, next + 1, needsLink: last) is not { } whole)
        {
            return default;
        }

        var unit = scan.Word(next);
        var part = PeriodWords.Weekday(unit) is { } weekday && count is null ? Nth(whole, weekday, ordinal, 1)
            : unit is "weekend" && count is null ? Nth(whole, DayOfWeek.Saturday, ordinal, 2)
            : PeriodWords.Unit(unit) is { } grain && grain < whole.Grain ? Run(whole, grain, ordinal, count ?? 1, last)
            : null;
        if (part is not var (from, to))
        {
            return default;
        }

        var made = Made(scan, at, whole, from, to);
        return unit is "week" && count is null && whole.Grain == Grain.Month && ByCalendar(whole, ordinal) is var other && other != (from, to)
            ? made with { Other = other }
            : made;
    }

    // The other way to count the weeks of a month: whole ones, from Monday to Sunday; the last is the one that its last day lies in.
    private static (DateOnly From, DateOnly To) ByCalendar(Whole month, int ordinal)
    {
        var monday = ordinal == 0
            ? PeriodWords.StartOf(Grain.Week, month.To)
            : PeriodWords.StartOf(Grain.Week, month.From.AddDays(6)).AddDays(7 * (ordinal - 1));
        return (monday, monday.AddDays(6));
    }

    // Ordinal 0 is the last.
    private static (DateOnly From, DateOnly To)? Nth(Whole whole, DayOfWeek weekday, int ordinal, int days)
    {
        var from = ordinal == 0
            ? whole.To.AddDays(-(((int)whole.To.DayOfWeek - (int)weekday + 7) % 7))
            : whole.From.AddDays((((int)weekday - (int)whole.From.DayOfWeek + 7) % 7) + (7 * (ordinal - 1)));
        return from >= whole.From && from <= whole.To ? (from, from.AddDays(days - 1)) : null;
    }

    // The first week of a month is its first seven days, or else a week of the calendar.
    private static (DateOnly From, DateOnly To)? Run(Whole whole, Grain unit, int ordinal, int count, bool last)
    {
        DateOnly Step(DateOnly day, int units) => PeriodWords.Add(unit, day, units);
        var from = last ? Step(whole.To.AddDays(1), -count) : Step(whole.From, ordinal - 1);
        var to = last ? whole.To : Step(whole.From, ordinal - 1 + count).AddDays(-1);
        to = to > whole.To ? whole.To : to;
        return from >= whole.From && from <= to ? (from, to) : null;
    }

    private static Found Half(PeriodScan scan, int at)
    {
        var second = scan.Is(at, "last") || Ordinal(scan, at) == 2;
        var next = scan.Figures(at, 1, 2) is null ? at + 1 : at + 2;
        if ((!second && Ordinal(scan, at) != 1) || !scan.Is(next, "half") || Whole(scan, next + 1, needsLink: false) is not { } whole)
        {
            return default;
        }

        DateOnly? middle = whole.Grain switch
        {
            Grain.Month => whole.From.AddDays(15),
            Grain.Year => whole.From.AddMonths(6),
            _ => null,
        };
        return middle is not { } half ? default
            : second ? Made(scan, at, whole, half, whole.To)
            : Made(scan, at, whole, whole.From, half.AddDays(-1));
    }

    // "The beginning of November": its first ten days, or the first alone.
    private static Found Vague(PeriodScan scan, int at)
    {
        int? third = scan.Word(at) switch
        {
            "beginning" or "start" or "early" => 0,
            "middle" or "mid" => 1,
            "end" or "late" => 2,
            _ => null,
        };
        if (third is not { } which || Whole(scan, at + 1, needsLink: false) is not { Grain: Grain.Month } whole)
        {
            return default;
        }

        var from = whole.From.AddDays(which * Third);
        var to = which == 2 ? whole.To : from.AddDays(Third - 1);
        var day = which switch { 0 => whole.From, 1 => whole.From.AddDays(14), _ => whole.To };
        return new(whole.End, from, to, Grain.Span, "", (day, day));
    }

    private static Found Weekdays(PeriodScan scan, int at)
    {
        var two = scan.IsAny(at, ["working", "work", "week"]) && scan.Is(at + 1, "days");
        if (!two && !scan.IsAny(at, ["weekdays", "workdays", "workingdays"]))
        {
            return default;
        }

        return Whole(scan, at + (two ? 2 : 1), needsLink: false) is { Grain: Grain.Week } week
            ? new(week.End, week.From, week.From.AddDays(4), Grain.Span, "")
            : default;
    }

    private static Found Fortnight(PeriodScan scan, int at) =>
        scan.IsAny(at, ["last", "past", "previous"]) && scan.Is(at + 1, "fortnight")
            ? new(at + 2, scan.Today.AddDays(-14), scan.Today.AddDays(-1), Grain.Span, "the last 14 days")
            : default;

    private static int Ordinal(PeriodScan scan, int at) =>
        Ordinals.TryGetValue(scan.Word(at), out var named) ? named
        : scan.Figures(at, 1, 1) is { } figure and >= 1 and <= 5 && scan.IsAny(at + 1, ["st", "nd", "rd", "th"]) ? figure
        : 0;

    // The longer time, whole even where it is not over: "of November", "of last month", "of the year".
    private static Whole? Whole(PeriodScan scan, int at, bool needsLink)
    {
        var linked = scan.IsAny(at, ["of", "in", "from"]);
        if (needsLink && !linked)
        {
            return null;
        }

        var next = scan.SkipArticles(at);
        if (linked && PeriodWords.Unit(scan.Word(next)) is { } bare and not Grain.Day && PeriodRanges.Plain(scan, next) is not { Any: true })
        {
            var (from, to) = PeriodWords.Whole(bare, scan.Today, 0, 0);
            return new(next + 1, from, to, bare, $"this {PeriodWords.Name(bare)}");
        }

        if (PeriodRanges.Plain(scan, next) is not { Any: true, Unanchored: false, Grain: Grain.Week or Grain.Month or Grain.Quarter or Grain.Year } found)
        {
            return null;
        }

        var whole = PeriodWords.Whole(found.Grain, found.From, 0, 0);
        return new(found.End, whole.From, whole.To, found.Grain, found.Words);
    }

    private static Found Made(PeriodScan scan, int at, Whole whole, DateOnly from, DateOnly to)
    {
        var words = "";
        for (var i = at; i < whole.End && whole.Words.Length > 0 && scan.Word(i) is not ("of" or "in" or "from"); i++)
        {
            words += (words.Length == 0 ? "" : scan.Joint(i) == Joint.None ? "" : " ") + scan.Word(i);
        }

        words = whole.Words.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"the {words} of {whole.Words}");
        return new(whole.End, from, to, from == to ? Grain.Day : Grain.Span, scan.IsAny(at, ["last", "final"]) || Links(scan, at, whole.End) ? words : "");
    }

    private static bool Links(PeriodScan scan, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (scan.IsAny(i, ["of", "in", "from"]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The time that a part is taken of.</summary>
internal readonly record struct Whole(int End, DateOnly From, DateOnly To, Grain Grain, string Words);
