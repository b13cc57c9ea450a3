using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>The second of two steps: what was summed for each day or month is averaged over the days or months.</summary>
internal static class CompileFold
{
    /// <param name="groups">The select that sums for each group.</param>
    public static CompiledQuery Of(AnalysisQuery query, string groups, IReadOnlyList<Output> dimensions, IReadOnlyList<OutColumn> measures)
    {
        var last = dimensions.ToList().FindLastIndex(d => d.Column.Part is not null);
        if (query.By is not [.., { Part: { } part }] || last < 0 || measures.Count != 1 || query.Show.Count + query.Compute.Count + query.Having.Count + query.LimitWithin > 0)
            throw new QueryException("Only one figure, summed for each day, week, month, quarter or year, can be averaged over them.");
        var time = part.ToString().ToLowerInvariant();
        var kept = dimensions.Take(last).Select(d => d.Column).ToList();
        var measure = measures[0];
        var folded = new OutColumn($"{Name(query.Fold!.Value)} {measure.Title.ToLowerInvariant()} per {time}", OutRole.Measure, DataKind.Number, measure.Unit);
        var times = new OutColumn(Letters.Capital(SchemaNames.Plural(time)), OutRole.Measure, DataKind.Whole);
        var select = kept.Select(c => Sql.Quoted(c.Title)).Append($"{CompileMeasures.Apply(query.Fold.Value, Sql.Quoted(measure.Title))} as {Sql.Quoted(folded.Title)}").Append($"count(*) as {Sql.Quoted(times.Title)}");
        List<string> order = kept.Count == 0 ? [] : [$"{Sql.Quoted(folded.Title)}{(query.Order is [{ Descending: false }, ..] ? "" : " desc")} nulls last", Sql.Quoted(kept[0].Title)];
        var sql = $"with groups as (\n{groups}\n)\nselect {string.Join(", ", select)}\nfrom groups"
            + (kept.Count == 0 ? "" : $"\ngroup by {string.Join(", ", Enumerable.Range(1, kept.Count))}")
            + CompileQuery.Tail(order, query.Limit);
        return new(sql, [.. kept, folded, times]);
    }

    private static string Name(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Least => "Lowest", Aggregate.Most => "Highest", Aggregate.Median => "Median", Aggregate.Average => "Average", _ => throw new QueryException("Sums of groups are averaged, or the highest, lowest or median of them is taken."),
    };
}
