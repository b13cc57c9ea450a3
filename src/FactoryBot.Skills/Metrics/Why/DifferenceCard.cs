using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>The picture of what makes one place differ from others.</summary>
internal static class DifferenceCard
{
    private static readonly EffectTable Sides = new("Own", "Others");

    public static AdaptiveCard Of(DifferenceReport report, ProofLine proof)
    {
        var body = PlantCard.Begin("Why OEE differs", report.Asked);
        body.Add(PlantCard.Headline(
            WhyText.Signed(report.Difference),
            Badge.Of($"{OeeText.Percent(report.Own.Oee)} against {OeeText.Percent(report.Theirs.Oee)}", EffectTable.Style(report.Difference)),
            $"against {report.Others}"));
        if (DifferenceText.Place(report) is { Length: > 0 } place)
            body.Add(TextBlock.Of(place));
        body.AddRange(Sides.Factors(report.Factors, report.Own, report.Theirs));
        body.AddRange(Sides.Section(
            "Stops, share of planned time", "Reason", report.Reasons, r => r.Effect, r => (r.Name, OeeText.Percent(report.ShareOfOwn(r)), OeeText.Percent(report.ShareOfTheirs(r)))));
        body.AddRange(Parts("By machine", "Machine", report.Machines));
        body.AddRange(Parts("By shift", "Shift", report.Shifts));
        body.AddRange(Parts("By product", "Product", report.Products));
        return PlantCard.End(body, report.Warnings, proof, DifferenceText.Of(report));
    }

    private static IEnumerable<CardElement> Parts(string title, string name, IReadOnlyList<PartEffect> parts) =>
        Sides.Section(title, name, parts, part => part.Effect, part => (part.Name, EffectTable.Oee(part.Now), EffectTable.Oee(part.Before)));
}
