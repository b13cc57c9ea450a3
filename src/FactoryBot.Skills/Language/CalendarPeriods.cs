using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>Time named by the calendar: week 42, Q3, October 2025, Monday, 2025.</summary>
internal static class CalendarPeriods
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    public static Found Read(PeriodScan scan, int at)
    {
        var found = Week(scan, at);
        found = found.Any ? found : Quarter(scan, at);
        found = found.Any ? found : Month(scan, at);
        found = found.Any ? found : Weekday(scan, at);
        found = found.Any ? found : InFigures(scan, at);
        return found.Any ? found : Year(scan, at);
    }

    // "10/2026", "2026-10"; "H1", "H2 2025".
    private static Found InFigures(PeriodScan scan, int at)
    {
        if (scan.Is(at, "h") && scan.Joint(at + 1) == Joint.None && scan.Figures(at + 1, 1, 1) is { } half and (1 or 2))
        {
            var (said, after) = YearAfter(scan, at + 2);
            var start = new DateOnly(said ?? scan.Today.Year, half == 1 ? 1 : 7, 1);
            start = said is null && start > scan.Today ? start.AddYears(-1) : start;
            return new(after, start, start.AddMonths(6).AddDays(-1), Grain.Span, string.Create(CultureInfo.InvariantCulture, $"H{half} {start.Year}"));
        }

        var yearFirst = scan.Figures(at, 4, 4) is not null;
        var month = scan.Figures(yearFirst ? at + 1 : at, 1, 2);
        var year = scan.Figures(yearFirst ? at : at + 1, 4, 4);
        var joint = scan.Joint(at + 1);
        return month is >= 1 and <= 12 && year is >= FirstYear and <= LastYear && (joint == Joint.Slash || (yearFirst && joint == Joint.Dash))
            && scan.Joint(at) == Joint.Space && scan.Joint(at + 2) is not (Joint.Slash or Joint.Dash or Joint.Dot)
            ? MonthOf(at + 2, year.Value, month.Value)
            : default;
    }

    private static Found MonthOf(int end, int year, int month)
    {
        var from = new DateOnly(year, month, 1);
        return new(end, from, from.AddMonths(1).AddDays(-1), Grain.Month, string.Create(CultureInfo.InvariantCulture, $"{PeriodWords.MonthName(month)} {year}"));
    }

    /// <summary>A year that follows ("October 2025", "Q3 of last year"); the token after it.</summary>
    public static (int? Year, int End) YearAfter(PeriodScan scan, int at)
    {
        var next = scan.IsAny(at, ["of", "in"]) ? at + 1 : at;
        if (scan.Joint(next) is Joint.Sentence)
        {
            return (null, at);
        }

        if (scan.Figures(next, 4, 4) is { } year and >= FirstYear and <= LastYear && scan.Joint(next + 1) is not (Joint.Dash or Joint.Slash))
        {
            return (year, next + 1);
        }

        next = scan.Is(next, "the") ? next + 1 : next;
        return scan.IsAny(next, ["last", "this", "previous"]) && scan.Is(next + 1, "year")
            ? (scan.Is(next, "this") ? scan.Today.Year : scan.Today.Year - 1, next + 2)
            : (null, at);
    }

    private static Found Week(PeriodScan scan, int at)
    {
        if (scan.IsAny(at, ["week", "calendarweek"]) && scan.Is(at + 1, "of"))
        {
            var day = CalendarDates.Read(scan, scan.SkipArticles(at + 2));
            var monday = PeriodWords.StartOf(Grain.Week, day.From);
            return day.Any && day.Other is null ? new(day.End, monday, monday.AddDays(6), Grain.Week, "the week of " + day.From.ToString("d MMM", CultureInfo.InvariantCulture)) : default;
        }

        var numberAt = scan.IsAny(at + 1, ["number", "no", "nr"]) ? at + 2 : at + 1;
        var isWeek = scan.IsAny(at, ["week", "weeks", "calendarweek"]) || (scan.Is(at, "w") && scan.Joint(at + 1) == Joint.None);
        if (!isWeek || scan.Figures(numberAt, 1, 2) is not ({ } first and >= 1 and <= 53))
        {
            return default;
        }

        var last = first;
        var end = numberAt + 1;
        if ((scan.Joint(end) == Joint.Dash && scan.Figures(end, 1, 2) is not null)
            || (scan.IsAny(end, ["to", "until", "through"]) && scan.Figures(end + 1, 1, 2) is not null))
        {
            end = scan.Joint(end) == Joint.Dash ? end : end + 1;
            last = scan.Figures(end, 1, 2)!.Value;
            end++;
        }

        var (said, after) = YearAfter(scan, end);
        var year = said ?? (Weeks.Monday(Weeks.Year(scan.Today), first) is { } start && start <= scan.Today
            ? Weeks.Year(scan.Today)
            : Weeks.Year(scan.Today) - 1);
        var words = first == last
            ? string.Create(CultureInfo.InvariantCulture, $"week {first}")
            : string.Create(CultureInfo.InvariantCulture, $"weeks {first} to {last}");
        return last >= first && Weeks.Monday(year, first) is { } from && Weeks.Monday(year, last) is { } to
            ? new(after, from, to.AddDays(6), first == last ? Grain.Week : Grain.Span, words)
            : default;
    }

    /// <summary>The number of a further week after one that begins at <paramref name="first"/>.</summary>
    public static Found AlsoWeek(PeriodScan scan, int first, Found before)
    {
        var at = scan.IsAny(before.End, ["and", "or", "vs"]) ? before.End + 1 : before.End;
        if (before.Grain != Grain.Week || !scan.IsAny(first, ["week", "weeks", "calendarweek"]) || scan.Figures(first + 1, 1, 2) is null
            || (at == before.End && scan.Joint(at) != Joint.Comma) || scan.Figures(at, 1, 2) is not ({ } number and >= 1 and <= 53)
            || PeriodWords.Month(scan.Word(at + 1)) > 0 || PeriodWords.Unit(scan.Word(at + 1)) is not null
            || Weeks.Monday(Weeks.Year(before.From), number) is not { } monday)
        {
            return default;
        }

        return new(at + 1, monday, monday.AddDays(6), Grain.Week, string.Create(CultureInfo.InvariantCulture, $"week {number}"));
    }

    private static Found Quarter(PeriodScan scan, int at)
    {
        int? number = null;
        var end = at;
        if (scan.Is(at, "q") && scan.Figures(at + 1, 1, 1) is { } figure && scan.Joint(at + 1) == Joint.None)
        {
            number = figure;
            end = at + 2;
        }
        else if (scan.Is(at, "quarter") && scan.Figures(at + 1, 1, 1) is { } named)
        {
            number = named;
            end = at + 2;
        }
        else if (scan.Number(at) is { } counted and >= 1 and <= 4)
        {
            end = SkipOrdinal(scan, at + 1);
            number = scan.Is(end, "quarter") ? counted : null;
            end++;
        }

        if (number is not ({ } quarter and >= 1 and <= 4))
        {
            return default;
        }

        var (said, after) = YearAfter(scan, end);
        var month = ((quarter - 1) * 3) + 1;
        var year = said ?? (new DateOnly(scan.Today.Year, month, 1) <= scan.Today ? scan.Today.Year : scan.Today.Year - 1);
        var from = new DateOnly(year, month, 1);
        return new(after, from, from.AddMonths(3).AddDays(-1), Grain.Quarter, string.Create(CultureInfo.InvariantCulture, $"Q{quarter} {year}"));
    }

    private static Found Month(PeriodScan scan, int at)
    {
        var last = scan.Is(at, "last");
        // "The month of October".
        var monthAt = scan.IsAny(at, ["last", "this", "previous"]) ? at + 1 : scan.Is(at, "month") && scan.Is(at + 1, "of") ? at + 2 : at;
        var month = PeriodWords.Month(scan.Word(monthAt));
        if (month == 0)
        {
            return default;
        }

        var (said, after) = YearAfter(scan, monthAt + 1);
        // "May" alone is more often a verb than a month.
        if (month == 5 && said is null && monthAt == at && !scan.AfterPreposition(at))
        {
            return default;
        }

        // "Nov MTD", "November so far".
        after = said is not null || month != scan.Today.Month ? after
            : scan.Is(after, "mtd") ? after + 1
            : (scan.Is(after, "so") && scan.Is(after + 1, "far")) || (scan.Is(after, "to") && scan.Is(after + 1, "date")) ? after + 2
            : after;
        var gone = month < scan.Today.Month || (month == scan.Today.Month && !last);
        return MonthOf(after, said ?? (gone ? scan.Today.Year : scan.Today.Year - 1), month);
    }

    // Monday is the latest one that is over; "Monday last week" the one in that week.
    private static Found Weekday(PeriodScan scan, int at)
    {
        var named = scan.IsAny(at, ["last", "this", "past", "previous", "next"]);
        var dayAt = named ? at + 1 : at;
        if (PeriodWords.Weekday(scan.Word(dayAt)) is not { } weekday)
        {
            return default;
        }

        // "On Mondays": each of them, not the last.
        if (scan.IsPlural(dayAt) && scan.IsAny(at - 1, ["on", "every", "each"]))
        {
            return default;
        }

        // "Friday the 13th", "Tuesday, 10 November": one day, said twice.
        var date = CalendarDates.Read(scan, scan.Is(dayAt + 1, "the") ? dayAt + 2 : dayAt + 1);
        if (date is { Any: true, Other: null } && date.From.DayOfWeek == weekday)
        {
            return Found.Day(date.End, date.From);
        }

        if (!named)
        {
            var week = RelativePeriods.Read(scan, scan.SkipArticles(dayAt + 1));
            week = week.Any ? week : Week(scan, scan.SkipArticles(dayAt + 1));
            if (week is { Any: true, Grain: Grain.Week, Unanchored: false })
            {
                return Found.Day(week.End, week.From.AddDays(((int)weekday + 6) % 7));
            }
        }

        var back = ((int)scan.Today.DayOfWeek - (int)weekday + 7) % 7;
        if (scan.Is(at, "next"))
        {
            return Found.Day(dayAt + 1, scan.Today.AddDays(7 - back), $"next {weekday}");
        }

        if (scan.Is(at, "this"))
        {
            return Found.Day(dayAt + 1, PeriodWords.StartOf(Grain.Week, scan.Today).AddDays(((int)weekday + 6) % 7), $"this {weekday}");
        }

        return Found.Day(dayAt + 1, scan.Today.AddDays(back == 0 ? -7 : -back), weekday.ToString());
    }

    private static Found Year(PeriodScan scan, int at) =>
        scan.Figures(at, 4, 4) is { } year and >= FirstYear and <= LastYear && (scan.AfterPreposition(at) || IsPast(scan, at, year))
            && scan.Joint(at) == Joint.Space && scan.Joint(at + 1) is not (Joint.Dash or Joint.Slash or Joint.None)
            ? new(at + 1, new(year, 1, 1), new(year, 12, 31), Grain.Year, year.ToString(CultureInfo.InvariantCulture))
            : default;

    // "OEE 2025": a figure of four digits alone is a year where it ends the words and is one of the last ten.
    private static bool IsPast(PeriodScan scan, int at, int year) =>
        at > 0 && at + 1 == scan.Count && year <= scan.Today.Year && year > scan.Today.Year - 10;

    internal static int SkipOrdinal(PeriodScan scan, int at) =>
        scan.Joint(at) == Joint.None && scan.IsAny(at, ["st", "nd", "rd", "th"]) ? at + 1 : at;
}
