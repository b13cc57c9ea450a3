namespace FactoryBot.Skills.Language;

/// <summary>Days told by what they are: working days, and a weekday before the time that was spoken of.</summary>
internal static class NamedDays
{
    // "The last five working days", where they lie in one week: a time that holds a weekend is none of working days alone.
    public static Found Working(PeriodScan scan, int at)
    {
        var count = scan.Number(at) ?? 1;
        var unit = scan.Number(at) is null ? at : at + 1;
        var end = scan.IsAny(unit, ["working", "work", "business"]) && scan.IsAny(unit + 1, ["day", "days"]) ? unit + 2
            : scan.IsAny(unit, ["workday", "workdays", "weekday", "weekdays", "workingday", "workingdays"]) ? unit + 1
            : 0;
        var to = scan.Today.AddDays(-1);
        while (to.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            to = to.AddDays(-1);
        }

        var from = to.AddDays(1 - count);
        return end > 0 && count is > 0 and <= 5 && PeriodWords.StartOf(Grain.Week, from) == PeriodWords.StartOf(Grain.Week, to)
            ? new(end, from, to, count == 1 ? Grain.Day : Grain.Span, "")
            : default;
    }

    // "The Monday before", "the Friday before that one": the latest before the time spoken of.
    public static Found Before(PeriodScan scan, int at)
    {
        if (scan.Anchor is not { } anchor || PeriodWords.Weekday(scan.Word(at)) is not { } weekday || !scan.IsAny(at + 1, RelativePeriods.EarlierWords))
        {
            return default;
        }

        var end = scan.IsAny(at + 2, ["that", "this"]) ? at + 3 : at + 2;
        // "Before Wednesday", "before last week": held against a time of its own.
        if (PeriodWords.Weekday(scan.Word(end)) is not null || PeriodWords.Unit(scan.Word(end)) is not null || scan.IsAny(end, RelativePeriods.LastWords))
        {
            return default;
        }

        var back = ((int)anchor.From.DayOfWeek - (int)weekday + 7) % 7;
        return Found.Day(end > at + 2 && scan.Is(end, "one") ? end + 1 : end, anchor.From.AddDays(back == 0 ? -7 : -back));
    }
}
