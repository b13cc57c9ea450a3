using System.Globalization;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Measures by dimensions. Measures over different entities are summed apart and joined on the groups, so none is multiplied by
/// the other's rows.</summary>
internal static class CompileGroups
{
    /// <summary>The column that holds the yes or no.</summary>
    public const string VerdictTitle = "Yes or no";

    public static CompiledQuery Of(AnalysisQuery query, SemanticModel model, string timeZone)
    {
        var aliases = new Aliases();
        var frames = query.Measures.GroupBy(m => Bases.Of(m, model)).Select(g => Frame.Of(query, g.Key, [.. g], model, aliases, timeZone)).ToList();
        var dimensions = frames[0].Dimensions;
        var measures = query.Measures.Select(m => frames.SelectMany(f => f.Measures).OrderBy(c => c.Title == m.Name ? 0 : 1).First(c => c.Title == m.Name || c.Title.StartsWith(m.Name + " ", StringComparison.Ordinal))).ToList();
        var groups = frames.Count == 1 ? frames[0].Sql : Union(frames, dimensions, measures);
        if (query.KeepEmpty && query.By is [{ Entity: { } all }])
            groups = WithEmpty(groups, all, query, model, timeZone, dimensions, measures);
        if (query.Fold is not null)
            return CompileFold.Of(query, groups, dimensions, measures);
        var columns = dimensions.Select(d => d.Column).Concat(measures).ToList();
        var steps = new List<string> { $"groups as (\n{groups}\n)" };
        var source = "groups";
        if (query.Compute.Count > 0 || query.Having.Any(h => h.Mean) || query.LimitWithin > 0)
        {
            var extra = new List<string>();
            foreach (var computed in query.Compute)
            {
                extra.Add($"{Expression(computed, dimensions, query)} as {Sql.Quoted(computed.Name)}");
                columns.Add(new(computed.Name, OutRole.Measure, DataKind.Number, computed.Kind is ComputedKind.Percent or ComputedKind.Share or ComputedKind.Growth or ComputedKind.GrowthOverTime ? "%" : null));
            }

            extra.AddRange(query.Having.Where(h => h.Mean).Select((h, i) => $"avg({Sql.Quoted(h.Measure)}) over () as mean_{i}"));
            if (query.LimitWithin > 0)
                extra.Add(Rank(query, dimensions, measures));
            steps.Add($"figures as (\nselect *, {string.Join(", ", extra)} from groups\n)");
            source = "figures";
        }

        var visible = columns.OrderBy(c => c.Role == OutRole.Detail).ToList();
        var having = Having(query);
        var selected = visible.Select(c => Sql.Quoted(c.Title)).ToList();
        if (query.Verdict is { } verdict && columns.Exists(c => c.Title == verdict.Left))
        {
            selected.Add($"{Sql.Quoted(verdict.Left)} {Sql.Operator(verdict.Is)} {(verdict.Right is { } right ? Sql.Quoted(right) : Number(verdict.Value))} as {Sql.Quoted(VerdictTitle)}");
            visible.Add(new(VerdictTitle, OutRole.Detail, DataKind.Flag));
        }

        var sql = $"with {string.Join(", ", steps)}\nselect {string.Join(", ", selected)}\nfrom {source}"
            + (having.Count == 0 ? "" : $"\nwhere {string.Join(" and ", having)}")
            + CompileQuery.Tail(Order(query, dimensions, measures), query.LimitWithin > 0 ? null : query.Limit, query.Ties);
        if (query is { Arrange.Count: > 0, Limit: not null })
            sql = CompileQuery.Arranged(sql, Order(query with { Order = query.Arrange, LimitWithin = 0 }, dimensions, measures));
        return new(sql, visible);
    }

