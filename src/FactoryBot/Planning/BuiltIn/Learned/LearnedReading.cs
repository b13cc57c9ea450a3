namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>Reads a sentence that no function's declaration accounts for as people's own sentences were meant. It has to be sure, every name
/// and time has to fill a slot, and every other word has to be one that people write when they mean that function.</summary>
internal static class LearnedReading
{
    private const float SureToRead = 0.6f;
    private const float SureToChange = 0.9f;
    private const float SureOfOne = 0.85f;

    // So much likelier is a function whose subject is named.
    private const float Named = 3;

    public static FunctionMatch? Read(Clause clause, IReadOnlyList<FunctionMatch> matches, Vocabulary vocabulary)
    {
        var (function, likely) = vocabulary.Intents.Guess(Shape.Of(clause), [.. matches.Where(m => m.Evidence > 0).Select(m => m.Words.Function.Name)], Named);
        if (likely < SureToRead || vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Name == function) is not { } offered
            || offered.Words.Function.WholeSentence || offered.Words.TakesText || (!offered.Words.Reads && likely < SureToChange))
        {
            return null;
        }

        var match = FunctionMatch.Of(offered, clause, vocabulary);
        return match.TakesMissing(i => Accounts(clause, vocabulary, function, i)) && match.Fits ? match : null;
    }

    /// <summary>The one of several that fit equally well which people mean by such words; null where that is not sure.</summary>
    public static FunctionMatch? One(IReadOnlyList<FunctionMatch> equal, Clause clause, Vocabulary vocabulary)
    {
        var likely = vocabulary.Intents.Likely(Shape.Of(clause), [.. equal.Select(m => m.Words.Function.Name)]);
        var first = Array.IndexOf(likely, likely.Max());
        return likely[first] >= (equal[first].Words.Reads ? SureOfOne : SureToChange) ? equal[first] : null;
    }

    private static bool Accounts(Clause clause, Vocabulary vocabulary, string function, int at) => !clause.Filled[at]
        && vocabulary.Intents.Accounts(function, Word(clause, at - 1), Word(clause, at)!, Word(clause, at + 1));

    private static string? Word(Clause clause, int at) => at < 0 || at >= clause.Tokens.Length ? null
        : clause.Names.FirstOrDefault(n => n.Start <= at && at < n.End) is { } name ? Shape.Of(name.Kind)
        : clause.Periods.Any(p => p.Start <= at && at < p.End) ? Shape.Of(Skills.Functions.SlotKind.Period)
        : clause.Tokens[at].Digits ? Shape.Number : clause.Stems[at];
}
