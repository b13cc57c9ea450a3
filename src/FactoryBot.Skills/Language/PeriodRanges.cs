using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>From one time to another: "since Monday", "3 to 9 November", "weeks 40 to 42", and single times.</summary>
internal static class PeriodRanges
{
    internal static readonly string[] To = ["to", "until", "through", "thru"];

    private const int MostTold = 7;

    private static readonly string[] Tellers = ["i", "we", "they", "he", "she", "you"];

    public static Found Read(PeriodScan scan, int at)
    {
        if (scan.Is(at, "since"))
        {
            return Since(scan, at);
        }

        if (scan.Is(at, "after"))
        {
            return After(scan, at);
        }

        var between = scan.Is(at, "between");
        var first = between || scan.Is(at, "from") ? scan.SkipArticles(at + 1) : at;
        var found = DaysOfMonth(scan, first, between);
        found = found.Any ? found : FromTo(scan, first, between);
        return found.Any || first == at || between ? found : default;
    }

    /// <summary>One time, with no second one that it runs to.</summary>
    public static Found Single(PeriodScan scan, int at)
    {
        var part = PartPeriods.Read(scan, at);
        return part.Any ? part : Plain(scan, at);
    }

    /// <summary>One time that is no part of another.</summary>
    public static Found Plain(PeriodScan scan, int at)
    {
        var found = CalendarDates.Read(scan, at);
        found = found.Any ? found : RelativePeriods.Read(scan, at);
        found = found.Any ? found : CalendarPeriods.Read(scan, at);
        if (found is not { Any: true, Grain: Grain.Week, Unanchored: false })
        {
            return found;
        }

        // "Last week Monday".
        var next = scan.Is(found.End, "on") ? found.End + 1 : found.End;
        return PeriodWords.Weekday(scan.Word(next)) is { } weekday && scan.Joint(next) < Joint.Comma
            ? Found.Day(next + 1, found.From.AddDays(((int)weekday + 6) % 7))
            : found;
    }

    private static Found Since(PeriodScan scan, int at)
    {
        var start = EdgeOrSingle(scan, scan.SkipArticles(at + 1));
        // "Since I took over on 1 November": what began then is told beside the day.
        for (var next = at + 3; !start.Any && next <= at + MostTold && scan.Free(next) && scan.Joint(next) < Joint.Comma; next++)
        {
            start = scan.IsAny(next, ["on", "in"]) && scan.IsAny(at + 1, Tellers) ? Single(scan, scan.SkipArticles(next + 1)) : default;
        }

        if (!start.Any || start.Unanchored)
        {
            return default;
        }

        if (scan.IsAny(start.End, To))
        {
            var end = EdgeOrSingle(scan, scan.SkipArticles(start.End + 1));
            return end.Any && !end.Unanchored ? Join(start, end) : default;
        }

        var words = start.Words.Length == 0 ? "since " + start.From.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "since " + start.Words;
        return new(start.End, start.From, scan.Today > start.From ? scan.Today : start.From, Grain.Span, words,
            start.Other is { } other && other.From <= scan.Today ? (other.From, scan.Today) : null);
    }

    // "After 10 November": from the day after it.
    private static Found After(PeriodScan scan, int at)
    {
        var over = EdgeOrSingle(scan, scan.SkipArticles(at + 1));
        var from = over.To.AddDays(over.Any ? 1 : 0);
        return over is { Any: true, Unanchored: false, Weak: false, Other: null } && from <= scan.Today
            ? new(over.End, from, scan.Today, Grain.Span, "since " + from.ToString("d MMM yyyy", CultureInfo.InvariantCulture))
            : default;
    }

    private static Found EdgeOrSingle(PeriodScan scan, int at)
    {
        var edge = PartPeriods.Edge(scan, at);
        return edge.Any ? edge : Single(scan, at);
    }