    private static string Union(List<Frame> frames, IReadOnlyList<Output> dimensions, List<OutColumn> measures)
    {
        var parts = frames.Select((f, i) =>
        {
            var own = f.Dimensions.Select(d => Sql.Quoted(d.Column.Title)).Concat(measures.Select(m =>
                f.Measures.Contains(m) ? Sql.Quoted(m.Title) : $"null::numeric as {Sql.Quoted(m.Title)}"));
            return $"select {string.Join(", ", own)} from (\n{f.Sql}\n) part_{i}";
        });
        var keys = dimensions.Select(d => Sql.Quoted(d.Column.Title)).ToList();
        var all = keys.Concat(measures.Select(m => $"max({Sql.Quoted(m.Title)}) as {Sql.Quoted(m.Title)}"));
        return $"select {string.Join(", ", all)}\nfrom (\n{string.Join("\nunion all\n", parts)}\n) parts"
            + (keys.Count == 0 ? "" : $"\ngroup by {string.Join(", ", Enumerable.Range(1, keys.Count))}");
    }

    private static string WithEmpty(
        string groups, string entity, AnalysisQuery query, SemanticModel model, string timeZone, IReadOnlyList<Output> dimensions, List<OutColumn> measures)
    {
        var aliases = new Aliases();
        var tree = new JoinTree(model, entity, aliases);
        var outputs = new Outputs(model, new(model, aliases, timeZone), timeZone);
        var own = outputs.Of(query.By[0], tree).Concat(query.Show.Select(s => outputs.OfField(FieldRef.Read(s), null, tree))).ToList();
        var conditions = new CompileConditions(model, aliases, timeZone);
        var mine = conditions.All([.. query.Where.Where(c => c.Field is { } f && Formula.Read(f).Fields.All(x => tree.Way(x.Entity, x.Via).All(s => !s.Down)))], tree);
        var all = $"select {string.Join(", ", own.Select(o => $"{o.Sql} as {Sql.Quoted(o.Column.Title)}"))} from {tree.From()}{(mine is null ? "" : " where " + mine)}";
        var on = string.Join(" and ", dimensions.Where(d => d.Column.Role == OutRole.Detail || dimensions.All(x => x.Column.Role != OutRole.Detail))
            .Select(d => $"grouped.{Sql.Quoted(d.Column.Title)} = every.{Sql.Quoted(d.Column.Title)}"));
        var columns = dimensions.Select(d => $"every.{Sql.Quoted(d.Column.Title)}")
            .Concat(measures.Select(m => $"coalesce(grouped.{Sql.Quoted(m.Title)}, 0) as {Sql.Quoted(m.Title)}"));
        return $"select {string.Join(", ", columns)}\nfrom ({all}) every\nleft join (\n{groups}\n) grouped on {on}";
    }

    private static string Expression(Computed computed, IReadOnlyList<Output> dimensions, AnalysisQuery query)
    {
        var (left, right) = (Sql.Quoted(computed.Left), Sql.Quoted(computed.Right ?? ""));
        return computed.Kind switch
        {
            ComputedKind.Ratio when computed.Times is { } times => $"{Number(times)} * {left}::numeric / nullif({right}, 0)",
            ComputedKind.Ratio => $"{left}::numeric / nullif({right}, 0)",
            ComputedKind.Percent => $"100.0 * {left} / nullif({right}, 0)",
            ComputedKind.Share => $"100.0 * {left} / nullif(sum({left}) over (), 0)",
            ComputedKind.Growth => $"100.0 * ({left} - {right}) / nullif({right}, 0)",
            ComputedKind.GrowthOverTime => $"100.0 * ({left} - {Before(left, dimensions)}) / nullif({Before(left, dimensions)}, 0)",
            ComputedKind.ChangeOverTime => $"{left} - {Before(left, dimensions)}",
            ComputedKind.Difference => $"coalesce({left}, 0) - coalesce({right}, 0)",
            _ => $"sum({left}) over (order by {string.Join(", ", dimensions.Take(Math.Max(1, query.By.Count)).Select(d => Sql.Quoted(d.Column.Title)))})",
        };
    }

    // The time before it, within each of the other groups.
    private static string Before(string value, IReadOnlyList<Output> dimensions)
    {
        var time = dimensions.First(d => d.Column.Part is not null).Column.Title;
        var others = dimensions.Where(d => d.Column.Role == OutRole.Dimension && d.Column.Title != time).Select(d => Sql.Quoted(d.Column.Title)).ToList();
        return $"lag({value}) over ({(others.Count == 0 ? "" : $"partition by {string.Join(", ", others)} ")}order by {Sql.Quoted(time)})";
    }

