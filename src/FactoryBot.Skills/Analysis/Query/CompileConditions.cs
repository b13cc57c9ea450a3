using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Conditions as SQL. What lies behind a one-to-many key becomes a sub-query, so that no row is met twice; conditions on the same
/// related row stay together in one.</summary>
internal sealed class CompileConditions(SemanticModel model, Aliases aliases, string timeZone)
{
    public string? All(IReadOnlyList<Condition> conditions, JoinTree tree)
    {
        var parts = new List<string>();
        var related = new List<(Step[] Way, Condition Condition)>();
        var shared = Shared(conditions, tree);
        foreach (var condition in conditions)
        {
            if (shared.TryGetValue(condition, out var down))
                related.Add((down, condition));
            else if (Behind(condition, tree) is { } way)
                related.Add((way, condition));
            else
                parts.Add(One(condition, tree));
        }

        foreach (var group in related.GroupBy(r => r.Way, Steps.Equal))
            parts.Add(Exists(group.Key, [.. group.Select(r => r.Condition)], tree, not: false));
        return parts.Count == 0 ? null : string.Join("\n  and ", parts);
    }

    // A date of an event and a thing that it was about hold for the same event.
    private static Dictionary<Condition, Step[]> Shared(IReadOnlyList<Condition> conditions, JoinTree tree) => conditions
        .Where(c => c is { Has: not null, Not: false, With.Count: > 0 }).Select(c => (Condition: c, Way: Down(c, tree))).Where(h => h.Way is not null).GroupBy(h => h.Way!, Steps.Equal)
        .Where(g => g.Count() == 1 && conditions.Any(c => Behind(c, tree) is { } way && Steps.Equal.Equals(way, g.Key))).ToDictionary(g => g.Single().Condition, g => g.Key);

    private static Step[]? Down(Condition condition, JoinTree tree) => tree.Way(condition.Has!, null) is var way && way.ToList().FindIndex(s => s.Down) is >= 0 and var first ? [.. way.Take(first + 1)] : null;

    /// <summary>The way up to and with the first step to the many, where there is one.</summary>
    private static Step[]? Behind(Condition condition, JoinTree tree)
    {
        if (condition.Has is not null || condition.Total is not null || condition.Any.Count > 0 || condition.Field is null)
            return null;
        foreach (var field in Formula.Read(condition.Field).Fields.Concat(condition.Other is null ? [] : Formula.Read(condition.Other).Fields))
        {
            var way = tree.Way(field.Entity, field.Via);
            if (tree.FirstDown(way) is >= 0 and var first)
                return [.. way.Take(first + 1)];
        }

        return null;
    }

    private string One(Condition condition, JoinTree tree) => condition switch
    {
        { Has: not null } => Has(condition, tree),
        { Total: not null } => Total(condition, tree),
        { Any.Count: > 0 } => $"({string.Join(" or ", condition.Any.Select(c => All([c], tree)))})",
        { Field: not null } when condition.Not => $"not ({Compare(condition with { Not = false }, tree)})",
        { Field: not null } => Compare(condition, tree),
        _ => throw new QueryException("A condition needs a field, a related entity or a total."),
    };

    private string Has(Condition condition, JoinTree tree)
    {
        var way = tree.Way(condition.Has!, null);
        if (way.Count == 0)
            return condition.Not ? $"not coalesce({All(condition.With, tree) ?? "true"}, false)" : $"({All(condition.With, tree) ?? "true"})";
        var first = way.ToList().FindIndex(s => s.Down);
        if (first < 0)
        {
            var parent = tree.Node([.. way.Take(way.Count - 1)]);
            // What must hold of the thing itself, whichever of its rows is looked at.
            if (condition.With.Any(w => w.Has is not null))
                return Exists([.. way], [condition with { Not = false }], tree, condition.Not);
            var key = $"{parent.Alias}.{Sql.Column(parent.Entity, way[^1].Relation.FromColumns[0])}";
            // A key that leads nowhere is as good as none.
            var node = tree.Node(way);
            var found = $"{node.Alias}.{Sql.Column(node.Entity, way[^1].Relation.ToColumns[0])}";
            var with = All(condition.With, tree);
            return condition.Not
                ? with is null ? $"({key} is null or {found} is null)" : $"not coalesce({with}, false)"
                : with is null ? $"{found} is not null" : $"({with})";
        }

        return Exists([.. way.Take(first + 1)], [condition with { Not = false }], tree, condition.Not);
    }

    private string Exists(Step[] way, IReadOnlyList<Condition> conditions, JoinTree tree, bool not)
    {
        var parent = tree.Node([.. way.Take(way.Length - 1)]);
        var inner = new JoinTree(model, way[^1].To, aliases);
        var on = JoinTree.On(way[^1], parent.Alias, inner.Root.Alias, model);
        var all = All([.. conditions.SelectMany(c => c.Has == way[^1].To ? c.With : [c])], inner);
        return $"{(not ? "not " : "")}exists (select 1 from {inner.From()} where {on}{(all is null ? "" : " and " + all)})";
    }

