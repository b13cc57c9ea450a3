using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Which rows a measure is computed over.</summary>
internal static class Bases
{
    public static string Of(MeasureUse measure, SemanticModel model) => measure.Formula == "*"
        ? measure.Entity ?? throw new QueryException($"{measure.Name} counts rows, but not of what.")
        : measure.Entity is { } entity && model.Find(entity) is not null ? entity : Of(Formula.Read(measure.Formula), model);

    /// <summary>The entity from which all fields are reached without meeting a row twice.</summary>
    public static string Of(Formula formula, SemanticModel model)
    {
        var entities = formula.Fields.Select(f => f.Entity).Distinct().ToList();
        foreach (var entity in entities)
        {
            if (model.Find(entity) is null)
                throw new QueryException($"There is nothing called {entity}.");
        }

        return entities.Find(e => entities.TrueForAll(other => model.Graph.ReachesUp(e, other)))
            ?? throw new QueryException("The fields of the formula do not belong to one row.");
    }
}

internal static class CompileMeasures
{
    /// <param name="filter">Which rows are meant, as SQL behind the aggregate; empty for all.</param>
    public static string Aggregate(MeasureUse measure, JoinTree tree, SemanticModel model, string filter = "")
    {
        if (measure.Formula == "*")
            return "count(*)" + filter;
        var conditions = new CompileConditions(model, new(), "UTC");
        var value = Apply(measure.Aggregate, conditions.Express(Formula.Read(measure.Formula), tree)) + filter;
        return measure.Over is { } over ? Rate(measure, value, $"sum({conditions.Express(Formula.Read(over), tree)}){filter}") : value;
    }

    public static string Rate(MeasureUse measure, string value, string over) =>
        measure.Unit == "%" ? $"100.0 * {value} / nullif({over}, 0)" : $"{value}::numeric / nullif({over}, 0)";

    public static string Apply(Aggregate aggregate, string value) => aggregate switch
    {
        Model.Aggregate.Count => $"count({value})",
        Model.Aggregate.CountDistinct => $"count(distinct {value})",
        Model.Aggregate.Sum => $"sum({value})",
        Model.Aggregate.Average => $"avg({value})",
        Model.Aggregate.Least => $"min({value})",
        Model.Aggregate.Most => $"max({value})",
        _ => $"percentile_cont(0.5) within group (order by {value})",
    };
}