    private static string Rank(AnalysisQuery query, IReadOnlyList<Output> dimensions, List<OutColumn> measures)
    {
        var within = query.By.Take(query.LimitWithin).SelectMany((d, i) => Of(i)).ToList();
        var order = query.Order is [var first, ..] ? first : new OrderBy(measures[0].Title, true);
        return $"rank() over (partition by {string.Join(", ", within)} order by {Sql.Quoted(order.Field)}{(order.Descending ? " desc nulls last" : "")}) as rank_";

        // Dimensions come in the order of the groups, each with its details; a title that a later group begins with ends it.
        IEnumerable<string> Of(int at) => dimensions.Where(d => GroupOf(d, query, dimensions) == at).Select(d => Sql.Quoted(d.Column.Title));
    }

    private static int GroupOf(Output output, AnalysisQuery query, IReadOnlyList<Output> dimensions)
    {
        var group = -1;
        var seen = false;
        foreach (var dimension in dimensions)
        {
            var starts = dimension.Column.Role == OutRole.Dimension && group + 1 < query.By.Count;
            group += starts ? 1 : 0;
            seen = ReferenceEquals(dimension, output);
            if (seen)
                break;
        }

        return seen ? group : -1;
    }

    private static List<string> Having(AnalysisQuery query)
    {
        var means = 0;
        var parts = query.Having.Select(h => h.Mean
            ? $"{Sql.Quoted(h.Measure)} {Sql.Operator(h.Is)} mean_{means++}"
            : h.Is == Comparison.Between ? $"{Sql.Quoted(h.Measure)} between {Number(h.Value)} and {Number(h.To ?? h.Value)}"
            : h.Is == Comparison.NotEmpty ? $"{Sql.Quoted(h.Measure)} is not null"
            : $"{Sql.Quoted(h.Measure)} {Sql.Operator(h.Is)} {Number(h.Value)}").ToList();
        if (query.LimitWithin > 0)
            parts.Add($"rank_ <= {Number(query.Limit ?? 1)}");
        return parts;
    }

    private static List<string> Order(AnalysisQuery query, IReadOnlyList<Output> dimensions, List<OutColumn> measures)
    {
        var order = new List<string>();
        if (query.LimitWithin > 0)
            order.AddRange(query.By.Take(query.LimitWithin).SelectMany((_, i) => dimensions.Where(d => GroupOf(d, query, dimensions) == i).Take(1)).Select(d => Sql.Quoted(d.Column.Title)));
        foreach (var by in query.Order)
        {
            var group = query.By.ToList().FindIndex(d => d.Field == by.Field || d.Entity == by.Field);
            var output = group >= 0 ? dimensions.FirstOrDefault(d => GroupOf(d, query, dimensions) == group)
                : dimensions.FirstOrDefault(d => d.Column.Title.Equals(by.Field, StringComparison.OrdinalIgnoreCase));
            var title = output?.OrderSql is not null && dimensions.FirstOrDefault(d => d.Column.Title == output.Column.Title + " number") is { } number
                ? number.Column.Title : output?.Column.Title ?? by.Field;
            order.Add(Sql.Quoted(title) + (by.Descending ? " desc nulls last" : " nulls last"));
        }

        if (order.Count == 0 && dimensions.FirstOrDefault(d => d.Column.Part is not null) is { } time)
            order.Add(Sql.Quoted(dimensions.FirstOrDefault(d => time.OrderSql is not null && d.Column.Title == time.Column.Title + " number")?.Column.Title ?? time.Column.Title));
        if (order.Count == 0 && dimensions.Count > 0)
            order.Add(Sql.Quoted(query.Compute is [.., { Kind: ComputedKind.Ratio or ComputedKind.Percent } rate] ? rate.Name : measures[0].Title) + " desc nulls last");
        // The same question gives the same order, whatever the server does.
        if (dimensions.Count > 0 && !order.Exists(o => o.StartsWith(Sql.Quoted(dimensions[0].Column.Title), StringComparison.Ordinal)))
            order.Add(Sql.Quoted(dimensions[0].Column.Title));
        return order;
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
