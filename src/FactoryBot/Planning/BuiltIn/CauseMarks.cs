using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Words before a name that say it is why: "because of", "due to", "lost to"; and what stands there that is none of the tenant's names.</summary>
internal static class CauseMarks
{
    private static readonly string[] Articles = ["the", "a", "an", "all", "any", "some", "our", "these", "those", "this", "too", "much", "many"];

    // The longest first.
    private static readonly string[][] Strong =
    [
        ["on", "account", "of"], ["as", "result", "of"], ["because", "of"], ["due", "to"], ["caused", "by"], ["cause", "by"], ["lost", "to"], ["lose", "to"],
        ["lost", "for"], ["lost", "on"], ["spent", "on"], ["spend", "on"], ["lose", "on"], ["waste", "on"], ["wasted", "on"], ["owing", "to"], ["thanks", "to"], ["attributed", "to"], ["wegen"], ["because"],
    ];

    private static readonly string[] Weak = ["for", "from", "with", "through", "reason"];

    private static readonly string[] Amounts = ["hours", "minutes", .. PartOfWhole.Nouns];

    /// <summary>Where the words before a place that say "why" begin; null where there are none.</summary>
    public static (int Start, bool Strong)? Before(Token[] tokens, int at)
    {
        while (at > 0 && Articles.Contains(tokens[at - 1].Word))
            at--;
        foreach (var words in Strong)
        {
            if (EndsWith(tokens, at, words))
                return (at - words.Length, true);
        }

        return at > 0 && Weak.Contains(tokens[at - 1].Word) ? (at - 1, false)
            : at > 1 && tokens[at - 1].Is("of") && tokens[at - 2].IsAny(Amounts) ? (at - 2, false)
            : null;
    }

    /// <summary>"Because of earthquakes": what is said to be why, and is no name of the tenant's and nothing else that the function knows.</summary>
    public static (CauseWords Causes, int Start, int End)? Unknown(FunctionMatch match)
    {
        var clause = match.Clause;
        var tokens = clause.Tokens;
        if (match.Words.Causes is not [var causes, ..] || match.Values.Exists(v => v.Slot == causes.Slot))
            return null;
        for (var at = 1; at < tokens.Length; at++)
        {
            // "Because nobody was there" is a sentence of its own, not a name.
            if (Before(tokens, at) is not { Strong: true } mark || (at - mark.Start == 1 && tokens[mark.Start].Is("because")) || Articles.Contains(tokens[at].Word)
                || !IsOpen(at) || tokens[at].IsAny(PlainWords.Asking) || tokens[at].Digits || match.Words.Subjects.Any(s => s.Contains(clause.Stems[at])) || clause.Stems[at] is "reason" or "cause" or "problem" or "machine" or "line" or "shift")
            {
                continue;
            }

            var end = at + 1;
            while (end < tokens.Length && tokens[end].Joint < Joint.Comma && IsOpen(end))
                end++;
            return (causes, at, end);
        }

        return null;

        bool IsOpen(int at) => !clause.Filled[at] && !clause.Plain[at] && !match.Valued[at];
    }

    private static bool EndsWith(Token[] tokens, int end, string[] words)
    {
        if (end < words.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!tokens[end - words.Length + i].Is(words[i]))
                return false;
        }

        return true;
    }
}
