using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What half a sentence changes.</summary>
/// <param name="Sort">What is ordered by: a measure, a field, an entity; null: nothing said.</param>
/// <param name="Also">Groups and values come to those that there are.</param>
/// <param name="AnyDate">Nobody said which date the time is about: the one that the query was about stays.</param>
internal sealed record QueryEdit(
    IReadOnlyList<Condition> Where, IReadOnlyList<Dimension> By, IReadOnlyList<MeasureUse>? Measures, Having? Having, int? Limit, bool Low, string? Sort, bool Descending, bool Also, bool AnyDate);

/// <summary>Puts a change into a query: a condition replaces the one on the same field, groups replace groups, and what belonged to the old groups goes with them.</summary>
internal static class QueryEdits
{
    /// <exception cref="QueryException">The change does not fit the query.</exception>
    public static AnalysisQuery Apply(AnalysisQuery before, QueryEdit edit, SemanticModel model)
    {
        if (edit.Where.Any(w => OnDate(w, model)) && before.Measures.Any(m => m.Where.Any(w => OnDate(w, model))))
            throw new QueryException("Two times that are compared are not moved.");
        var query = before;
        foreach (var condition in edit.Where)
            query = query with { Where = Merged(query.Where, condition, edit, model) };
        if (edit.Measures is { } measures)
            query = query with { Measures = measures, Compute = [], Having = [], Order = [], Arrange = [] };
        if (edit.By.Count > 0)
            query = Grouped(query, edit);
        if (edit.Having is { } having)
            query = query with { Having = [.. query.Having.Where(h => h.Measure != having.Measure), having with { Measure = query.Measures[0].Name }] };
        if (edit.Sort is { } sort)
            query = query.Limit is not null && edit.Limit is null ? query with { Arrange = [new(sort, edit.Descending)] } : query with { Order = [new(sort, edit.Descending)], Arrange = [] };
        return edit.Limit is { } limit ? First(query, limit, edit) : query;
    }

    private static AnalysisQuery Grouped(AnalysisQuery query, QueryEdit edit)
    {
        if (query.Measures.Count == 0)
        {
            var of = query.Of!;
            return new() { Measures = [new(Letters.Capital(SchemaNames.Plural(of.Replace('_', ' '))), Aggregate.Count, "*") { Entity = of }], By = edit.By, Where = query.Where };
        }

        var by = edit.Also ? [.. query.By.Concat(edit.By).Distinct()] : edit.By;
        var timed = by.Any(b => b.Part is not null);
        return query with
        {
            By = by, Show = [], Order = [], Arrange = [], Limit = null, LimitWithin = 0, Having = [], KeepEmpty = false,
            Compute = [.. query.Compute.Where(c => timed || c.Kind is not (ComputedKind.GrowthOverTime or ComputedKind.ChangeOverTime))],
        };
    }

    private static AnalysisQuery First(AnalysisQuery query, int limit, QueryEdit edit)
    {
        if (query.Measures.Count > 0 && query.By.Count == 0)
            throw new QueryException("One figure has no first ones.");
        // The best are those with most of the figure, whatever the rows were ordered by; of a list, the first.
        var order = query.Measures.Count > 0 && edit.Sort is null && (query.Order.Count == 0 || edit.Low || query.By.Any(b => b.Part is not null))
            ? [new OrderBy(query.Compute.Count > 0 ? query.Compute[^1].Name : query.Measures[0].Name, !edit.Low)] : query.Order;
        return query with { Limit = limit, Order = order };
    }

    private static List<Condition> Merged(IReadOnlyList<Condition> where, Condition condition, QueryEdit edit, SemanticModel model)
    {
        var kept = where.ToList();
        if (OnDate(condition, model))
        {
            var old = kept.Find(k => OnDate(k, model) && k.Field is not null);
            if (edit.AnyDate && old is not null && condition.Field is not null)
                condition = condition with { Field = old.Field };
            kept.RemoveAll(k => OnDate(k, model) && FieldOf(k) == FieldOf(condition));
            return [.. kept, condition];
        }

        var same = kept.FindIndex(k => k.Field is not null && k.Field == condition.Field && k.Has is null && k.Other is null && (k.Is == condition.Is || (k.Is, condition.Is) is (Comparison.Equal, Comparison.NotEqual) or (Comparison.NotEqual, Comparison.Equal)));
        if (same < 0)
            return [.. kept, condition];
        kept[same] = (kept[same].Is, condition.Is) switch
        {
            (Comparison.Equal, Comparison.NotEqual) when kept[same].Values.Except(condition.Values).ToList() is { Count: > 0 } rest => kept[same] with { Values = rest },
            (Comparison.Equal, Comparison.Equal) when edit.Also => kept[same] with { Values = [.. kept[same].Values.Union(condition.Values)] },
            (Comparison.NotEqual, Comparison.NotEqual) => kept[same] with { Values = [.. kept[same].Values.Union(condition.Values)] },
            _ => condition,
        };
        return kept;
    }

    private static string? FieldOf(Condition condition) => condition.Field ?? condition.Any.Select(a => a.Field).FirstOrDefault();

    internal static bool OnDate(Condition condition, SemanticModel model) => condition.Any.Count > 0 ? condition.Any.All(a => OnDate(a, model))
        : condition is { Field: { } field, Has: null, Other: null, Is: Comparison.Between or Comparison.Less or Comparison.More or Comparison.AtLeast or Comparison.AtMost or Comparison.Equal }
          && Formula.Read(field) is { IsField: true } formula && formula.Fields.First() is var at && model.Find(at.Entity)?.Find(at.Column) is { IsDate: true };
}
