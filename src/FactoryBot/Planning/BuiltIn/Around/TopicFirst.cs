using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>"Conveyor jams again?? How many this week": a sentence that only names what the next one asks about. Both are read as one.</summary>
internal static class TopicFirst
{
    private const int Longest = 10;

    /// <returns>Null where the first asks something itself, or the second something else.</returns>
    public static Outcome? Read(string topic, string question, Vocabulary vocabulary, Func<string, Outcome> read)
    {
        var tokens = Sentence.Of(topic).Tokens;
        if (tokens.Length is 0 or > Longest || tokens[0].IsAny(PlainWords.Asking) || tokens[0].IsAny(Requests) || Sentence.Of(question).Tokens is not [var first, ..] || !first.IsAny(PlainWords.Asking))
            return null;
        if (read($"{topic} {question}") is not { Understood: true, Calls: [var both] } together)
            return null;
        var alone = read(topic);
        if (!alone.Understood && !Array.TrueForAll(tokens, t => IsTopic(t, vocabulary)))
            return null;
        return alone is { Understood: true } and not { Calls: [_] } || (alone.Calls is [var named] && (named.Function != both.Function || !Has(both, named))) ? null : together;
    }

    // "Wrong labels": only names, times and what is stopped for or wrong.
    private static bool IsTopic(Token token, Vocabulary vocabulary)
    {
        var stem = FunctionWords.Stem(token.Word);
        return token.Digits || token.Is("again") || PlainWords.Harmless.Contains(token.Word) || PeriodWords.All.Contains(token.Word) || vocabulary.NameWords.Contains(token.Word) || vocabulary.SubjectWords.Contains(stem)
            || vocabulary.Functions.Any(f => f.Words.Causes.Any(c => c.Tokens.Contains(stem)));
    }

    private static readonly string[] Requests = ["show", "give", "tell", "list", "send", "compare", "rank", "thanks", "hello", "please"];

    private static bool Has(EarlierCall call, EarlierCall part) => part.Arguments.All(a => call.Arguments.TryGetValue(a.Key, out var value) && Equals(value, a.Value));
}
