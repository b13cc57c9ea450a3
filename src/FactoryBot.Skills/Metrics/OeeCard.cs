using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>The picture of an OEE answer.</summary>
internal static class OeeCard
{
    /// <param name="more">Warnings beside those of the report.</param>
    public static AdaptiveCard Of(OeeReport report, ProofLine proof, params IReadOnlyList<string> more)
    {
        var when = report.PeriodIsDefault
            ? string.Create(CultureInfo.InvariantCulture, $"Last {report.Period.Days} days with data ({report.Period.Dates})")
            : report.Period.Dates;
        var body = new List<CardElement>
        {
            TextBlock.Heading($"OEE · {report.Scope.Name}"),
            TextBlock.Subtle(report.Scope.Shift is { } shift ? $"{when} · {PlantScope.ShiftName(shift)}" : when) with { Spacing = Spacing.None },
            Headline(report),
            Factors(report.Figures),
            Facts(report),
        };
        if (OeeTrend.Of(report.Trend) is { Points.Count: > 1 } trend)
        {
            body.Add(TextBlock.Of(trend.Title) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium });
            body.Add(new LineChart
            {
                Title = trend.Title,
                YAxisTitle = "OEE %",
                YMin = 0,
                YMax = Math.Max(100, trend.Points.Max(point => point.Percent ?? 0)),
                ShowLegend = false,
                Data = [ChartSeries.Of("OEE %", trend.Points.Select(point => (point.From, point.Percent)), ChartColor.CategoricalBlue)],
            });
        }

        body.AddRange(report.Warnings.Concat(more).Select(TextBlock.Warning));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = OeeText.Of(report), Lang = "en" };
    }

    private static ColumnSet Headline(OeeReport report)
    {
        var figure = TextBlock.Of(OeeText.Percent(report.Figures.Oee)) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder };
        return report.Change is { } change
            ? ColumnSet.Of(
                Column.Auto(figure),
                Column.Of(ChangeBadge(change, report.BeforePeriod.Words)) with { VerticalContentAlignment = VerticalAlignment.Center })
            : ColumnSet.Of(Column.Of(figure));
    }

    public static Badge ChangeBadge(decimal change, string before) => OeeText.Direction(change) switch
    {
        > 0 => Badge.Of($"▲ {OeeText.Points(change)} above {before}", BadgeStyle.Good),
        < 0 => Badge.Of($"▼ {OeeText.Points(change)} below {before}", BadgeStyle.Attention),
        _ => Badge.Of($"the same as {before}", BadgeStyle.Subtle),
    };

    private static ColumnSet Factors(OeeFigures figures) => ColumnSet.Of(
        Factor("Availability", "ISO: availability", figures.Availability),
        Factor("Performance", "ISO: effectiveness", figures.Performance),
        Factor("Quality", "ISO: quality ratio", figures.Quality));

    private static Column Factor(string name, string isoName, decimal? ratio) => Column.Of(
        TextBlock.Of(name),
        TextBlock.Of(OeeText.Percent(ratio)) with { Size = TextSize.Large, Weight = TextWeight.Bolder, Spacing = Spacing.None },
        TextBlock.Subtle(isoName) with { Spacing = Spacing.None });

    private static FactSet Facts(OeeReport report)
    {
        var facts = new List<Fact>
        {
            new("Good pieces", $"{OeeText.Count(report.Sums.Good)} of {OeeText.Count(report.Sums.Total)}"),
            new("Scrap", OeeText.Count(report.Sums.Scrap)),
            new("Run time", $"{Time(report.Sums.RunSeconds)} of {Time(report.Sums.PlannedSeconds)} planned"),
            new("Ideal time", Time((long)Math.Round(report.Sums.IdealSeconds))),
        };
        if (OeeText.QualityDiffers(report.Figures))
            facts.Add(new("Quality by pieces", OeeText.Percent(report.Figures.QualityByCount)));
        return new() { Facts = facts, Spacing = Spacing.Medium };
    }

    private static string Time(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:N0} h {seconds % 3600 / 60:00} min");
}
