using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Average revenue per day", "average number of orders per month": summed for each time, then averaged over them.</summary>
internal sealed partial class Reader
{
    private Aggregate? fold;

    // "Daily", "monthly" before the figure.
    private bool IsAdverb(int at) => Is(at, ItemKind.TimePart) && items[at].Text.EndsWith("ly", StringComparison.Ordinal) && items[at].Text != "hourly";

    private bool Folds(int at, int next, MeasureUse measure)
    {
        if (items[at].Aggregate is not (Aggregate.Average or Aggregate.Median) || measures.Count > 0 || parts is not [var (part, time)] || part > TimePart.Year)
            return false;
        // "Per employee per day": the first of two groups is the one that it is an average over.
        var group = items.FindIndex(next, i => i.Kind == ItemKind.By);
        if (by.Count > 0 && time > next && group >= 0 && group < time)
            return false;
        foreach (var i in Enumerable.Range(at, next - at + 1))
            items[i].Used = true;
        measures.Add(measure);
        Speak(BaseOf(measure) ?? model.Entities[0].Name, next);
        fold = items[at].Aggregate;
        return true;
    }

    // Folded is one figure over one time, for whatever stands before it.
    private AnalysisQuery? Folded(AnalysisQuery query) => fold is null ? query
        : query is { Measures.Count: 1, Compute.Count: 0, Having.Count: 0, Show.Count: 0, LimitWithin: 0, By: [.., { Part: not null }] } ? query with { Fold = fold } : null;
}
