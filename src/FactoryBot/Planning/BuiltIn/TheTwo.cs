using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Which of the two was better", "what is the difference", "so what changed" after the same figure was told of two places or two times, in one
/// answer or in two: both are set side by side.</summary>
internal static class TheTwo
{
    private static readonly string[] Opening = ["and", "so", "ok", "okay", "but", "well", "now", "then", "hm", "hmm", "right", "please"];

    private static readonly string[] Comparing =
    [
        "better", "worse", "best", "worst", "higher", "lower", "highest", "lowest", "more", "less", "fewer", "most", "least", "bigger", "smaller", "longer", "shorter", "faster", "slower",
        "stronger", "weaker", "ahead", "behind", "up", "down", "improved", "improving",
    ];

    private static readonly string[] Differing = ["difference", "differences", "gap", "delta", "compare", "comparison", "differ", "different"];
    private static readonly string[] Changing = ["changed", "change", "changes", "drop", "dropped", "fall", "fell", "rise", "rose", "jump", "jumped", "decline", "declined", "increase", "increased", "decrease", "decreased", "improve"];

    private static readonly string[] Around =
    [
        "which", "who", "what", "whats", "how", "one", "of", "the", "two", "them", "those", "these", "both", "is", "was", "are", "were", "did", "does", "do", "had", "has", "have", "we", "us", "it", "that",
        "this", "there", "then", "between", "or", "and", "in", "a", "s", "big", "much", "large", "did", "done", "doing", "made", "make", "performed", "ran", "show", "me", "give", "tell", "can", "you", "to",
        "each", "other", "side", "by", "against", "with", "overall", "now", "please", "pls", "exactly", "actually", "get", "got", "getting", "for", "last", "came", "out",
    ];

    /// <summary>What the question goes on from, and what it asks, or the call that it means; null where it does not speak of two.</summary>
    public static (string Text, IReadOnlyList<EarlierCall> Previous, Outcome? Outcome)? Of(Dialogue dialogue, Vocabulary vocabulary)
    {
        if (dialogue.Previous.Count == 0)
            return null;
        var tokens = Sentence.Of(dialogue.Question).Tokens.SkipWhile(t => t.IsAny(Opening)).ToArray();
        if (OfBoth(dialogue) is { } both)
            return both;
        var why = AsksWhy(tokens);
        if ((!why && !AsksWhich(tokens)) || SideBySideOf(dialogue, vocabulary) is not { } pair)
            return null;
        if (!why || !WhyOfTwo.SplitsWhy(pair))
            return (dialogue.Question, [], Outcome.Call([pair]));
        return WhyOfTwo.Of("why", pair, vocabulary) is var (text, asks) ? (text, [], asks) : ("why", [pair], null);
    }

    private static readonly string[] BeforeBoth = ["and", "so", "ok", "okay", "now", "for", "of", "the", "what", "about", "show", "me", "in", "then"];
    private static readonly string[] BehindBoth = ["together", "combined", "of", "them", "at", "once", "please", "lines", "machines", "shifts", "products"];

    // "And both together", "both, this year": what was told of one and of the other.
    private static (string Text, IReadOnlyList<EarlierCall> Previous, Outcome? Outcome)? OfBoth(Dialogue dialogue)
    {
        var sentence = Sentence.Of(dialogue.Question);
        var at = Array.FindIndex(sentence.Tokens, t => !t.IsAny(BeforeBoth));
        if (at < 0 || !sentence.Tokens[at].Is("both") || InTurn(dialogue) is not var (one, other) || DiffersIn(one, other) is null or "period")
            return null;
        var end = at + 1;
        while (end < sentence.Tokens.Length && sentence.Tokens[end].IsAny(BehindBoth))
            end++;
        return end == sentence.Tokens.Length ? (dialogue.Question, [], Outcome.Call([one, other])) : ("and " + sentence.Between(end, sentence.Tokens.Length), [one, other], null);
    }

    /// <summary>"Which of the two was better", "are we up or down", "what is the difference between them", "compare the two".</summary>
    public static bool AsksWhich(Token[] said) => said.SkipWhile(t => t.IsAny(Opening)).ToArray() is var tokens && tokens.Length is > 0 and <= 12 && (Points(tokens) ? tokens.Any(t => t.IsAny(Comparing) || t.IsAny(Differing)) : tokens.Any(t => t.IsAny(Differing)) || Asks(tokens))
        && tokens.All(t => t.IsAny(Comparing) || t.IsAny(Differing) || t.IsAny(Around));

