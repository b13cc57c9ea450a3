using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>The picture of a ranking.</summary>
internal static class RankCard
{
    private const int Most = 15;

    public static AdaptiveCard Of(RankReport report, ProofLine proof)
    {
        var measure = report.Measure;
        var body = PlantCard.Begin($"{measure.Capital} by {report.Noun}", report.Asked);
        if (report.Limit is { } limit)
            body.Add(PlantCard.Headline($"{report.Ranked.Count} of {report.All}", below: limit.Words));
        if (report.Ranked is [var first, ..])
        {
            if (report.Limit is null)
                body.Add(PlantCard.Headline(measure.Say(first.Value), below: first.Name));
            var shown = report.Ranked.Take(Most).ToList();
            if (shown.Count > 1)
            {
                body.Add(new HorizontalBarChart
                {
                    Title = $"{measure.Axis} by {report.Noun}",
                    YAxisTitle = measure.Axis,
                    ShowLegend = false,
                    Data = ChartData.Bars(shown.Select(part => (part.Name, measure.Drawn(part.Value))), ChartColor.CategoricalBlue),
                });
            }

            body.Add(Table.Of(
                [TableColumn.Left(3), .. Beside(report).Select(_ => TableColumn.Right(2))],
                [Letters.Capital(report.Noun), .. Beside(report).Select(m => m.Capital)],
                shown.Select((part, at) => (IReadOnlyList<CardText>)
                [
                    string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {part.Name}"), .. Beside(report).Select(m => (CardText)m.Say(m.Of(part.Input))),
                ])));
            if (report.Ranked.Count > Most)
                body.Add(TextBlock.Subtle($"and {report.Ranked.Count - Most} more"));
        }

        return PlantCard.End(body, report.Warnings, proof, RankText.Of(report));
    }

    private static IReadOnlyList<Measure> Beside(RankReport report) => report.Measure.FromStops
        ? [.. new[] { report.Measure, Measure.Find("downtime")!, Measure.Find("stops")! }.Distinct()]
        : report.Measure.Unit == MeasureUnit.Pieces || report.Measure.Name is "scrap rate" or "first-pass yield"
            ? [.. new[] { report.Measure, Measure.Find("good pieces")!, Measure.Find("scrap rate")! }.Distinct()]
            : [.. new[] { report.Measure, Measure.Find("OEE")!, Measure.Find("availability")!, Measure.Find("quality")! }.Distinct().Take(4)];
}
