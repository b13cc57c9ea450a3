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
    public static string Aggregate(MeasureUse measure, JoinTree tree, SemanticModel model)
    {
        if (measure.Formula == "*")
            return "count(*)";
        var conditions = new CompileConditions(model, new(), "UTC");
        return Apply(measure.Aggregate, conditions.Express(Formula.Read(measure.Formula), tree));
    }

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
