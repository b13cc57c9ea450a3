namespace FactoryBot.Skills.Language;

/// <summary>A time of day: "6:15", "6.15", "at 6", "6 am", "quarter past six", "0615 hrs", "noon".</summary>
/// <param name="End">The token after it; 0: none.</param>
internal readonly record struct ClockReader(int End, TimeOnly Time, HalfDay Half)
{
    /// <param name="follows">Behind days that come again a figure alone is an hour ("mondays 8").</param>
    public static ClockReader Read(Sentence sentence, int at, bool follows)
    {
        var tokens = sentence.Tokens;
        var lead = at < tokens.Length && tokens[at].IsAny(["at", "um"]) ? 1 : 0;
        follows |= lead == 1;
        at += lead;
        if (at >= tokens.Length)
            return default;
        if (tokens[at].IsAny(["noon", "midday", "mittag"]))
            return new(at + 1, new(12, 0), HalfDay.Unsaid);
        if (tokens[at].IsAny(["midnight", "mitternacht"]))
            return new(at + 1, TimeOnly.MinValue, HalfDay.Unsaid);
        if (Past(tokens, at) is { End: > 0 } past)
            return Behind(sentence, past.End, past.Time.Hour, past.Time.Minute);
        if (tokens[at].Number is not { } hour || (at > 0 && tokens[at].Joint is Joint.None or Joint.Dash))
            return default;
        if (Minute(sentence, at) is { } minute)
            return hour < 24 ? Behind(sentence, minute.End, hour, minute.Value) : default;
        if (tokens[at] is { Digits: true, Word.Length: 4 } && follows && hour / 100 < 24 && hour % 100 < 60)
            return Behind(sentence, at + 1, hour / 100, hour % 100);
        if (hour > 23 || (tokens[at].Digits && tokens[at].Word.Length > 2))
            return default;
        var whole = Behind(sentence, at + 1, hour, 0);
        return follows || whole.End > at + 1 ? whole : default;
    }

    private static (int End, int Value)? Minute(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        var next = at + 1 < tokens.Length && tokens[at + 1].Is("h") && tokens[at + 1].Joint == Joint.None ? at + 2 : at + 1;
        if (next >= tokens.Length || tokens[next] is not { Digits: true, Word.Length: 2, Number: < 60 } minute)
            return null;
        var gap = sentence.Text[tokens[next - 1].End..minute.Start];
        return gap is ":" or "." || (next == at + 2 && gap.Length == 0) ? (next + 1, minute.Number!.Value) : null;
    }

    private static ClockReader Past(Token[] tokens, int at)
    {
        int? minutes = tokens[at].Word switch
        {
            "half" => 30,
            "quarter" => 15,
            _ => null,
        };
        if (minutes is null || at + 2 >= tokens.Length || tokens[at + 2].Number is not (> 0 and < 24) || !tokens[at + 1].IsAny(["past", "to"]))
            return default;
        var hour = tokens[at + 2].Number!.Value;
        return tokens[at + 1].Is("past") ? new(at + 3, new(hour, minutes.Value), HalfDay.Unsaid)
            : minutes == 15 ? new(at + 3, new(hour - 1, 45), HalfDay.Unsaid)
            : default;
    }

    // "am", "pm", "o'clock", "in the morning"; as typed, because German "am" is "on".
    private static ClockReader Behind(Sentence sentence, int at, int hour, int minute)
    {
        var tokens = sentence.Tokens;
        var half = HalfDay.Unsaid;
        if (at < tokens.Length && tokens[at].IsAny(["oclock", "uhr", "hrs", "hours", "h"]))
            at++;
        else if (at + 1 < tokens.Length && tokens[at].Is("o") && tokens[at + 1].Is("clock"))
            at += 2;
        var (typed, length) = at + 1 < tokens.Length && tokens[at].IsAny(["a", "p"]) && tokens[at + 1].Is("m")
            ? (tokens[at].Word + "m", 2)
            : at < tokens.Length ? (sentence.Between(at, at + 1).ToLowerInvariant(), 1) : ("", 0);
        if (typed is "am" or "pm" && hour is > 0 and <= 12)
            return new(at + length, new(hour % 12 + (typed == "pm" ? 12 : 0), minute), HalfDay.Unsaid);
        var word = at;
        while (word < tokens.Length && tokens[word].IsAny(["in", "the"]))
            word++;
        if (word < tokens.Length && tokens[word].IsAny(["morning", "morgens", "fruh"]))
            (at, half) = (word + 1, HalfDay.Morning);
        else if (word < tokens.Length && tokens[word].IsAny(["evening", "afternoon", "abends", "nachmittags"]))
            (at, half) = (word + 1, HalfDay.Afternoon);
        return new(at, new(hour, minute), half);
    }
}
