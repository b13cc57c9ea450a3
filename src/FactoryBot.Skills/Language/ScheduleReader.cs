namespace FactoryBot.Skills.Language;

/// <summary>Reads words for a time that comes again: "every weekday at 6:15", "mondays and thursdays 8 am", "daily at quarter past six".
/// A single day with a time ("on Monday at 6") comes once and is none.</summary>
public static class ScheduleReader
{
    private static readonly string[] Between = ["at", "on", "in", "the", "um", "always", "around", "by", "a", "only"];

    /// <summary>Reads a function's argument.</summary>
    /// <returns>Null where the words are not about such a time, or more than that.</returns>
    public static ScheduleMention? Read(string text)
    {
        var sentence = Sentence.Of(text.Length > 200 ? text[..200] : text);
        var found = Find(sentence, null, halves: true);
        return found.Count == 1 && Enumerable.Range(0, sentence.Tokens.Length)
            .All(i => (i >= found[0].Start && i < found[0].End) || sentence.Tokens[i].IsAny(Between)) ? found[0] : null;
    }

    /// <summary>All that a sentence speaks of, in their order.</summary>
    /// <param name="taken">Tokens that have another meaning already; may be null.</param>
    /// <param name="halves">Also days without a time, and a time without days.</param>
    public static IReadOnlyList<ScheduleMention> Find(Sentence sentence, bool[]? taken, bool halves = false)
    {
        List<ScheduleMention>? mentions = null;
        for (var at = 0; at < sentence.Tokens.Length;)
        {
            var found = taken is null || !taken[at] ? At(sentence, at) : null;
            if (found is not null && (halves || found.Schedule is not null) && (taken is null || !taken.AsSpan(found.Start, found.End - found.Start).Contains(true)))
                (mentions ??= []).Add(found);
            at = found?.End ?? at + 1;
        }

        return mentions ?? (IReadOnlyList<ScheduleMention>)[];
    }

    /// <summary>As a function's argument. Halves that stand apart belong together: "daily digest at 6".</summary>
    public static string Words(IReadOnlyList<ScheduleMention> found) => found switch
    {
        [{ Days: { } days, Time: null }, { Days: null, Time: { } time }] => Schedule.Of(days, time).ToString(),
        [{ Days: null, Time: { } time }, { Days: { } days, Time: null }] => Schedule.Of(days, time).ToString(),
        // "The daily digest every morning at 6:30": the whole one is meant.
        _ => (found.FirstOrDefault(f => f.Schedule is not null) ?? found[0]).Words,
    };

    private static ScheduleMention? At(Sentence sentence, int at)
    {
        if (ScheduleDays.Read(sentence, at) is { End: > 0 } days)
        {
            var clock = ClockReader.Read(sentence, Skip(sentence, days.End), follows: true);
            if (clock.End > 0)
                return new(at, clock.End, days.Days, Moved(clock.Time, days.Half, clock.Half));
            return days.Certain ? new(at, days.End, days.Days, null) : null;
        }

        var first = ClockReader.Read(sentence, at, follows: false);
        if (first.End == 0)
            return null;
        var behind = ScheduleDays.Read(sentence, Skip(sentence, first.End));
        return behind.End > 0 && behind.Certain
            ? new(at, behind.End, behind.Days, Moved(first.Time, first.Half, behind.Half))
            : new(at, first.End, null, Moved(first.Time, first.Half, HalfDay.Unsaid));
    }

    private static int Skip(Sentence sentence, int at)
    {
        while (at < sentence.Tokens.Length && sentence.Tokens[at].IsAny(Between))
            at++;
        return at;
    }

    // "Every evening at 6" is 18:00.
    private static TimeOnly Moved(TimeOnly time, HalfDay one, HalfDay other) =>
        (one == HalfDay.Unsaid ? other : one) == HalfDay.Afternoon && time.Hour is > 0 and < 12 ? time.AddHours(12) : time;
}

/// <summary>Which half of the day the words speak of.</summary>
internal enum HalfDay
{
    Unsaid,
    Morning,
    Afternoon,
}
