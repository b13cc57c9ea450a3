using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Compare;

/// <summary>One of two things that are set side by side.</summary>
/// <param name="Label">What tells it from the other: a place, a shift, a product or a time.</param>
internal sealed record Side(string Label, PlantScope Scope, Period Period, MeasureInput Input);

/// <summary>Two places, shifts, products or times, in the figure that was asked for and in those beside it.</summary>
internal sealed record CompareReport(PlantAsked Asked, Measure Measure, Side First, Side Second, IReadOnlyList<string> Warnings)
{
    private static readonly string[] OeeFirst = ["OEE", "availability", "performance", "quality", "good pieces", "scrap rate", "downtime", "stops"];
    private static readonly string[] OfCause = ["downtime", "stops"];
    private static readonly string[] StopsFirst = ["downtime", "stops", "MTBF", "MTTR", "OEE", "availability"];

    /// <summary>Stops name no product, so those of one product cannot be told.</summary>
    public bool KnowsStops => First.Scope.Product is null && Second.Scope.Product is null;

    /// <summary>The measure asked for, then those that explain it.</summary>
    public IReadOnlyList<Measure> Shown =>
        [.. (Asked.Scope.Cause is not null ? OfCause : Measure.FromStops ? StopsFirst : OeeFirst).Select(name => Measure.Find(name)!).Prepend(Measure).Distinct().Where(measure => KnowsStops || !measure.FromStops)];

    /// <summary>First less second; null where one of the two is not computable.</summary>
    public decimal? Difference(Measure measure) => measure.Of(First.Input) - measure.Of(Second.Input);
}
