using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Query in, SQL out. Pure and deterministic: the same query and model make the same SQL.</summary>
internal static class CompileQuery
{
    /// <exception cref="QueryException">The query does not fit the model; the message says why.</exception>
    public static CompiledQuery Of(AnalysisQuery query, SemanticModel model, string timeZone = "UTC")
    {
        if (query.Limit is < 1 or > 10_000)
            throw new QueryException("A limit lies between 1 and 10,000.");
        return query.Measures.Count == 0 ? List(query, model, timeZone) : CompileGroups.Of(query, model, timeZone);
    }

    private static CompiledQuery List(AnalysisQuery query, SemanticModel model, string timeZone)
    {
        var root = query.Of ?? throw new QueryException("A query needs a measure, or an entity whose rows are listed.");
        if (model.Find(root) is null)
            throw new QueryException($"There is nothing called {root}.");
        var aliases = new Aliases();
        var tree = new JoinTree(model, root, aliases);
        var conditions = new CompileConditions(model, aliases, timeZone);
        var outputs = new Outputs(model, conditions, timeZone);
        var columns = new List<Output>();
        foreach (var dimension in query.By)
            columns.AddRange(outputs.Of(dimension, tree));
        if (query.By is [{ Entity: { } named }, ..] && named == root)
            columns.AddRange(outputs.NamesOf(root, tree));
        foreach (var shown in query.Show)
            columns.Add(Shown(shown, outputs, conditions, model, tree));
        if (columns.Count == 0)
            throw new QueryException("A list needs something to show.");
        var where = conditions.All(query.Where, tree);
        // In a list of a thing's own rows nothing is twice; what a name stands for twice is two things.
        var order = query.Order.Select(o => Order(o, columns, conditions, tree)).ToList();
        var distinct = query.Distinct || tree.Fans;
        var sql = $"select {(distinct ? "distinct " : "")}{string.Join(", ", columns.Select(c => $"{c.Sql} as {Sql.Quoted(c.Column.Title)}"))}\nfrom {tree.From()}"
            + (where is null ? "" : $"\nwhere {where}");
        if (distinct && order.Exists(o => o.Contains('.', StringComparison.Ordinal) && !columns.Exists(c => o.StartsWith(c.Sql, StringComparison.Ordinal))))
            order.Clear();
        if (distinct && order.Count > 0)
            order = [.. query.Order.Select(o => ByTitle(o, columns, conditions, tree))];
        sql += Tail(order, query.Limit, query.Ties);
        if (query is { Arrange.Count: > 0, Limit: not null })
            sql = Arranged(sql, [.. query.Arrange.Select(o => ByTitle(o, columns, conditions, tree)).Where(o => o.StartsWith('"'))]);
        return new(sql, [.. columns.Select(c => c.Column)]);
    }

    private static Output Shown(string shown, Outputs outputs, CompileConditions conditions, SemanticModel model, JoinTree tree)
    {
        var formula = Formula.Read(shown);
        if (formula.IsField)
            return outputs.OfField(formula.Fields.First(), null, tree);
        var days = formula.Parts[0].Text is "days" or "hours" or "minutes" or "age" ? formula.Parts[0].Text : null;
        var title = days is not null ? Letters.Capital(days) : Letters.Capital(string.Join(" × ", formula.Fields.Select(f => model[f.Entity].Find(f.Column)?.Phrase)));
        return new(new(outputs.Unique(title), OutRole.Measure, DataKind.Number, days == "age" ? "years" : days), conditions.Express(formula, tree));
    }

    private static string Order(OrderBy order, List<Output> columns, CompileConditions conditions, JoinTree tree)
    {
        var sql = columns.Find(c => c.Column.Title.Equals(order.Field, StringComparison.OrdinalIgnoreCase)) is { } column
            ? column.OrderSql ?? column.Sql
            : conditions.Express(Formula.Read(order.Field), tree);
        return sql + (order.Descending ? " desc nulls last" : "");
    }

    private static string ByTitle(OrderBy order, List<Output> columns, CompileConditions conditions, JoinTree tree)
    {
        var sql = Order(order with { Descending = false }, columns, conditions, tree);
        var column = columns.Find(c => c.Sql == sql || c.OrderSql == sql);
        return (column is null ? sql : Sql.Quoted(column.Column.Title)) + (order.Descending ? " desc nulls last" : "");
    }

    /// <summary>The first rows in another order than that in which they are the first.</summary>
    internal static string Arranged(string sql, List<string> order) =>
        order.Count == 0 ? sql : string.Concat("select *", "\nfrom (\n", sql, "\n) firsts", Tail(order, null));

    /// <param name="ties">What is level with the last row is shown too: only the first key of the order counts then.</param>
    internal static string Tail(List<string> order, int? limit, bool ties = false) => ties && limit is { } first && order.Count > 0
        ? string.Create(CultureInfo.InvariantCulture, $"\norder by {order[0]}\nfetch first {first} rows with ties")
        : (order.Count == 0 ? "" : $"\norder by {string.Join(", ", order)}") + (limit is { } most ? string.Create(CultureInfo.InvariantCulture, $"\nlimit {most}") : "");
}
