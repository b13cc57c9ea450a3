using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>The picture of production against plan.</summary>
internal static class PlanCard
{
    private const int Most = 12;

    public static AdaptiveCard Of(PlanReport report, ProofLine proof)
    {
        var body = PlantCard.Begin("Production against plan", report.Asked);
        var late = report.Late.Count;
        body.Add(PlantCard.Headline(
            OeeText.Percent(report.Share),
            late == 0 ? Badge.Of("no order behind", BadgeStyle.Good) : Badge.Of($"{late} of {report.Orders.Count} behind", BadgeStyle.Attention),
            $"filled · {OeeText.Count(report.Made)} pieces made, {OeeText.Count(report.Planned)} planned"));
        body.Add(Table.Of(
            [TableColumn.Left(3), TableColumn.Left(3), TableColumn.Right(2), TableColumn.Right(2), TableColumn.Right(2), TableColumn.Right(2)],
            ["Order", "Product", "Due", "Made", "Planned", "Behind"],
            report.Orders.OrderByDescending(order => order.Behind).ThenBy(order => order.Order.Number, StringComparer.Ordinal).Take(Most).Select(order => (IReadOnlyList<CardText>)
            [
                order.Order.Number, report.ProductOf(order), order.Order.DueOn.ToString("d MMM", CultureInfo.InvariantCulture),
                OeeText.Count(order.Made), OeeText.Count(order.Order.Quantity), order.Behind == 0 ? "–" : OeeText.Count(order.Behind),
            ])));
        if (report.Orders.Count > Most)
            body.Add(TextBlock.Subtle($"and {report.Orders.Count - Most} more orders"));
        foreach (var by in new[] { "product", "line" })
        {
            if (report.By(by) is { Count: > 1 } parts)
            {
                body.Add(PlantCard.Title($"By {by}"));
                body.Add(Table.Of(
                    [char.ToUpperInvariant(by[0]) + by[1..], "Made", "Planned", "Filled"],
                    parts.Select(part => (IReadOnlyList<CardText>)[part.Name, OeeText.Count(part.Made), OeeText.Count(part.Planned), OeeText.Percent(part.Share)])));
            }
        }

        return PlantCard.End(body, report.Warnings, proof, PlanText.Of(report));
    }
}
