using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Compare;

/// <summary>The picture of two things side by side.</summary>
internal static class CompareCard
{
    public static AdaptiveCard Of(CompareReport report, ProofLine proof)
    {
        var (first, second, measure) = (report.First, report.Second, report.Measure);
        var body = new List<CardElement>
        {
            TextBlock.Heading($"{measure.Capital}{report.Asked.Scope.ForCause} · {first.Label} and {second.Label}"),
            TextBlock.Subtle(first.Period == second.Period ? report.Asked.CardDates : first.Scope.Phrase) with { Spacing = Spacing.None },
            ColumnSet.Of(Column(first, measure), Column(second, measure)),
            Table.Of(
                ["Figure", first.Label, second.Label, "Difference"],
                report.Shown.Select(m => (IReadOnlyList<CardText>)
                    [m.Capital, m.Say(m.Of(first.Input)), m.Say(m.Of(second.Input)), Difference(m, report.Difference(m))])),
        };
        return PlantCard.End(body, report.Warnings, proof, CompareText.Of(report));
    }

    private static Column Column(Side side, Measure measure) => Cards.Column.Of(
        TextBlock.Of(side.Label),
        TextBlock.Of(measure.Say(measure.Of(side.Input))) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Spacing = Spacing.None });

    private static string Difference(Measure measure, decimal? difference) => difference is not { } known ? "–"
        : measure.Direction(known) == 0 ? "none"
        : (known > 0 ? "+" : "−") + measure.SayDifference(known).Replace(" pieces", "", StringComparison.Ordinal).Replace(" points", "", StringComparison.Ordinal);
}
