using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>The pictures of a production and of a scrap answer.</summary>
internal static class OutputCard
{
    private const int MostParts = 15;
    private const int MostBars = 31;

    public static AdaptiveCard Production(OutputReport report, ProofLine proof)
    {
        var change = OutputText.Change(report).TrimStart(',', ' ');
        var body = Begin(
            report, "Production", report.Average is { } mean ? $"{OutputAverage.Say(mean.Total)} per {mean.Per}" : OeeText.Count(report.All.Total), change.Length == 0 ? null : Badge.Of(change, BadgeStyle.Informative));
        if (report.Average is not null)
            body.Add(FactSet.Of(new Fact("In all", OeeText.Count(report.All.Total)), new Fact("Average", report.Average.Parts)));
        if (report is { Average: null, HourlyRate: { } hourly })
            body.Add(FactSet.Of(new Fact("Average", $"{OutputAverage.Say(hourly.Total)} {hourly.Parts}")));
        body.Add(FactSet.Of(
            new Fact("Good", OeeText.Count(report.All.Good)),
            new Fact("Scrap", $"{OeeText.Count(report.All.Scrap)} ({OeeText.Percent(report.All.ScrapRate)})")));
        if (IsSplit(report))
            body.AddRange(Parts(report, "Pieces", part => part.Total));
        else if (report.Days.Count is > 1 and <= MostBars)
        {
            body.Add(Title("Pieces per day"));
            body.Add(new GroupedBarChart
            {
                Title = "Pieces per day",
                YAxisTitle = "Pieces",
                Stacked = true,
                ShowBarValues = false,
                Data =
                [
                    ChartSeries.Of("Good", report.Days.Select(d => (d.Day, (double?)d.Pieces.Good)), ChartColor.Good),
                    ChartSeries.Of("Scrap", report.Days.Select(d => (d.Day, (double?)d.Pieces.Scrap)), ChartColor.Attention),
                ],
            });
        }

        return End(body, report, OutputText.Production(report), proof);
    }

    public static AdaptiveCard Scrap(OutputReport report, ProofLine proof)
    {
        var change = OutputText.RateChange(report).TrimStart(',', ' ');
        var style = OeeText.Direction(OutputText.RateDifference(report) ?? 0) switch
        {
            > 0 => BadgeStyle.Attention,
            < 0 => BadgeStyle.Good,
            _ => BadgeStyle.Subtle,
        };
        var large = report.OfDefect is { } one ? $"{OeeText.Count(one.Parts)} parts"
            : report.Average is { } mean ? $"{OutputAverage.Say(mean.Scrap)} per {mean.Per}" : OeeText.Percent(report.All.ScrapRate);
        var body = Begin(report, "Scrap", large, report.OfDefect is not null || change.Length == 0 ? null : Badge.Of(change, style));
        var facts = new List<Fact>();
        if (report.OfDefect is { } defect)
            facts.Add(new(defect.Name, $"{OeeText.Count(defect.Parts)} parts in {OeeText.Count(defect.Issues)} quality issues"));
        facts.AddRange(
        [
            new("Scrap", $"{OeeText.Count(report.All.Scrap)} of {OeeText.Count(report.All.Total)} pieces"),
            new("Per 1,000 pieces", report.All.ScrapRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate * 1000:0.#} ({rate * 1_000_000:N0} ppm)") : "not computable"),
            new("First-pass yield", OeeText.Percent(report.All.FirstPassYield)),
        ]);
        if (report is { Asked.Scope.Line: not null, RolledYield: { } rolled })
            facts.Add(new("Rolled yield", $"{OeeText.Percent(rolled)} over {report.Machines.Count} machines"));
        body.Add(new FactSet { Facts = facts });
        if (IsSplit(report))
            body.AddRange(Parts(report, "Scrap pieces", part => part.Scrap));
        else if (report.Days.Count > 1)
        {
            body.Add(Title("Scrap % per day"));
            body.Add(new LineChart
            {
                Title = "Scrap % per day",
                YAxisTitle = "Scrap %",
                YMin = 0,
                ShowLegend = false,
                Data = [ChartSeries.Of("Scrap %", report.Days.Select(d => (d.Day, (double?)(d.Pieces.ScrapRate * 100))), ChartColor.CategoricalRed)],
            });
        }

        if (report.Defects.Count > 0)
        {
            body.Add(Title("Parts in quality issues by type"));
            body.Add(new HorizontalBarChart
            {
                Title = "Parts in quality issues by type",
                YAxisTitle = "Parts",
                ShowLegend = false,
                Data = ChartData.Bars(report.Defects.Take(MostParts).Select(d => (d.Name, (double?)d.Parts)), ChartColor.CategoricalBlue),
            });
        }

        return End(body, report, OutputText.Scrap(report), proof);
    }

    // By day is what is drawn anyway.
    private static bool IsSplit(OutputReport report) => report.Asked.Question.By is not (null or "day") && report.Split().Parts.Count > 1;

    private static IEnumerable<CardElement> Parts(OutputReport report, string figure, Func<Pieces, long> value)
    {
        var (name, parts) = report.Split();
        var title = $"{figure} by {name}";
        yield return Title(title);
        var bars = ChartData.Bars(parts.Take(MostBars).Select(part => (part.Name, (double?)value(part.Pieces))), ChartColor.CategoricalBlue);
        yield return name == "hour"
            ? new VerticalBarChart { Title = title, YAxisTitle = figure, ShowLegend = false, ShowBarValues = false, Data = bars }
            : new HorizontalBarChart { Title = title, YAxisTitle = figure, ShowLegend = false, Data = bars };
    }

    private static List<CardElement> Begin(OutputReport report, string name, string figure, Badge? badge)
    {
        var large = Column.Auto(TextBlock.Of(figure) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder });
        return
        [
            TextBlock.Heading($"{name} · {report.Asked.Scope.Name}"),
            TextBlock.Subtle(report.Asked.CardPeriod) with { Spacing = Spacing.None },
            badge is null
                ? ColumnSet.Of(large)
                : ColumnSet.Of(large, Column.Of(badge) with { VerticalContentAlignment = VerticalAlignment.Center }),
        ];
    }

    private static AdaptiveCard End(List<CardElement> body, OutputReport report, string text, ProofLine proof)
    {
        var (name, parts) = report.Split();
        if (parts.Count > 1)
        {
            body.Add(Title($"By {name}"));
            body.Add(Table.Of(
                [char.ToUpperInvariant(name[0]) + name[1..], "Total", "Good", "Scrap", "Scrap %"],
                parts.Take(MostParts).Select(part => (IReadOnlyList<CardText>)
                [
                    part.Name, OeeText.Count(part.Pieces.Total), OeeText.Count(part.Pieces.Good), OeeText.Count(part.Pieces.Scrap),
                    OeeText.Percent(part.Pieces.ScrapRate),
                ])));
            if (parts.Count > MostParts)
                body.Add(TextBlock.Subtle(string.Create(CultureInfo.InvariantCulture, $"and {parts.Count - MostParts} more")));
        }

        body.AddRange(report.Warnings.Select(TextBlock.Warning));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = text, Lang = "en" };
    }

    private static TextBlock Title(string text) => TextBlock.Of(text) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
}
