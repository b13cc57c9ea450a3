namespace FactoryBot.Skills.Language;

/// <summary>"The week", "the weekend": the one that runs or is just over.</summary>
internal static class RunningPeriods
{
    public static Found Read(PeriodScan scan, int at)
    {
        var found = TheUnit(scan, at);
        found = found.Any ? found : AllTime(scan, at);
        found = found.Any ? found : Weekend(scan, at);
        return found.Any ? found : LastUnits(scan, at);
    }

    // "OEE cnc 7 days": at the end, the last so many.
    private static Found LastUnits(PeriodScan scan, int at) =>
        at > 0 && at + 2 == scan.Count && scan.Figures(at, 1, 3) is > 1 and < 400 and var count && PeriodWords.UnitAt(scan, at + 1) is { } unit
            && scan.Joint(at) == Joint.Space
            && !scan.IsAny(at - 1, ["every", "than", "over", "under", "above", "below", "in", "after", "within", "least", "most", "about", "for", "by", "of", "next", "first", "another", "per", "to", "and", "or", "how", "many", "only", "number", "week", "line"])
            ? RelativePeriods.Counted(scan, at + 2, unit, count)
            : default;

    // "Sum up the week", "how was the month": the one that runs; "numbers for the week" may be of the last one.
    private static Found TheUnit(PeriodScan scan, int at)
    {
        if (!scan.Is(at, "the") || PeriodWords.Unit(scan.Word(at + 1)) is not ({ } unit and not Grain.Day) || scan.Word(at + 1).EndsWith('s')
            || !scan.IsAny(at - 1, ["up", "was", "is", "of", "how", "hows", "summarize", "summarise", "recap"])
            || scan.IsAny(at - 2, ["end", "start", "beginning", "rest", "half", "middle", "part", "day", "days", "week", "weeks", "weekend", "month", "months", "quarter", "first", "last", "best", "worst", "remainder", "third", "early", "late", "close"])
            || scan.IsAny(at + 2, ["of", "before", "after", "that", "when", "prior", "to", "from", "until", "with", "where", "earlier", "starting", "beginning", "ending", "in"])
            || scan.Figures(at + 2, 1, 4) is not null)
        {
            return default;
        }

        var (from, to) = PeriodWords.Whole(unit, scan.Today, 0, 0);
        return new(at + 2, from, to, unit, "this " + PeriodWords.Name(unit));
    }

    // "The best day ever", "of all time", "on record".
    private static Found AllTime(PeriodScan scan, int at)
    {
        var end = scan.Is(at, "ever") && IsMost(scan, at) ? at + 1
            : scan.Is(at, "of") && scan.Is(at + 1, "all") && scan.Is(at + 2, "time") ? at + 3
            : scan.Is(at, "on") && scan.Is(at + 1, "record") ? at + 2
            : 0;
        return end == 0 ? default : new(end, Period.Ever, scan.Today, Grain.Span, "of all time");
    }

    // "The best day ever", "most ever made in a day"; "has it ever been below 50 %" asks of no one day.
    private static bool IsMost(PeriodScan scan, int at)
    {
        var (most, day) = (false, scan.IsAny(at + 3, ["day"]) || scan.IsAny(at + 4, ["day"]));
        for (var before = Math.Max(0, at - MostBeforeEver); before < at; before++)
        {
            most |= scan.IsAny(before, ["best", "worst", "most", "least", "highest", "lowest", "record", "fewest", "weakest", "strongest"]);
            day |= scan.IsAny(before, ["day", "days"]);
        }

        return most && day;
    }

    private const int MostBeforeEver = 4;

    private static Found Weekend(PeriodScan scan, int at)
    {
        var named = scan.IsAny(at, ["last", "past", "previous", "this", "next"]);
        if (!scan.Is(named ? at + 1 : at, "weekend"))
        {
            return default;
        }

        var end = named ? at + 2 : at + 1;
        var saturday = PeriodWords.StartOf(Grain.Week, scan.Today).AddDays(5);
        if (!named && scan.Is(end, "before") && scan.Is(end + 1, "last"))
        {
            return new(end + 2, saturday.AddDays(-14), saturday.AddDays(-13), Grain.Span, "the weekend before last");
        }

        if (scan.Is(at, "next"))
        {
            return new(end, saturday.AddDays(7), saturday.AddDays(8), Grain.Span, "next weekend");
        }

        if (scan.Is(at, "this"))
        {
            return new(end, saturday, saturday.AddDays(1), Grain.Span, "this weekend");
        }

        return new(end, saturday.AddDays(-7), saturday.AddDays(-6), Grain.Span, "last weekend");
    }
}
