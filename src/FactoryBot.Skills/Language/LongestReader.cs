namespace FactoryBot.Skills.Language;

/// <summary>Reads how many of the longest or latest single things are asked for: "top 3 stops", "the five longest unplanned breakdowns", "the last stop",
/// "when did it last break down". "Top 3 stop reasons" counts no stops.</summary>
public static class LongestReader
{
    // So many single things people list at most.
    private const int MostCounted = 20;

    // "The latest stops", without a number.
    private const int FewLatest = 5;

    private const string Longest = "longest";
    private const string Latest = "latest";

    private static readonly string[] Ranks = ["top", Longest, "biggest", "largest", "worst"];
    private static readonly string[] Cardinals = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth"];
    private static readonly string[] OrdinalEnds = ["st", "nd", "rd", "th"];

    // "The second five longest" is as long as such words get.
    private const int MostOfPhrase = 3;

    private static readonly string[] Which = ["unplanned", "single", "individual", "planned", "major"];

    // Single things that have a length.
    private static readonly string[] Singles = ["stops", "stoppages", "breakdowns", "standstills", "outages", "downtimes", "interruptions", "failures"];

    private static readonly string[] OfMore = ["reasons", "causes", "by"];

    private static readonly string[] One = ["stop", "stoppage", "breakdown", "standstill", "outage", "interruption", "failure"];

    // What a machine does when it stops, in "when did it last ...".
    private static readonly string[] Stopping =
        ["stop", "stopped", "go", "went", "gone", "down", "break", "broke", "broken", "fail", "failed", "jam", "jammed", "stand", "stood", "trip", "tripped", "stall", "stalled"];

    /// <summary>"longest 3", "latest 1": words that <see cref="Read"/> reads back.</summary>
    public static string Words(int count, bool latest = false) => FormattableString.Invariant($"{(latest ? Latest : Longest)} {count}");

    /// <summary>Reads a function's argument.</summary>
    /// <returns>Null where the words are no number of the longest or the latest.</returns>
    public static (int Count, bool Latest)? Read(string text) =>
        Sentence.Of(text).Tokens is [{ Word: Longest or Latest } which, { Digits: true, Number: >= 1 and <= MostCounted and var count }] ? (count, which.Is(Latest)) : null;

    /// <summary>The first that a sentence speaks of; null where it speaks of none.</summary>
    /// <param name="taken">Tokens that have another meaning already; may be null.</param>
    public static LongestMention? Find(Sentence sentence, bool[]? taken)
    {
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if ((At(sentence.Tokens, at, taken) ?? LastAt(sentence.Tokens, at, taken)) is { } mention && (taken is null || !taken.AsSpan(at, mention.End - at).Contains(true)))
                return mention;
        }

