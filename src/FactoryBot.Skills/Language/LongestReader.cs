namespace FactoryBot.Skills.Language;

/// <summary>Reads how many of the longest single things are asked for: "top 3 stops", "the five longest unplanned breakdowns". "Top 3 stop reasons"
/// counts no stops.</summary>
public static class LongestReader
{
    // So many single things people list at most.
    private const int MostCounted = 20;

    private const string Longest = "longest";

    private static readonly string[] Ranks = ["top", Longest, "biggest", "largest", "worst"];
    private static readonly string[] Cardinals = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Which = ["unplanned", "single", "individual", "planned", "major"];

    // Single things that have a length.
    private static readonly string[] Singles = ["stops", "stoppages", "breakdowns", "standstills", "outages", "downtimes", "interruptions", "failures"];

    private static readonly string[] OfMore = ["reasons", "causes", "by"];

    /// <summary>"longest 3": words that <see cref="Read"/> reads back.</summary>
    public static string Words(int count) => FormattableString.Invariant($"{Longest} {count}");

    /// <summary>Reads a function's argument.</summary>
    /// <returns>Null where the words are no number of the longest.</returns>
    public static int? Read(string text) =>
        Sentence.Of(text).Tokens is [{ Word: Longest }, { Digits: true, Number: >= 1 and <= MostCounted and var count }] ? count : null;

    /// <summary>The first that a sentence speaks of; null where it speaks of none.</summary>
    /// <param name="taken">Tokens that have another meaning already; may be null.</param>
    public static LongestMention? Find(Sentence sentence, bool[]? taken)
    {
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (At(sentence.Tokens, at) is { } mention && (taken is null || !taken.AsSpan(at, mention.End - at).Contains(true)))
                return mention;
        }

        return null;
    }

    private static LongestMention? At(Token[] tokens, int at)
    {
        var (ranked, counted, end) = (false, (int?)null, at);
        for (; end < tokens.Length && end < at + 3 && (end == at || tokens[end].Joint < Joint.Comma); end++)
        {
            if (tokens[end].IsAny(Ranks))
                ranked = true;
            else if (counted is null && tokens[end].Number is >= 2 and <= MostCounted and var number && (tokens[end].Digits || tokens[end].IsAny(Cardinals)))
                counted = number;
            else
                break;
        }

        var noun = end;
        while (noun < tokens.Length && noun < end + 2 && tokens[noun].IsAny(Which))
            noun++;
        return ranked && counted is { } count && noun < tokens.Length && tokens[noun].IsAny(Singles) && !(noun + 1 < tokens.Length && tokens[noun + 1].IsAny(OfMore))
            ? new(at, end, count)
            : null;
    }
}

/// <summary>Words for so many of the longest: the tokens from Start up to, not with, End.</summary>
public sealed record LongestMention(int Start, int End, int Count);
