namespace FactoryBot.Skills.Language;

/// <summary>The words of the calendar, and what they span.</summary>
internal static class PeriodWords
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Every word that can be part of an expression of time, so that typing errors in one are found.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Months, .. Weekdays, "today", "yesterday", "tomorrow", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters",
        "year", "years", "weekend", "weekends", "last", "past", "previous", "this", "next", "before", "since", "until", "between", "from", "ago",
        "earlier", "period", "same", "first", "second", "third", "fourth", "gestern", "vorgestern", "letzte", "letzten", "letzter",
        "beginning", "middle", "fortnight", "weekdays", "woche", "monat", "seit", "heute", "quartal", "november", "oktober", "date", "compared",
    ];

    public static int Month(string word) => Array.IndexOf(Months, word) + 1;

    public static DayOfWeek? Weekday(string word) => Array.IndexOf(Weekdays, word) is >= 0 and var day ? (DayOfWeek)day : null;

    public static string MonthName(int month) => string.Concat(Months[month - 1][..1].ToUpperInvariant(), Months[month - 1].AsSpan(1));

    public static Grain? Unit(string word) => word switch
    {
        "day" or "days" => Grain.Day,
        "week" or "weeks" => Grain.Week,
        "month" or "months" => Grain.Month,
        "quarter" or "quarters" => Grain.Quarter,
        "year" or "years" => Grain.Year,
        _ => null,
    };

    /// <summary>A unit, or its letter right behind a number ("14d").</summary>
    public static Grain? UnitAt(PeriodScan scan, int at) => Unit(scan.Word(at))
        ?? (scan.Joint(at) != Joint.None ? null : scan.Word(at) switch { "d" => Grain.Day, "w" => Grain.Week, "m" => Grain.Month, _ => null });

    /// <summary>How long the first of two words is that were written as one ("lastweek"); 0: they are one word.</summary>
    public static int FirstOfTwo(ReadOnlySpan<char> typed)
    {
        const int Lead = 4;
        // "What happened overnight" is what happened last night.
        if (typed.Length > 6 && typed[0] is 'o' or 'O' && Words.Canonical(Sentence.Fold(typed)) is "overnight")
        {
            return typed.IndexOfAny('n', 'N');
        }

        if (typed.Length < 7 || !(typed.StartsWith("last", StringComparison.OrdinalIgnoreCase) || typed.StartsWith("this", StringComparison.OrdinalIgnoreCase)
            || typed.StartsWith("past", StringComparison.OrdinalIgnoreCase)))
        {
            return 0;
        }

        var second = Words.Canonical(Sentence.Fold(typed[Lead..]));
        return Unit(second) is not null || Weekday(second) is not null || Month(second) > 0 || second is "night" or "weekend" ? Lead : 0;
    }

    public static string Name(Grain unit) => unit switch
    {
        Grain.Day => "day",
        Grain.Week => "week",
        Grain.Month => "month",
        Grain.Quarter => "quarter",
        Grain.Year => "year",
        _ => "period",
    };

    /// <summary>The first day of the unit that a day lies in.</summary>
    public static DateOnly StartOf(Grain unit, DateOnly day) => unit switch
    {
        Grain.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Grain.Month => new(day.Year, day.Month, 1),
        Grain.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        Grain.Year => new(day.Year, 1, 1),
        _ => day,
    };

    public static DateOnly Add(Grain unit, DateOnly day, int count) => unit switch
    {
        Grain.Week => day.AddDays(7 * count),
        Grain.Month => day.AddMonths(count),
        Grain.Quarter => day.AddMonths(3 * count),
        Grain.Year => day.AddYears(count),
        _ => day.AddDays(count),
    };

    /// <summary>Whole units, counted from the one that a day lies in: 0 is this one, -1 the last.</summary>
    public static (DateOnly From, DateOnly To) Whole(Grain unit, DateOnly day, int from, int to)
    {
        var start = StartOf(unit, day);
        return (Add(unit, start, from), Add(unit, start, to + 1).AddDays(-1));
    }
}
