using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>The picture of what changed the OEE.</summary>
internal static class WhyCard
{
    private static readonly EffectTable Times = new("Before", "Now");

    public static AdaptiveCard Of(WhyReport report, ProofLine proof)
    {
        var body = PlantCard.Begin("Why OEE changed", report.Asked);
        body.Add(PlantCard.Headline(
            WhyText.Signed(report.Change),
            Badge.Of($"{OeeText.Percent(report.Before.Oee)} → {OeeText.Percent(report.Now.Oee)}", EffectTable.Style(report.Change)),
            $"against {(report.Asked.Question.OtherPeriod is null ? report.BeforePeriod.Words : report.BeforePeriod.Dates)}"));
        body.AddRange(Times.Factors(report.Factors, report.Before, report.Now));
        body.AddRange(Times.Section("Availability by reason of stop", "Reason", report.Reasons, r => r.Effect, r => (r.Name, Hours(r.Before), Hours(r.Now))));
        body.AddRange(Parts("By machine", "Machine", report.Machines));
        body.AddRange(Parts("By shift", "Shift", report.Shifts));
        body.AddRange(Parts("By product", "Product", report.Products));
        return PlantCard.End(body, report.Warnings, proof, WhyText.Of(report));
    }

    private static IEnumerable<CardElement> Parts(string title, string name, IReadOnlyList<PartEffect> parts) =>
        Times.Section(title, name, parts, part => part.Effect, part => (part.Name, EffectTable.Oee(part.Before), EffectTable.Oee(part.Now)));

    private static string Hours(TimeSpan time) => time == TimeSpan.Zero ? "–" : DowntimeText.Hours(time);
}
