using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Measures over the rows of one entity, grouped: one SELECT in which no row counts twice.</summary>
internal sealed class Frame
{
    private Frame(string sql, IReadOnlyList<Output> dimensions, IReadOnlyList<OutColumn> measures)
    {
        Sql = sql;
        Dimensions = dimensions;
        Measures = measures;
    }

    public string Sql { get; }
    public IReadOnlyList<Output> Dimensions { get; }
    public IReadOnlyList<OutColumn> Measures { get; }

    public static Frame Of(AnalysisQuery query, string entity, IReadOnlyList<MeasureUse> measures, SemanticModel model, Aliases aliases, string timeZone)
    {
        var tree = new JoinTree(model, entity, aliases);
        var conditions = new CompileConditions(model, aliases, timeZone);
        var outputs = new Outputs(model, conditions, timeZone);
        var dimensions = query.By.SelectMany(d => outputs.Of(d, tree)).ToList();
        dimensions.AddRange(query.Show.Select(s => outputs.OfField(FieldRef.Read(s), null, tree)).Select(o => o with { Column = o.Column with { Role = OutRole.Dimension } }));
        foreach (var dimension in query.By)
        {
            var of = FieldRef.Read(dimension.Field ?? dimension.Entity + ".x");
            tree.Require(tree.Way(of.Entity, of.Via));
        }

        var fans = tree.Fans;
        // Conditions of single measures first: what they join must be in the FROM.
        var own = measures.Select(m => conditions.All(m.Where, tree)).ToList();
        var where = conditions.All(query.Where, tree);
        var columns = measures.Select(m => new OutColumn(outputs.Unique(m.Name), OutRole.Measure, m.Aggregate is Aggregate.Count or Aggregate.CountDistinct ? DataKind.Whole : KindOf(m, outputs), m.Unit)).ToList();
        var sql = fans
            ? Fanned(tree, conditions, dimensions, measures, own, where, columns)
            : Plain(tree, conditions, dimensions, measures, own, where, columns, model);
        return new(sql, dimensions, columns);
    }

    private static DataKind KindOf(MeasureUse measure, Outputs outputs)
    {
        var formula = Formula.Read(measure.Formula);
        return measure.Aggregate is Aggregate.Least or Aggregate.Most && formula.IsField ? outputs.Column(formula.Fields.First()).Kind : DataKind.Number;
    }

    private static string Plain(
        JoinTree tree, CompileConditions conditions, List<Output> dimensions, IReadOnlyList<MeasureUse> measures, List<string?> own, string? where,
        List<OutColumn> columns, SemanticModel model)
    {
        var selected = dimensions.Select(d => $"{d.Sql} as {Query.Sql.Quoted(d.Column.Title)}")
            .Concat(measures.Select((m, i) => $"{CompileMeasures.Aggregate(m, tree, model, Filter(own[i]))} as {Query.Sql.Quoted(columns[i].Title)}")).ToList();
        _ = conditions;
        return $"select {string.Join(", ", selected)}\nfrom {tree.From()}" + Where(where, dimensions, measures, own) + Group(dimensions.Count);
    }

    // Each row of the entity once for each group it belongs to, then summed.
    private static string Fanned(
        JoinTree tree, CompileConditions conditions, List<Output> dimensions, IReadOnlyList<MeasureUse> measures, List<string?> own, string? where, List<OutColumn> columns)
    {
        var entity = tree.Root.Entity;
        if (entity.Key.Count == 0)
            throw new QueryException($"{SchemaNames.Plural(entity.Noun)} cannot be summed this way: the table has no key, so rows would count twice.");
        var parts = dimensions.Select(d => $"{d.Sql} as {Query.Sql.Quoted(d.Column.Title)}").ToList();
        parts.AddRange(entity.Key.Select((k, i) => $"{tree.Root.Alias}.{Query.Sql.Column(entity, k)} as key_{i}"));
        for (var i = 0; i < measures.Count; i++)
        {
            if (measures[i].Formula != "*")
                parts.Add($"{conditions.Express(Formula.Read(measures[i].Formula), tree)} as value_{i}");
            if (measures[i].Over is { } over)
                parts.Add($"{conditions.Express(Formula.Read(over), tree)} as over_{i}");
            if (own[i] is { } filter)
                parts.Add($"({filter}) as keep_{i}");
        }

        var selected = dimensions.Select(d => Query.Sql.Quoted(d.Column.Title)).Concat(measures.Select((m, i) =>
        {
            var keep = own[i] is null ? "" : $" filter (where keep_{i})";
            var value = (m.Formula == "*" ? "count(*)" : CompileMeasures.Apply(m.Aggregate, $"value_{i}")) + keep;
            return $"{(m.Over is null ? value : CompileMeasures.Rate(m, value, $"sum(over_{i}){keep}"))} as {Query.Sql.Quoted(columns[i].Title)}";
        }));
        return $"select {string.Join(", ", selected)}\nfrom (select distinct {string.Join(", ", parts)}\nfrom {tree.From()}{(where is null ? "" : $"\nwhere {where}")}) once" + Group(dimensions.Count);
    }

    private static string Filter(string? own) => own is null ? "" : $" filter (where {own})";

    // Groups in which no measure has a row would be rows of nothing.
    private static string Where(string? where, List<Output> dimensions, IReadOnlyList<MeasureUse> measures, List<string?> own)
    {
        if (measures.Count == 1 && own[0] is { } only && dimensions.Count > 0)
            where = where is null ? only : $"{where}\n  and ({only})";
        return where is null ? "" : $"\nwhere {where}";
    }

    private static string Group(int count) => count == 0 ? "" : $"\ngroup by {string.Join(", ", Enumerable.Range(1, count))}";
}
