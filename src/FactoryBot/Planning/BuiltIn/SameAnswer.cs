namespace FactoryBot.Planning.BuiltIn;

/// <summary>"In percent please", "in minutes", "by how many pieces", "how far behind": what the answer before tells already, asked for in so many words.</summary>
internal static class SameAnswer
{
    private static readonly string[] Around =
    [
        "and", "so", "ok", "okay", "please", "pls", "a", "an", "the", "now", "that", "it", "this", "again", "i", "mean", "meant", "instead", "exactly", "roughly", "is", "are", "was", "were", "we", "they", "then", "do",
        "did", "all", "me", "give", "show", "can", "you", "just", "want", "need",
    ];

    private static readonly string[] Units = ["pieces", "parts", "units", "pcs", "points", "percent", "hours", "hrs", "minutes", "mins", "days"];
    private static readonly string[] Off = ["behind", "short", "ahead", "missing", "off", "late", "over", "under"];

    /// <param name="asked">The function that answered.</param>
    public static bool Asks(Clause clause, FunctionWords asked)
    {
        if (clause.Names.Count + clause.Periods.Count > 0)
            return false;
        var words = clause.Tokens.Select(t => t.Word).Where(word => Array.IndexOf(Around, word) < 0).ToArray();
        return IsUnit(words, asked) || AsksHowFar(words, asked);
    }

    private static bool IsUnit(string[] words, FunctionWords asked) => string.Join(' ', words) is
            "in percent" or "as percent" or "as percentage" or "in percentage" or "in percentages" or "as percentages" or "in percents" or "as pct" or "percent" or "percentage" or "percentages" or "percentage wise"
            or "as share" or "as share of total" or "in absolute numbers" or "in absolute terms" or "in absolute figures" or "absolute numbers" or "as absolute numbers" or "in absolute values" or "absolute values" or "in numbers"
        || (words is ["in", var unit] && IsUnitOf(unit, asked))
        || (words is ["how", "many", var counted] && IsUnitOf(counted, asked));

    // "By how much", "by how many pieces"; "how late", "how many pieces short" of what is behind a plan.
    private static bool AsksHowFar(string[] words, FunctionWords asked) => words switch
    {
        ["by", "how", "much" or "many" or "far", .. var rest] => rest.All(word => Array.IndexOf(Units, word) >= 0 || Array.IndexOf(Off, word) >= 0),
        ["how", "far" or "late" or "short" or "much" or "many", .. var rest] =>
            (words[1] is "late" or "short" || rest.Any(word => Array.IndexOf(Off, word) >= 0)) && rest.All(word => Array.IndexOf(Units, word) >= 0 || Array.IndexOf(Off, word) >= 0) && asked.Vocabulary.Contains("behind"),
        _ => false,
    };

    private static bool IsUnitOf(string unit, FunctionWords asked) => Array.IndexOf(Units, unit) >= 0 && asked.Vocabulary.Contains(FunctionWords.Stem(unit));
}