    private static Found FromTo(PeriodScan scan, int first, bool between)
    {
        var edge = PartPeriods.Edge(scan, first);
        var start = edge.Any && scan.IsAny(edge.End, To) ? edge : Single(scan, first);
        if (!start.Any || start.Unanchored || start.Weak)
        {
            return between ? default : start;
        }

        var dash = scan.Joint(start.End) == Joint.Dash || (scan.Joint(start.End) == Joint.Slash && scan.Figures(start.End, 4, 4) is not null);
        var link = scan.IsAny(start.End, To) || (between && scan.Is(start.End, "and"));
        if (!dash && !link)
        {
            return between ? default : start;
        }

        var end = EdgeOrSingle(scan, scan.SkipArticles(link ? start.End + 1 : start.End));
        // "November until now".
        var untilNow = link && end is { Any: true, Weak: true };
        if (!end.Any || end.Unanchored || (end.Weak && !untilNow))
        {
            return between ? default : start;
        }

        // "10/01 to 10/15": the one that can be read one way only says how both are written.
        if (scan.DayFirst is null && (start.Other is null) != (end.Other is null)
            && (CalendarDates.DayFirst(scan, first) ?? CalendarDates.DayFirst(scan, scan.SkipArticles(start.End + 1))) is { } dayFirst)
        {
            return FromTo(scan.Written(dayFirst), first, between);
        }

        var joined = Join(start, end);
        return start.Grain == end.Grain && (between || (scan.Is(start.End, "to") && scan.Is(first - 1, "from") && start.Grain != Grain.Day))
            && start.Grain is Grain.Day or Grain.Week or Grain.Month or Grain.Quarter or Grain.Year
            ? joined with { Ends = (PeriodOf(start, scan.Today), PeriodOf(end, scan.Today)) }
            : joined;
    }

    private static Period PeriodOf(Found found, DateOnly today) => new(found.From, found.To > today && found.From <= today ? today : found.To, found.Grain, found.Words);

    // "3 to 9 November", "3.-9.11.2026", "Nov 3-9".
    private static Found DaysOfMonth(PeriodScan scan, int at, bool between)
    {
        var month = PeriodWords.Month(scan.Word(at));
        var dayAt = month == 0 ? at : at + 1;
        if (CalendarDates.DayNumber(scan, dayAt) is not { } first)
        {
            return default;
        }

        var next = CalendarPeriods.SkipOrdinal(scan, dayAt + 1);
        var link = scan.IsAny(next, To) || (between && scan.Is(next, "and"));
        if (!link && scan.Joint(next) != Joint.Dash)
        {
            return default;
        }

        next = scan.SkipArticles(link ? next + 1 : next);
        if (CalendarDates.DayNumber(scan, next) is not { } last || last < first)
        {
            return default;
        }

        next = CalendarPeriods.SkipOrdinal(scan, next + 1);
        var ordinalEnd = next;
        var ordinals = scan.IsAny(next - 1, ["st", "nd", "rd", "th"]);
        if (month == 0)
        {
            next = scan.Is(next, "of") ? next + 1 : next;
            month = PeriodWords.Month(scan.Word(next));
            month = month == 0 && scan.Joint(next) == Joint.Dot ? scan.Figures(next, 1, 2) ?? 0 : month;
            if (month is < 1 or > 12)
            {
                // "Between the 3rd and the 9th": the latest that are over.
                return ordinals && (between || scan.Is(at - 1, "from") || scan.Is(at - 2, "from")) ? Latest(scan, end: ordinalEnd, first, last) : default;
            }

            next++;
        }

        if (month is < 1 or > 12)
        {
            return default;
        }

        var (year, end) = CalendarPeriods.YearAfter(scan, next);
        year ??= scan.Joint(next) == Joint.Dot ? scan.Figures(next, 4, 4) : null;
        end = year is not null && end == next ? next + 1 : end;
        return CalendarDates.DateOf(scan, year, month, first) is { } from && CalendarDates.Date(from.Year, month, last) is { } to
            ? new(end, from, to, Grain.Span, "")
            : default;
    }

    private static Found Latest(PeriodScan scan, int end, int first, int last)
    {
        for (var month = PeriodWords.StartOf(Grain.Month, scan.Today); month > scan.Today.AddMonths(-3); month = month.AddMonths(-1))
        {
            if (CalendarDates.Date(month.Year, month.Month, first) is { } from && CalendarDates.Date(month.Year, month.Month, last) is { } to && to <= scan.Today)
            {
                return new(end, from, to, Grain.Span, "");
            }
        }

        return default;
    }

    private static Found Join(Found start, Found end)
    {
        var from = start.From;
        if (from > end.To && start.Words.Length > 0 && start.Grain == Grain.Day)
        {
            from = from.AddDays(-7);
        }

        while (from > end.To && from.Year > end.To.Year - 1 && from.Year > 1)
        {
            from = from.AddYears(-1);
        }

        (DateOnly, DateOnly)? other = start.Other is { } a && end.Other is { } b && a.From <= b.To ? (a.From, b.To) : null;
        return from > end.To ? default : new(end.End, from, end.To, Grain.Span, "", other);
    }
}
