using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>The picture of what makes one place differ from others.</summary>
internal static class DifferenceCard
{
    private const int Most = 8;

    public static AdaptiveCard Of(DifferenceReport report, ProofLine proof)
    {
        var body = PlantCard.Begin("Why OEE differs", report.Asked);
        var style = OeeText.Direction(report.Difference) switch
        {
            > 0 => BadgeStyle.Good,
            < 0 => BadgeStyle.Attention,
            _ => BadgeStyle.Subtle,
        };
        body.Add(PlantCard.Headline(
            WhyText.Signed(report.Difference), Badge.Of($"{OeeText.Percent(report.Own.Oee)} against {OeeText.Percent(report.Theirs.Oee)}", style), $"against {report.Others}"));
        if (DifferenceText.Place(report) is { Length: > 0 } place)
            body.Add(TextBlock.Of(place));
        var (own, theirs, factors) = (report.Own, report.Theirs, report.Factors);
        var shown = ShownShares.Points([factors.Availability, factors.Performance, factors.Quality], 1);
        body.Add(PlantCard.Title("By factor"));
        body.Add(Rows("Factor", [
            ("Availability", OeeText.Percent(own.Availability), OeeText.Percent(theirs.Availability), shown[0]),
            ("Performance", OeeText.Percent(own.Performance), OeeText.Percent(theirs.Performance), shown[1]),
            ("Quality", OeeText.Percent(own.Quality), OeeText.Percent(theirs.Quality), shown[2]),
        ]));
        var reasons = ShownShares.Points([.. report.Reasons.Select(reason => reason.Effect)], 1);
        body.AddRange(Section("Stops, share of planned time", "Reason", [.. report.Reasons.Zip(reasons).Select(r =>
            (r.First.Name, OeeText.Percent(report.ShareOfOwn(r.First)), OeeText.Percent(report.ShareOfTheirs(r.First)), r.Second))]));
        body.AddRange(Parts("By machine", "Machine", report.Machines));
        body.AddRange(Parts("By shift", "Shift", report.Shifts));
        body.AddRange(Parts("By product", "Product", report.Products));
        return PlantCard.End(body, report.Warnings, proof, DifferenceText.Of(report));
    }

    private static IEnumerable<CardElement> Parts(string title, string name, IReadOnlyList<PartEffect> parts) => Section(
        title, name, [.. parts.Zip(ShownShares.Points([.. parts.Select(part => part.Effect)], 1)).Select(part =>
            (part.First.Name, Oee(part.First.Now), Oee(part.First.Before), part.Second))]);

    private static IEnumerable<CardElement> Section(string title, string name, IReadOnlyList<(string Name, string Own, string Theirs, decimal Points)> rows)
    {
        if (rows.Count == 0)
            yield break;
        yield return PlantCard.Title(title);
        yield return Rows(name, rows.Take(Most));
        if (rows.Count > Most)
            yield return TextBlock.Subtle($"and {rows.Count - Most} more with {WhyText.Signed(rows.Skip(Most).Sum(row => row.Points), " points")} together");
    }

    private static Table Rows(string name, IEnumerable<(string Name, string Own, string Theirs, decimal Points)> rows) => Table.Of(
        [name, "Own", "Others", "Points of OEE"],
        rows.Select(row => (IReadOnlyList<CardText>)[row.Name, row.Own, row.Theirs, WhyText.Signed(row.Points, "")]));

    private static string Oee(decimal? oee) => oee is null ? "–" : OeeText.Percent(oee);
}
