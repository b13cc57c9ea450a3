namespace FactoryBot.Skills.Language;

/// <summary>Single dates, in figures or with the month's name.</summary>
internal static class CalendarDates
{
    private const int MostMonths = 12;
    private const int MostDays = 31;

    public static Found Read(PeriodScan scan, int at)
    {
        var found = YearFirst(scan, at);
        found = found.Any ? found : InFigures(scan, at);
        found = found.Any ? found : DayMonth(scan, at);
        found = found.Any ? found : MonthDay(scan, at);
        return found.Any ? found : DayOnly(scan, at);
    }

    private static Found YearFirst(PeriodScan scan, int at) =>
        scan.Figures(at, 4, 4) is { } year && scan.Joint(at + 1) is Joint.Dash or Joint.Slash or Joint.Dot
            && scan.Joint(at + 1) == scan.Joint(at + 2)
            && scan.Figures(at + 1, 1, 2) is { } month && scan.Figures(at + 2, 1, 2) is { } day && Date(year, month, day) is { } date
            ? Found.Day(at + 3, date)
            : default;

    // 3.11.2026 has the day first everywhere; 03/11/2026 only where the country is known or one reading is no date.
    private static Found InFigures(PeriodScan scan, int at)
    {
        var joint = scan.Joint(at + 1);
        if (joint is not (Joint.Dot or Joint.Slash or Joint.Dash) || scan.Figures(at, 1, 2) is not { } first || scan.Figures(at + 1, 1, 2) is not { } second)
        {
            return default;
        }

        var hasYear = scan.Joint(at + 2) == joint && (scan.Figures(at + 2, 4, 4) ?? scan.Figures(at + 2, 2, 2)) is not null;
        // "9.11. to 15.11." are dates by their dots.
        // "11/3" at the end of the words is a date; elsewhere it may be two lines.
        var written = joint == Joint.Dot && (scan.Joint(at + 2) == Joint.Dot || at + 2 == scan.Count || (scan.Joint(at + 2) == Joint.Dash && scan.Figures(at + 2, 1, 2) is not null));
        var isDate = hasYear || written || CanOnlyBeDate(joint, first, second) || (joint != Joint.Dash && (scan.AfterPreposition(at) || (joint == Joint.Slash && (EndsWords(scan, at) || RunsToAnother(scan, at)))));
        if (!isDate)
        {
            return default;
        }

        var end = hasYear ? at + 3 : at + 2;
        int? year = hasYear ? scan.Figures(at + 2, 1, 4) is { } y ? y < 100 ? 2000 + y : y : null : null;
        var dayFirst = DateOf(scan, year, second, first);
        var monthFirst = joint == Joint.Dot ? null : DateOf(scan, year, first, second);
        return (dayFirst, monthFirst, joint == Joint.Dot ? true : scan.DayFirst) switch
        {
            (null, null, _) => default,
            ({ } date, null, _) => Found.Day(end, date),
            (null, { } date, _) => Found.Day(end, date),
            ({ } date, { } other, _) when date == other => Found.Day(end, date),
            ({ } date, _, true) => Found.Day(end, date),
            (_, { } date, false) => Found.Day(end, date),
            ({ } date, { } other, null) => Found.Day(end, date) with { Other = (other, other) },
        };
    }

    // "11/17": no two lines, and no part of a whole; "24/7" is all the time.
    private static bool CanOnlyBeDate(Joint joint, int first, int second) => joint == Joint.Slash && first > 0 && second > 0
        && Math.Max(first, second) is > MostMonths and <= MostDays && Math.Min(first, second) <= MostMonths && (first, second) != (24, 7);

    private static bool EndsWords(PeriodScan scan, int at) => at > 0 && at + 2 == scan.Count;

    // "10/01 to 10/15": two dates written alike.
    private static bool RunsToAnother(PeriodScan scan, int at) => scan.IsAny(at + 2, PeriodRanges.To) && BySlash(scan, at + 3);

    private static bool BySlash(PeriodScan scan, int at) =>
        scan.Joint(at + 1) == Joint.Slash && scan.Figures(at, 1, 2) is not null && scan.Figures(at + 1, 1, 2) is not null;

    /// <summary>Whether a date in figures can only have its day first, or only its month; null where it can be either, or is none.</summary>
    public static bool? DayFirst(PeriodScan scan, int at) => !BySlash(scan, at) ? null
        : scan.Figures(at, 1, 2) > MostMonths ? true
        : scan.Figures(at + 1, 1, 2) > MostMonths ? false
        : null;

    // "3 Nov", "3rd of November 2025".
    private static Found DayMonth(PeriodScan scan, int at)
    {
        if (DayNumber(scan, at) is not { } day)
        {
            return default;
        }

        var next = CalendarPeriods.SkipOrdinal(scan, at + 1);
        next = scan.Is(next, "of") ? next + 1 : next;
        var month = PeriodWords.Month(scan.Word(next));
        return month == 0 || scan.Joint(next) >= Joint.Comma ? default : WithYear(scan, next + 1, month, day);
    }

    // "November 3rd, 2025".
    private static Found MonthDay(PeriodScan scan, int at)
    {
        var month = PeriodWords.Month(scan.Word(at));
        if (month == 0)
        {
            return default;
        }

        var dayAt = scan.Is(at + 1, "the") ? at + 2 : at + 1;
        return DayNumber(scan, dayAt) is { } day && scan.Joint(dayAt) < Joint.Comma
            ? WithYear(scan, CalendarPeriods.SkipOrdinal(scan, dayAt + 1), month, day)
            : default;
    }

    // "The 3rd quarter against the 2nd".
    private static bool OfQuarters(PeriodScan scan, int at) => Enumerable.Range(0, at).Any(i => scan.IsAny(i, ["quarter", "quarters"]) && scan.IsAny(i - 1, ["st", "nd", "rd", "th", "first", "second", "third", "fourth"]));

    // "The 3rd": the latest that is over or today.
    private static Found DayOnly(PeriodScan scan, int at)
    {
        if (scan.Figures(at, 1, 2) is not ({ } day and >= 1 and <= 31) || CalendarPeriods.SkipOrdinal(scan, at + 1) == at + 1
            || OfQuarters(scan, at) || !(scan.Is(at - 1, "the") || PeriodWords.Weekday(scan.Word(at - 1)) is not null || scan.AfterPreposition(at) || at + 2 == scan.Count))
        {
            return default;
        }

        var month = PeriodWords.StartOf(Grain.Month, scan.Today);
        for (var back = 0; back < 3; back++)
        {
            if (Date(month.AddMonths(-back).Year, month.AddMonths(-back).Month, day) is { } date && date <= scan.Today)
            {
                return Found.Day(at + 2, date);
            }
        }

        return default;
    }

    private static Found WithYear(PeriodScan scan, int end, int month, int day)
    {
        var (year, after) = CalendarPeriods.YearAfter(scan, end);
        return DateOf(scan, year, month, day) is { } date ? Found.Day(after, date) : default;
    }

    internal static int? DayNumber(PeriodScan scan, int at) => scan.Figures(at, 1, 2) is { } day and >= 1 and <= 31 ? day
        : scan.Number(at) is { } named and >= 1 and <= 12 && scan.Figures(at, 1, 9) is null ? named : null;

    /// <summary>A date without a year is the latest that is not to come.</summary>
    internal static DateOnly? DateOf(PeriodScan scan, int? year, int month, int day) =>
        year is { } said ? Date(said, month, day)
        : Date(scan.Today.Year, month, day) is { } date && date <= scan.Today ? date
        : Date(scan.Today.Year - 1, month, day);

    internal static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
