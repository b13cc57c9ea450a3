using FactoryBot.Skills.Functions;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"By shift" after the downtime, which its own function cannot cut so: "downtime by shift", where and when it was asked for. So are "which one
/// was it", "to what", "which was the worst". After two that were set side by side it is asked of each.</summary>
/// <param name="read">Reads the question as it stands by itself.</param>
internal sealed class CutAgain(Vocabulary vocabulary, Func<string, IReadOnlyList<EarlierCall>, int, Outcome> read)
{
    public Outcome? Of(Clause clause, IReadOnlyList<EarlierCall> previous, int splits)
    {
        if (previous is not [var last] || WordsOf(last) is not { Reads: true, IsFigure: true, Function.Subjects: [var subject, ..] } asked)
        {
            return null;
        }

        // Where no figure was said it is the first that the function takes.
        subject = last.Arguments.GetValueOrDefault(CallBuilder.Figure) as string ?? last.Figure
            ?? asked.Function.Slots.FirstOrDefault(s => s.Name == CallBuilder.Figure)?.Values[0].Split('=')[0] ?? subject;
        if (Asks(clause, asked, last, subject, splits) is not { } asks)
        {
            return null;
        }

        return read(asks, [], splits + 1).Calls is [var call] && WordsOf(call) is { Reads: true } words
            ? Outcome.Call(Sides(last, asked).Select(side => new EarlierCall(call.Function, CallBuilder.PlaceAndTime(words, side, call, clause))).DistinctBy(TwoQuestions.Key))
            : null;
    }

    /// <summary>"By reason", "per machine" after two that were set side by side: asked of each of them.</summary>
    public static bool IsOfEach(Clause clause, FunctionWords? asked) => asked is { IsPair: true } && (GoingOn.AsksCause(clause) || (GoingOn.OnlyCuts(clause) && clause.Tokens.Any(t => t.IsAny(Parts))));

    private static readonly string[] Parts = ["reason", "reasons", "cause", "causes", "defect", "defects", "machine", "machines", "line", "lines", "shift", "shifts", "product", "products", "day", "days", "hour", "hours"];

    private static string? Asks(Clause clause, FunctionWords asked, EarlierCall last, string subject, int splits)
    {
        if (splits == 0 && GoingOn.OnlyCuts(clause) && !GoingOn.AsksDefect(clause))
            return $"{subject} by {clause.Sentence.Between(Array.FindIndex(clause.Tokens, GoingOn.IsCut) + 1, clause.Tokens.Length)}";
        if (GoingOn.AsksDefect(clause) && (last.Arguments.ContainsKey("product") || OfPieces.Contains(subject)))
            return "scrap by defect";
        if (GoingOn.AsksCause(clause))
            return $"{subject} by reason";
        if (GoingOn.WhichPart(clause) is { } part && !last.Arguments.ContainsKey(part))
            return $"worst {part} by {subject}";
        if (Listed(asked, last) is not { } noun)
            return null;
        return GoingOn.Picks(clause) is { } picks ? $"{picks} {noun} by {subject}"
            : OnlyBound(clause) is { } bound ? $"{noun}s by {subject} {bound}" : null;
    }

    // Figures that bad pieces are counted in.
    private static readonly string[] OfPieces = ["scrap", "scrap rate", "first-pass yield", "quality"];

    // "Only those below 60".
    private static string? OnlyBound(Clause clause) => clause.Names.Count + clause.Periods.Count == 0 && clause.Limits is [var bound]
        && clause.Tokens.Index().All(t => (t.Index >= bound.Start && t.Index < bound.End) || t.Item.IsAny(BesideBound))
            ? clause.Sentence.Between(bound.Start, bound.End) : null;

    private static readonly string[] BesideBound =
        ["only", "just", "the", "those", "these", "them", "ones", "which", "that", "are", "were", "is", "was", "day", "days", "and", "ok", "okay", "now", "please", "show", "me", "with", "all", "machine", "machines", "line", "lines", "shift", "shifts", "product", "products"];

    // What the answer before had one line for each of: the days of a trend, or what it was cut by.
    private static string? Listed(FunctionWords asked, EarlierCall last)
    {
        var slots = asked.Function.Slots;
        if (asked.IsPair || slots.Any(s => s.Name == "order"))
            return null;
        return last.Arguments.GetValueOrDefault(RankedFirst.By) is string by ? by.Split(' ')[^1]
            : slots.Any(s => s.Name == CallBuilder.Figure) && slots.All(s => s.Name != RankedFirst.By) ? "day" : null;
    }

    // Each of two that were set side by side.
    private static IEnumerable<EarlierCall> Sides(EarlierCall last, FunctionWords asked)
    {
        if (!asked.IsPair)
            return [last];
        var first = new Dictionary<string, object?>(last.Arguments, StringComparer.Ordinal);
        var second = new Dictionary<string, object?>(last.Arguments, StringComparer.Ordinal);
        foreach (var pair in asked.Function.Slots.GroupBy(s => s.Kind).Where(kind => kind.Count() == 2).Select(kind => kind.ToArray()))
        {
            first.Remove(pair[1].Name);
            if (second.Remove(pair[1].Name, out var other))
                second[pair[0].Name] = other;
        }

        return [last with { Arguments = first }, last with { Arguments = second }];
    }

    private FunctionWords? WordsOf(EarlierCall call) => vocabulary.Named(call.Function)?.Words;
}
