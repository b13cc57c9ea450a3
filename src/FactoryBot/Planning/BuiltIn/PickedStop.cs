using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"How long was the longest", "the second longest?", "when was the last one" after an answer that counts single stops: those of them that are picked.</summary>
internal static class PickedStop
{
    private static readonly string[] Longest = ["longest", "biggest", "largest", "worst", "top"];
    private static readonly string[] Latest = ["last", "latest", "newest"];
    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth"];
    private static readonly string[] Cardinals = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly string[] Picked = ["one", "ones", "them", "those", "these", "stop", "stops", "stoppage", "stoppages", "breakdown", "breakdowns"];
    private const int MostCounted = 20;

    private static readonly string[] Around =
    [
        "and", "the", "so", "ok", "okay", "now", "just", "only", "show", "me", "give", "list", "what", "which", "when", "how", "where", "long", "much", "is", "was", "were", "are", "did", "it", "that", "this",
        "those", "these", "them", "they", "there", "of", "out", "one", "ones", "single", "individual", "stop", "stops", "stoppage", "stoppages", "breakdown", "breakdowns", "happen", "happened", "take", "took", "taken", "occur", "occurred",
        "time", "exactly", "then", "please", "pls", "for", "on", "a", "all", "with", "about", "again", "can", "you", "i", "see", "have", "tell", "need", "be", "to",
    ];

    /// <summary>The call with the stops that are picked; null where something else is said.</summary>
    public static EarlierCall? Of(Clause clause, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (previous is not [var last] || clause.Names.Count + clause.Periods.Count + clause.Limits.Count > 0
            || vocabulary.Functions.FirstOrDefault(f => f.WhyNot is null && f.Words.Function.Name == last.Function)?.Words is not { Reads: true } words
            || words.Slot(SlotKind.Limit) is not { } slot || words.Has(SlotKind.Number) || Find(clause.Tokens) is not { } picked)
        {
            return null;
        }

        // The latest of those over 20 minutes cannot be told apart from the latest of all.
        if (picked.StartsWith("latest", StringComparison.Ordinal) && last.Arguments.GetValueOrDefault(slot.Name) is string bound && LongestReader.Read(bound) is null)
            return null;
        return new(last.Function, new Dictionary<string, object?>(last.Arguments, StringComparer.Ordinal) { [slot.Name] = picked }) { Figure = last.Figure };
    }

    private static string? Find(Token[] tokens)
    {
        var at = Array.FindIndex(tokens, t => t.IsAny(Longest) || t.IsAny(Latest) || t.Is("recent"));
        if (at < 0)
            return null;
        var latest = !tokens[at].IsAny(Longest);
        var (start, end) = (at, at + 1);
        if (tokens[at].Is("recent"))
        {
            if (at == 0 || !tokens[at - 1].Is("most"))
                return null;
            start--;
        }

        var count = 1;
        if (start > 0 && CountOf(tokens[start - 1]) is { } before)
            (start, count) = (start - 1, before);
        else if (end < tokens.Length && CountOf(tokens[end]) is { } behind)
            (end, count) = (end + 1, behind);
        if (latest && end < tokens.Length && tokens[end].IsAny(["week", "month", "day", "shift", "quarter", "year"]))
            return null;
        // "The worst" alone may be a machine.
        if (!tokens[at].Is("longest") && !latest && !tokens.Skip(end).Any(t => t.IsAny(Picked)))
            return null;
        return tokens.Index().All(t => (t.Index >= start && t.Index < end) || t.Item.IsAny(Around)) ? LongestReader.Words(count, latest) : null;
    }

    // "Second longest" needs both of them to be shown.
    private static int? CountOf(Token token) =>
        Array.IndexOf(Ordinals, token.Word) is >= 0 and var ordinal ? ordinal + 2
        : token.Number is >= 2 and <= MostCounted and var number && (token.Digits || token.IsAny(Cardinals)) ? number
        : null;
}