    private string Total(Condition condition, JoinTree tree)
    {
        var per = condition.Per ?? tree.Root.Entity.Name;
        var node = tree.Node(tree.Way(per, null));
        if (node.Entity.Key.Count != 1)
            throw new QueryException($"{per} has no single key to count by.");
        var (measure, where) = (condition.Total!, condition.Total!.Where);
        var inner = new JoinTree(model, Bases.Of(measure, model), aliases);
        var key = inner.Node(inner.Way(per, null));
        var counted = CompileMeasures.Aggregate(measure, inner, model);
        var filter = All(where, inner);
        var zero = condition.Is is Comparison.Less or Comparison.AtMost || (condition.Is == Comparison.Equal && condition.Values is ["0"]);
        var comparison = condition.Is == Comparison.Between
            ? $"between {Sql.Number(condition.Values[0])} and {Sql.Number(condition.Values[1])}"
            : $"{Sql.Operator(condition.Is)} {Sql.Number(condition.Values[0])}";
        var keyColumn = $"{key.Alias}.{Sql.Column(key.Entity, key.Entity.Key[0])}";
        var having = zero ? $"not ({counted} {comparison})" : $"{counted} {comparison}";
        var list = $"(select {keyColumn} from {inner.From()} where {keyColumn} is not null{(filter is null ? "" : " and " + filter)} group by {keyColumn} having {having})";
        return $"{node.Alias}.{Sql.Column(node.Entity, node.Entity.Key[0])} {(zero != condition.Not ? "not in" : "in")} {list}";
    }

    private string Compare(Condition condition, JoinTree tree)
    {
        var formula = Formula.Read(condition.Field!);
        var left = Express(formula, tree);
        var column = formula.IsField ? model[formula.Fields.First().Entity].Find(formula.Fields.First().Column) : null;
        if (condition.Other is { } other)
        {
            var (right, beside) = (Express(Formula.Read(other), tree), ColumnOf(Formula.Read(other)));
            // A moment beside a day: what came on the last day came in time.
            if (column is { Kind: DataKind.Moment } && beside is { Kind: DataKind.Date })
                left = DayOf(left, column);
            else if (column is { Kind: DataKind.Date } && beside is { Kind: DataKind.Moment })
                right = DayOf(right, beside);
            return $"{left} {Sql.Operator(condition.Is)} {right}";
        }

        if (condition.Overall is { } overall)
        {
            var all = new JoinTree(model, Bases.Of(formula, model), aliases);
            var value = Express(formula, all);
            var same = condition.OverallPer is { } per ? (Field(FieldRef.Read(per), all), Field(FieldRef.Read(per), tree)) : default;
            return $"{left} {Sql.Operator(condition.Is)} (select {CompileMeasures.Apply(overall, value)} from {all.From()}{(same.Item1 is null ? "" : $" where {same.Item1} is not distinct from {same.Item2}")})";
        }

        return Literals.Compare(left, column, condition, timeZone);
    }

    private Column? ColumnOf(Formula formula) => formula.IsField ? model[formula.Fields.First().Entity].Find(formula.Fields.First().Column) : null;

    private string DayOf(string sql, Column column) => column.Zoned ? $"({sql} at time zone {Sql.Text(timeZone)})::date" : $"{sql}::date";

    public string Express(Formula formula, JoinTree tree) => formula.Sql(field => Field(field, tree), field => Local(field, tree));

    private string Local(FieldRef field, JoinTree tree) => model[field.Entity].Find(field.Column) is { Zoned: true } ? $"({Field(field, tree)} at time zone {Sql.Text(timeZone)})" : Field(field, tree);

    public string Field(FieldRef field, JoinTree tree)
    {
        var entity = model.Find(field.Entity) ?? throw new QueryException($"There is nothing called {field.Entity}.");
        var node = tree.Node(tree.Way(field.Entity, field.Via));
        var sql = $"{node.Alias}.{Sql.Column(entity, field.Column)}";
        return entity.Find(field.Column) switch { { Cents: true } => $"({sql} / 100.0)", { DateText: true, Kind: var kind } => $"nullif({sql}, '')::{(kind == DataKind.Date ? "date" : "timestamp")}", { ShortFloat: true } => sql + "::numeric", _ => sql };
    }
}

/// <summary>Ways as keys of a grouping.</summary>
internal sealed class Steps : IEqualityComparer<Step[]>
{
    public static readonly Steps Equal = new();

    public bool Equals(Step[]? x, Step[]? y) => x is not null && y is not null && x.SequenceEqual(y);

    public int GetHashCode(Step[] steps) => steps.Length == 0 ? 0 : steps[^1].GetHashCode();
}