        return null;
    }

    // "The last stop", "the most recent breakdowns", "the last 3 stops"; "when was it last down", "when did it jam last".
    private static LongestMention? LastAt(Token[] tokens, int at, bool[]? taken)
    {
        var end = tokens[at].IsAny(["last", Latest]) ? at + 1 : tokens[at].Is("most") && at + 1 < tokens.Length && tokens[at + 1].Is("recent") ? at + 2 : at;
        if (end == at)
            return null;
        // "How long did the repair take last time".
        if (end < tokens.Length && tokens[end].Is("time") && !(end + 1 < tokens.Length && tokens[end + 1].IsAny(["to", "between", "lost"])))
            return new(at, end + 1, 1, true);
        var asksWhen = tokens[..at].Any(t => t.Is("when"));
        if (asksWhen && (end == tokens.Length ? tokens[..at].Any(t => t.IsAny(Stopping)) : tokens[end].IsAny(Stopping) && !tokens[end].IsAny(One)))
            return new(at, end, 1, true);
        var counted = end < tokens.Length && tokens[end].Number is >= 2 and <= MostCounted and var number && (tokens[end].Digits || tokens[end].IsAny(Cardinals)) ? number : (int?)null;
        var noun = counted is null ? end : end + 1;
        while (noun < tokens.Length && noun < end + 3 && (tokens[noun].IsAny(Which) || taken?[noun] == true))
            noun++;
        if (noun >= tokens.Length || (noun + 1 < tokens.Length && tokens[noun + 1].IsAny(OfMore)))
            return null;
        return counted is null && tokens[noun].IsAny(One) ? new(at, end, 1, true)
            : tokens[noun].IsAny(Singles) ? new(at, counted is null ? end : end + 1, counted ?? FewLatest, true)
            : null;
    }

    private static LongestMention? At(Token[] tokens, int at, bool[]? taken)
    {
        var (ranked, counted, nth, end) = (false, (int?)null, (int?)null, at);
        for (; end < tokens.Length && end < at + MostOfPhrase && (end == at || tokens[end].Joint < Joint.Comma); end++)
        {
            if (tokens[end].IsAny(Ranks))
                ranked = true;
            else if (!ranked && nth is null && Ordinal(tokens[end]) is { } ordinal)
                nth = ordinal;
            else if (counted is null && Counted(tokens[end]) is { } number)
                counted = number;
            // "2nd longest" is one of them, not two.
            else if (counted is { } figure && tokens[end].Joint == Joint.None && tokens[end].IsAny(OrdinalEnds))
                (nth, counted) = (figure, null);
            else
                break;
        }

        var noun = end;
        while (noun < tokens.Length && noun < end + MostOfPhrase && (tokens[noun].IsAny(Which) || taken?[noun] == true))
            noun++;
        if (!ranked || (noun < tokens.Length && noun + 1 < tokens.Length && tokens[noun + 1].IsAny(OfMore)))
            return null;
        // "The second longest", after an answer that has told the longest.
        if (nth is { } alone && (end == tokens.Length || (noun < tokens.Length && tokens[noun].IsAny(One) && !Plans(tokens, end, noun))))
            return new(at, end, alone);
        if (noun >= tokens.Length || nth is not null)
            return null;
        return counted is { } count ? tokens[noun].IsAny(Singles) ? new(at, end, count) : null
            : tokens[noun].IsAny(One) && !Plans(tokens, end, noun) ? new(at, end, 1)
            : null;
    }

    // Only unplanned stops are listed one by one.
    private static bool Plans(Token[] tokens, int from, int to) => tokens[from..to].Any(t => t.Is("planned"));

    private static int? Counted(Token token) => token.Number is >= 2 and <= MostCounted and var number && (token.Digits || token.IsAny(Cardinals)) ? number : null;

    private static int? Ordinal(Token token) => !token.Digits && token.IsAny(Ordinals) ? token.Number : null;

    /// <summary>What is said before the name of single things: "the longest", "the two worst", "the last three", "the most recent", "the second longest".</summary>
    /// <param name="end">Where the name begins.</param>
    /// <param name="plural">The name is said in the plural.</param>
    /// <param name="taken">Tokens that have another meaning already.</param>
    /// <returns>With a count of 0 where the longest of several are meant, as they are listed anyway; null where nothing of the kind is said.</returns>
    public static LongestMention? Before(Token[] tokens, int end, bool plural, bool[] taken)
    {
        var at = end;
        while (Free(at - 1) && tokens[at - 1].IsAny(["single", "individual", "ever"]))
            at--;
        var counted = Free(at - 1) ? Counted(tokens[at - 1]) : null;
        at -= counted is null ? 0 : 1;
        if (!Free(at - 1))
            return null;
        var latest = tokens[at - 1].IsAny(["last", Latest, "newest"]) || (tokens[at - 1].Is("recent") && Free(at - 2) && tokens[at - 2].Is("most"));
        if (!latest && (!tokens[at - 1].IsAny(Ranks) || tokens[at - 1].Is("top") && counted is null))
            return null;
        at -= tokens[at - 1].Is("recent") ? 2 : 1;
        var before = Free(at - 1) && counted is null ? Counted(tokens[at - 1]) ?? Ordinal(tokens[at - 1]) : null;
        at -= before is null ? 0 : 1;
        return new(at, end, counted ?? before ?? (!plural ? 1 : latest ? FewLatest : 0), latest);

        bool Free(int place) => place >= 0 && !taken[place];
    }
}

/// <summary>Words for so many of the longest: the tokens from Start up to, not with, End.</summary>
/// <param name="Latest">Not the longest but the latest.</param>
public sealed record LongestMention(int Start, int End, int Count, bool Latest = false);