    private static bool Points(Token[] tokens) => tokens.Any(t => t.IsAny(["two", "them", "both", "those", "these"]));

    // "Which was better", "better or worse": no more is said.
    private static bool Asks(Token[] tokens) => tokens is [{ Word: "which" or "who" }, { Word: "was" or "is" or "did" or "were" or "one" }, ..] && tokens.Any(t => t.IsAny(Comparing))
        || tokens.Any(t => t.Is("or")) && tokens.Count(t => t.IsAny(Comparing)) == 2;

    // "Why the difference", "what changed", "what made it drop".
    private static bool AsksWhy(Token[] tokens) => tokens is [{ Word: "why" or "what" or "whats" or "how" }, _, ..] && tokens.Length <= 10
        && (tokens.Any(t => t.IsAny(Changing)) || (tokens[0].Is("why") && tokens.Any(t => t.IsAny(Differing) || t.IsAny(["better", "worse", "higher", "lower", "more", "less", "fewer"]))))
        && tokens.Skip(1).All(t => t.IsAny(Around) || t.IsAny(Changing) || t.IsAny(Differing) || t.IsAny(Comparing) || t.IsAny(["come", "such", "why"]));

    // What was told of two in one answer, or of one after the other.
    private static (EarlierCall One, EarlierCall Other)? InTurn(Dialogue dialogue) => dialogue.Before.Where(said => said.Calls.Count > 0).TakeLast(2).Select(said => said.Calls).ToList() switch
    {
        [.., [var one, var other]] => (one, other),
        [[var earlier], [var later]] => (earlier, later),
        _ => null,
    };

    // The one argument in which they differ.
    private static string? DiffersIn(EarlierCall one, EarlierCall other) => one.Function == other.Function
        && one.Arguments.Keys.Union(other.Arguments.Keys).Where(key => !Equals(one.Arguments.GetValueOrDefault(key), other.Arguments.GetValueOrDefault(key))).ToList() is [var name]
        && one.Arguments.ContainsKey(name) && other.Arguments.ContainsKey(name) ? name : null;

    // The call that takes two, with what was told of each.
    private static EarlierCall? SideBySideOf(Dialogue dialogue, Vocabulary vocabulary)
    {
        if (vocabulary.Pair is not { } pair)
            return null;
        if (dialogue.Previous is [var compared] && compared.Function == pair.Function.Name)
            return compared;
        return InTurn(dialogue) is var (one, other) && SpokenFigure.Told([other], dialogue, vocabulary) is [var asked] ? Paired(one, other with { Figure = asked.Figure }, pair, vocabulary) : null;
    }

    /// <summary>Two answers of one question that the words hold against each other ("..., which was better"); null where they do not.</summary>
    public static EarlierCall? SideBySide(IReadOnlyList<EarlierCall> calls, Token[] tokens, Vocabulary vocabulary) =>
        calls is [var one, var other] && vocabulary.Pair is { } pair && AsksWhich(tokens) ? Paired(one, other, pair, vocabulary) : null;

    private static EarlierCall? Paired(EarlierCall one, EarlierCall other, FunctionWords pair, Vocabulary vocabulary)
    {
        if (DiffersIn(one, other) is not { } name
            || BuiltIn.SideBySide.FigureOf(other, vocabulary) is not { } figure || one.Arguments.Keys.Any(key => pair.Function.Slots.All(s => s.Name != key)))
        {
            return null;
        }

        var kind = pair.Function.Slots.First(s => s.Name == name).Kind;
        if (pair.Function.Slots.Where(s => s.Kind == kind).ToList() is not [_, var second])
            return null;
        // What changed is told from the earlier time to the later one.
        if (kind == SlotKind.Period && string.CompareOrdinal(one.Arguments[name] as string, other.Arguments[name] as string) < 0)
            (one, other) = (other, one);
        return new(pair.Function.Name, new Dictionary<string, object?>(one.Arguments, StringComparer.Ordinal) { [CallBuilder.Figure] = figure, [second.Name] = other.Arguments[name] });
    }
}
