using System.Globalization;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Says a query in words: "how it was found".</summary>
internal static class QueryWords
{
    public static IReadOnlyList<string> Of(AnalysisQuery query, SemanticModel model)
    {
        var words = new List<string>();
        if (query.Measures.Count > 0)
            words.Add(string.Join(", ", query.Measures.Select(m => m.Name.ToLowerInvariant())) + By(query, model));
        else if (query.Of is { } of)
            words.Add($"list of {SchemaNames.Plural(model[of].Noun)}");
        words.AddRange(query.Compute.Where(c => c is { Kind: ComputedKind.Ratio, Right: not null }).Select(c => $"{c.Name.ToLowerInvariant()} = {c.Left.ToLowerInvariant()} ÷ {c.Right!.ToLowerInvariant()}{(query.Measures.Any(m => m.Name == c.Right && m.Aggregate == Aggregate.CountDistinct) ? " that have any" : "")}"));
        words.AddRange(query.Where.Select(w => Describe.Condition(w, model)));
        words.AddRange(query.Having.Select(h => h.Mean ? $"{h.Measure.ToLowerInvariant()} compared with the average over all" : string.Create(CultureInfo.InvariantCulture, $"only {h.Measure.ToLowerInvariant()} {Is(h.Is)} {h.Value}{(h.To is { } to ? $" to {to}" : "")}")));
        if (query.Limit is { } limit)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"first {limit}{(query.LimitWithin > 0 ? " of each" : "")}") + (query.Order is [var order, ..] ? $" by {Plain(order.Field, model)}, {(order.Descending ? "highest" : "lowest")} first" : "") + (query.Ties ? ", with those level with it" : ""));
        if (query.Fold is not null && query.By is [.., { Part: { } folded }])
            words.Add($"summed for each {folded.ToString().ToLowerInvariant()} that has any, then {(query.Fold == Aggregate.Average ? "averaged" : "compared")}");
        if (query is { Verdict: { Is: Comparison.Equal, Value: 0, Right: null } none, Measures.Count: > 0 })
            words.Add($"yes if there are no {none.Left.ToLowerInvariant()}");
        else if (query is { Verdict: { } verdict, Measures.Count: > 0 })
            words.Add(string.Create(CultureInfo.InvariantCulture, $"yes if {verdict.Left.ToLowerInvariant()} is {Is(verdict.Is)} {verdict.Right?.ToLowerInvariant() ?? verdict.Value.ToString("0.##", CultureInfo.InvariantCulture)}"));
        if (query.Arrange is [var arranged, ..])
            words.Add($"arranged by {Plain(arranged.Field, model)}");
        return words;
    }

    private static string Plain(string field, SemanticModel model) =>
        field.Contains('.', StringComparison.Ordinal) && !field.Contains(' ', StringComparison.Ordinal) ? Describe.Text(field, model) : field.ToLowerInvariant();

    private static string By(AnalysisQuery query, SemanticModel model) => query.By.Count == 0 ? "" : " by " + string.Join(" and ", query.By.Select(d =>
        d.Part is { } part ? part.ToString().ToLowerInvariant()
        : d.Entity is { } entity ? model[FieldRef.OfEntity(entity).Entity].Noun
        : Describe.Text(d.Field!, model)));

    private static string Is(Comparison comparison) => comparison switch
    {
        Comparison.More => "above", Comparison.AtLeast => "at least", Comparison.Less => "below", Comparison.AtMost => "at most", Comparison.Between => "from", _ => "exactly",
    };
}
