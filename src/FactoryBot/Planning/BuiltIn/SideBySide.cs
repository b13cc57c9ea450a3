using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Was it better on line 2?", "was that less the week before?" after a figure: the two set side by side, not the other one alone. Where the figure
/// before was of all shifts, all of them are put in order.</summary>
internal static class SideBySide
{
    private static readonly string[] Comparing = ["better", "worse", "higher", "lower", "more", "less", "fewer", "faster", "slower", "bigger", "smaller", "longer", "shorter"];
    private static readonly string[] Opening = ["was", "is", "were", "are", "did", "does", "do", "had", "has", "and", "but", "or", "so"];

    public static Outcome? Of(Clause clause, EarlierCall before, IReadOnlyList<EarlierCall> after, Vocabulary vocabulary)
    {
        if (after is not [var other] || other.Function != before.Function || !Asks(clause.Tokens) || FigureOf(before, vocabulary) is not { } figure)
            return null;
        var changed = other.Arguments.Where(a => !Equals(before.Arguments.GetValueOrDefault(a.Key), a.Value)).Select(a => a.Key).ToList();
        if (changed is not [var name])
            return null;
        return before.Arguments.ContainsKey(name) ? Two(before, other, name, figure, vocabulary.Pair) : Order(before, name, figure, vocabulary);
    }

    /// <summary>"Better than September?" after a figure of another time, and no more is said: the two times side by side.</summary>
    public static Outcome? OfTimes(Clause clause, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary) =>
        clause.HeldAgainst is { } held && clause.Names.Count == 0 && previous is [var before] && before.Arguments.ContainsKey(Period) && FigureOf(before, vocabulary) is { } figure
        && clause.Tokens.Index().All(t => clause.Filled[t.Index] || clause.Plain[t.Index] || t.Item.IsAny(Comparing) || t.Item.IsAny(Opening) || t.Item.IsAny(["than", "in", "against", "compared", "to"]))
            ? Two(before, before with { Arguments = new Dictionary<string, object?>(before.Arguments, StringComparer.Ordinal) { [Period] = held.Period.Iso } }, Period, figure, vocabulary.Pair)
            : null;

    private const string Period = "period";

    /// <summary>Whether a word says in such a question how the two are held against each other.</summary>
    public static bool Compares(Token[] tokens, int at) => Asks(tokens) && tokens[at].IsAny(Comparing);

    /// <summary>"Was it better ...", "compare it with ...": whether a question holds one thing against another.</summary>
    public static bool Asks(Token[] tokens) => tokens.SkipWhile(t => t.IsAny(["and", "so", "ok", "okay", "but"])).ToArray() is [{ Word: "which" or "who" }, var of, ..] && of.IsAny(["of", "one", "had", "has", "made", "was", "is", "did"])
        ? tokens.Any(t => t.IsAny(Comparing)) : AsksOfOne(tokens);

    private static bool AsksOfOne(Token[] tokens) => tokens is [var first, ..]
        && (((first.IsAny(Opening) || first.IsAny(Comparing)) && tokens.Any(t => t.IsAny(Comparing))) || HoldsAgainst(tokens));

    // "Compare it with", "how does that compare to", "and versus", "against".
    private static bool HoldsAgainst(Token[] tokens)
    {
        var at = Array.FindIndex(tokens, t => t.IsAny(Against));
        return at >= 0 && at + 1 < tokens.Length && (at <= 1 || (at <= MostBefore && tokens[..at].Any(t => t.IsAny(["it", "that", "this", "they", "those"]))));
    }

    private static readonly string[] Against = ["compare", "compared", "compares", "comparison", "versus", "vs", "against"];
    private const int MostBefore = 5;

    /// <summary>The figure of what sets two side by side that a call was for; null where it has none.</summary>
    public static string? FigureOf(EarlierCall call, Vocabulary vocabulary) =>
        vocabulary.Named(call.Function)?.Words is { IsFigure: true, TakesTwo: false } words
            ? call.Figure ?? vocabulary.Pair?.Choices.FirstOrDefault(c => c.Slot.Name == CallBuilder.Figure && words.Function.Subjects.Count > 0
                && words.Function.Subjects[0].Equals(c.Value, StringComparison.OrdinalIgnoreCase))?.Value
            : null;

    private static Outcome? Two(EarlierCall before, EarlierCall other, string name, string figure, FunctionWords? pair)
    {
        if (pair is null)
            return null;
        var slots = pair.Function.Slots;
        var kind = slots.FirstOrDefault(s => s.Name == name)?.Kind;
        if (slots.Where(s => s.Kind == kind).ToList() is not [_, var second])
            return null;
        // "Is that more than in October" of one stop reason: the other figure, to be held against the one before.
        if (before.Arguments.Keys.Any(key => slots.All(s => s.Name != key)))
            return kind == SlotKind.Period ? Outcome.Call([other]) : null;
        var arguments = new Dictionary<string, object?>(before.Arguments, StringComparer.Ordinal) { [CallBuilder.Figure] = figure, [second.Name] = other.Arguments[name] };
        return Outcome.Call([new(pair.Function.Name, arguments)]);
    }

    // All shifts, of which the one that was named is one.
    private static Outcome? Order(EarlierCall before, string name, string figure, Vocabulary vocabulary)
    {
        var ranking = vocabulary.Functions.FirstOrDefault(f => f.WhyNot is null && f.Words.Has(SlotKind.Number) && f.Words.Choices.Any(c => c.Slot.Name == RankedFirst.By && c.Value == name))?.Words;
        if (ranking is null || name != "shift" || before.Arguments.Keys.Any(key => ranking.Function.Slots.All(s => s.Name != key)))
            return null;
        var arguments = new Dictionary<string, object?>(before.Arguments, StringComparer.Ordinal) { [CallBuilder.Figure] = figure, [RankedFirst.By] = name };
        return Outcome.Call([new(ranking.Function.Name, arguments)]);
    }
}
