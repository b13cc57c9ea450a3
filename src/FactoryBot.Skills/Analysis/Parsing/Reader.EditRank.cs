using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"By revenue", "top 5 by revenue" after an answer: its rows, or its groups, ranked by another figure.</summary>
internal sealed partial class Reader
{
    /// <returns>Null where the rows have no such figure of their own.</returns>
    private AnalysisQuery? RankedAnew(AnalysisQuery query)
    {
        if (rankField is { } field)
            return query.Measures.Count > 0 ? null : query with { Show = [.. query.Show.Append(field).Distinct()], Order = [new(field, !rankLow)], Limit = limit ?? query.Limit };
        if (rankMeasure is not { } figure)
            return null;
        var by = query.Of is { } rows ? [Group(rows)] : query.By;
        // What was said of rows that belong to those of the list is not said of the rows that the figure is summed over.
        if (by.Count == 0 || (query.Of is not null && query.Where.Any(w => w.Has is not null || w.Total is not null || w.Any.Count > 0))
            || by.Any(b => !model.Graph.ReachesUp(BaseOf(figure)!, FieldRef.Of(b).Entity)))
            return null;
        return new() { Measures = [figure], By = by, Where = query.Where, Order = [new(figure.Name, !rankLow)], Limit = limit ?? query.Limit };
    }
}
