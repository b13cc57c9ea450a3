namespace FactoryBot.Skills.Language;

/// <summary>Words for days that come again.</summary>
/// <param name="End">The token after them; 0: none.</param>
/// <param name="Certain">They mean nothing else, even without a time of day: "every Monday", not "Monday to Friday".</param>
internal readonly record struct ScheduleDays(int End, IReadOnlyList<DayOfWeek> Days, bool Certain, HalfDay Half = HalfDay.Unsaid)
{
    public static ScheduleDays Read(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        if (at >= tokens.Length)
            return default;
        var every = tokens[at].IsAny(["every", "each"]);
        var next = every ? at + 1 : at;
        if (next >= tokens.Length)
            return default;
        if (Group(tokens, next, every) is { End: > 0 } group)
            return group;
        if (PeriodWords.Weekday(Words.Stem(tokens[next].Word)) is null)
            return default;
        var (days, end, range) = Named(sentence, next);
        // "Mondays" comes again by itself; "Monday" only after "every", a range only before a time.
        return every || IsPlural(sentence, next) ? new(end, days, true) : range ? new(end, days, false) : default;
    }

    private static ScheduleDays Group(Token[] tokens, int at, bool every)
    {
        var token = tokens[at];
        var second = at + 1 < tokens.Length ? tokens[at + 1] : default;
        if (token.IsAny(["daily", "everyday", "taglich", "taeglich"]))
            return new(at + 1, Schedule.EveryDay, true);
        if (token.IsAny(["weekdays", "workdays", "werktags", "werktaglich", "weekdaily"]))
            return new(at + 1, Schedule.Weekdays, true);
        if (token.IsAny(["weekends"]))
            return new(at + 1, Schedule.Weekend, true);
        if (token.IsAny(["working", "business", "work", "week"]) && second.Word is "day" or "days" && (every || second.Is("days")))
            return new(at + 2, Schedule.Weekdays, true);
        return !every ? default
            : token.IsAny(["weekday", "workday", "werktag"]) ? new(at + 1, Schedule.Weekdays, true)
            : token.Is("weekend") ? new(at + 1, Schedule.Weekend, true)
            : token.Is("day") ? new(at + 1, Schedule.EveryDay, true)
            : token.IsAny(["morning", "morgen", "tomorrow"]) ? new(at + 1, Schedule.EveryDay, true, HalfDay.Morning)
            : token.IsAny(["evening", "afternoon", "night", "abend"]) ? new(at + 1, Schedule.EveryDay, true, HalfDay.Afternoon)
            : default;
    }

    private static (IReadOnlyList<DayOfWeek> Days, int End, bool Range) Named(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        var days = new List<DayOfWeek> { Day(tokens, at)!.Value };
        var end = at + 1;
        if (Day(tokens, end) is { } dash && tokens[end].Joint == Joint.Dash)
            return (Range(days[0], dash), end + 1, true);
        if (end + 1 < tokens.Length && tokens[end].IsAny(["to", "through", "until", "thru"]) && Day(tokens, end + 1) is { } last)
            return (Range(days[0], last), end + 2, true);
        while (end < tokens.Length)
        {
            var link = tokens[end].IsAny(["and", "every"]) ? 1 : 0;
            if (Day(tokens, end + link) is not { } day || (link == 0 && tokens[end].Joint is not (Joint.Comma or Joint.Slash)))
                break;
            days.Add(day);
            end += link + 1;
        }

        return (days, end, false);
    }

    private static DayOfWeek? Day(Token[] tokens, int at) =>
        at < tokens.Length ? PeriodWords.Weekday(Words.Stem(tokens[at].Word)) : null;

    private static List<DayOfWeek> Range(DayOfWeek from, DayOfWeek to)
    {
        var days = new List<DayOfWeek> { from };
        while (days[^1] != to)
            days.Add((DayOfWeek)(((int)days[^1] + 1) % 7));
        return days;
    }

    // As typed, because "montags" has become "monday" by now.
    private static bool IsPlural(Sentence sentence, int at)
    {
        var typed = sentence.Between(at, at + 1);
        return typed.Length > 5 && typed[^1] is 's' or 'S' && !typed.Equals("thurs", StringComparison.OrdinalIgnoreCase);
    }
}
