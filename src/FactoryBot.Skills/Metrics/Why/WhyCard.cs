using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>The picture of what changed the OEE.</summary>
internal static class WhyCard
{
    private const int Most = 8;

    public static AdaptiveCard Of(WhyReport report, ProofLine proof)
    {
        var body = PlantCard.Begin("Why OEE changed", report.Asked);
        var style = OeeText.Direction(report.Change) switch
        {
            > 0 => BadgeStyle.Good,
            < 0 => BadgeStyle.Attention,
            _ => BadgeStyle.Subtle,
        };
        body.Add(PlantCard.Headline(
            WhyText.Signed(report.Change),
            Badge.Of($"{OeeText.Percent(report.Before.Oee)} → {OeeText.Percent(report.Now.Oee)}", style),
            $"against {(report.Asked.Question.OtherPeriod is null ? report.BeforePeriod.Words : report.BeforePeriod.Dates)}"));
        body.Add(PlantCard.Title("By factor"));
        var (before, now, factors) = (report.Before, report.Now, report.Factors);
        var shown = ShownShares.Points([factors.Availability, factors.Performance, factors.Quality], 1);
        body.Add(Table.Of(
            ["Factor", "Before", "Now", "Points of OEE"],
            new (string Name, decimal? Before, decimal? Now, decimal Points)[]
            {
                ("Availability", before.Availability, now.Availability, shown[0]),
                ("Performance", before.Performance, now.Performance, shown[1]),
                ("Quality", before.Quality, now.Quality, shown[2]),
            }.Select(f => (IReadOnlyList<CardText>)[f.Name, OeeText.Percent(f.Before), OeeText.Percent(f.Now), WhyText.Signed(f.Points, "")])));
        body.AddRange(Reasons(report));
        body.AddRange(Parts("By machine", "Machine", report.Machines));
        body.AddRange(Parts("By shift", "Shift", report.Shifts));
        body.AddRange(Parts("By product", "Product", report.Products));
        return PlantCard.End(body, report.Warnings, proof, WhyText.Of(report));
    }

    private static IEnumerable<CardElement> Reasons(WhyReport report)
    {
        if (report.Reasons.Count == 0)
            yield break;
        var points = ShownShares.Points([.. report.Reasons.Select(r => r.Effect)], 1);
        yield return PlantCard.Title("Availability by reason of stop");
        yield return Table.Of(
            ["Reason", "Before", "Now", "Points of OEE"],
            report.Reasons.Zip(points).Take(Most).Select(r => (IReadOnlyList<CardText>)
                [r.First.Name, Hours(r.First.Before), Hours(r.First.Now), WhyText.Signed(r.Second, "")]));
        if (Rest(points) is { } rest)
            yield return rest;
    }

    private static IEnumerable<CardElement> Parts(string title, string name, IReadOnlyList<PartEffect> parts)
    {
        if (parts.Count == 0)
            yield break;
        var points = ShownShares.Points([.. parts.Select(part => part.Effect)], 1);
        yield return PlantCard.Title(title);
        yield return Table.Of(
            [name, "Before", "Now", "Points of OEE"],
            parts.Zip(points).Take(Most).Select(part => (IReadOnlyList<CardText>)
                [part.First.Name, Own(part.First.Before), Own(part.First.Now), WhyText.Signed(part.Second, "")]));
        if (Rest(points) is { } rest)
            yield return rest;
    }

    private static TextBlock? Rest(IReadOnlyList<decimal> points) => points.Count <= Most
        ? null
        : TextBlock.Subtle($"and {points.Count - Most} more with {WhyText.Signed(points.Skip(Most).Sum(), " points")} together");

    private static string Own(decimal? oee) => oee is null ? "–" : OeeText.Percent(oee);

    private static string Hours(TimeSpan time) => time == TimeSpan.Zero ? "–" : DowntimeText.Hours(time);
}
