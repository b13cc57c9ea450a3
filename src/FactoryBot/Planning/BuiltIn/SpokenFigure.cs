using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Which of a function's figures was asked for: "MTTR" of what tells of downtime, "availability" of what tells the OEE. Its arguments do not say,
/// but "is that better than in September" is of that figure.</summary>
internal static class SpokenFigure
{
    /// <returns>The calls with the figure that the last question named which led to such a call; as they were where none did.</returns>
    public static IReadOnlyList<EarlierCall> Told(IReadOnlyList<EarlierCall> previous, Dialogue dialogue, Vocabulary vocabulary)
    {
        if (previous is not [{ Figure: null } call, ..] || call.Arguments.ContainsKey(CallBuilder.Figure) || vocabulary.Pair is not { } pair
            || vocabulary.Named(call.Function)?.Words is not { IsFigure: true, TakesTwo: false } words)
        {
            return previous;
        }

        foreach (var said in dialogue.Before.Reverse().Where(said => said.Calls.Count > 0).TakeWhile(said => said.Calls[0].Function == call.Function))
        {
            if (In(said.Question, words, pair, vocabulary) is { } figure)
                return [.. previous.Select(c => c with { Figure = figure })];
        }

        return previous;
    }

    /// <summary>The calls with the figure that the words named which led to them.</summary>
    public static IReadOnlyList<EarlierCall> Of(IReadOnlyList<EarlierCall> calls, string said, Vocabulary vocabulary) =>
        calls is [{ Figure: null } call, ..] && !call.Arguments.ContainsKey(CallBuilder.Figure) && vocabulary.Pair is { } pair
        && vocabulary.Named(call.Function)?.Words is { IsFigure: true, TakesTwo: false } words && In(said, words, pair, vocabulary) is { } figure
            ? [.. calls.Select(c => c with { Figure = figure })]
            : calls;

    // The one that the words name; null where they name none, or several.
    private static string? In(string question, FunctionWords words, FunctionWords pair, Vocabulary vocabulary)
    {
        var tokens = Sentence.Of(question).Tokens;
        vocabulary.Lexicon.Correct(tokens, word => PlainWords.Common.Contains(word) || PlainWords.Harmless.Contains(word));
        var stems = Array.ConvertAll(tokens, t => FunctionWords.Stem(t.Word));
        var taken = new bool[stems.Length];
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in pair.Choices.Where(c => c.Slot.Name == CallBuilder.Figure && words.Subjects.Any(s => s.AsSpan().SequenceEqual(c.Words))))
        {
            for (var at = 0; at + choice.Words.Length <= stems.Length; at++)
            {
                if (choice.At(stems, at) && !taken.AsSpan(at, choice.Words.Length).Contains(true))
                {
                    Array.Fill(taken, true, at, choice.Words.Length);
                    found.Add(choice.Value);
                }
            }
        }

        return found.Count == 1 ? found.First() : null;
    }
}
