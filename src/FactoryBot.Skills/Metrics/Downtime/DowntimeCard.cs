using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The picture of a downtime answer.</summary>
internal static class DowntimeCard
{
    private const int MostReasons = 10;
    private const int MostMachines = 10;
    private const int MostMajor = 5;
    private const int MostListed = 15;

    public static AdaptiveCard Of(DowntimeReport report, ProofLine proof)
    {
        if (report.Cause is { } cause)
            return CauseCard.Of(report, cause, proof);
        var body = new List<CardElement>
        {
            TextBlock.Heading($"Downtime · {report.Asked.Scope.Name}"),
            TextBlock.Subtle(report.Asked.CardPeriod) with { Spacing = Spacing.None },
            Headline(report),
            Facts(report),
        };
        body.AddRange(Reasons(report.Figures, report.Asked.Question.Kind == "planned"));
        body.AddRange(Machines(report));
        body.AddRange(Major(report));
        body.AddRange(report.Warnings.Select(TextBlock.Warning));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = DowntimeText.Of(report), Lang = "en" };
    }

    private static ColumnSet Headline(DowntimeReport report)
    {
        var (figures, kind) = (report.Figures, report.Asked.Question.Kind);
        var time = kind switch { "planned" => figures.Planned.Time, "micro" when figures.Micro is { } micro => micro.Time, _ => figures.Unplanned.Time };
        var figure = Column.Auto(
            TextBlock.Of(DowntimeText.Hours(time)) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder },
            TextBlock.Subtle(kind switch { "planned" => "planned", "micro" => "micro-stops", _ => "unplanned" }) with { Spacing = Spacing.None });
        if (report.Before is not { } before || kind is "planned" or "micro")
            return ColumnSet.Of(figure);
        var style = report.Figures.Unplanned.Time.CompareTo(before.Unplanned.Time) switch
        {
            > 0 => BadgeStyle.Attention,
            < 0 => BadgeStyle.Good,
            _ => BadgeStyle.Subtle,
        };
        return ColumnSet.Of(
            figure,
            Column.Of(Badge.Of(DowntimeText.Change(report).TrimStart(',', ' '), style)) with { VerticalContentAlignment = VerticalAlignment.Center });
    }

    private static FactSet Facts(DowntimeReport report)
    {
        var figures = report.Figures;
        var facts = new List<Fact>
        {
            new("Unplanned stops", figures.Unplanned is { Stops: > 0 } some ? $"{DowntimeText.Stops(some.Stops)}, {DowntimeText.Hours(some.Time / some.Stops)} each on average" : DowntimeText.Stops(0)),
            new("Planned", $"{DowntimeText.Hours(figures.Planned.Time)} in {DowntimeText.Stops(figures.Planned.Stops)}"),
        };
        if (figures.Micro is { Stops: > 0 } micro)
            facts.Add(new($"Micro-stops under {DowntimeText.Hours(report.Rules.Micro)}", $"{DowntimeText.Hours(micro.Time)} in {DowntimeText.Stops(micro.Stops)}"));
        if (figures.Longest is { } longest)
            facts.Add(new("Longest stop", DowntimeText.Episode(report, longest)));
        facts.Add(new("MTBF", figures.Mtbf is { } mtbf ? $"{DowntimeText.Hours(mtbf)} ({DowntimeText.Failures(figures.Failures)})" : "not computable"));
        facts.Add(new("MTTR", figures.Mttr is { } mttr ? DowntimeText.Hours(mttr) : "not computable"));
        if (figures.InherentAvailability is { } inherent)
            facts.Add(new("Inherent availability", OeeText.Percent(inherent)));
        return new() { Facts = facts, Spacing = Spacing.Medium };
    }

    private static IEnumerable<CardElement> Reasons(DowntimeFigures figures, bool planned)
    {
        var reasons = figures.Reasons.Where(reason => reason.Planned == planned).Take(MostReasons).ToList();
        if (reasons.Count == 0)
            yield break;
        var title = planned ? "Planned hours by reason" : "Unplanned hours by reason";
        yield return Title(title);
        yield return new HorizontalBarChart
        {
            Title = title,
            YAxisTitle = "Hours",
            ShowLegend = false,
            Data = ChartData.Bars(reasons.Select(r => (r.Name, (double?)Math.Round(r.Time.TotalHours, 2))), ChartColor.CategoricalBlue),
        };
        yield return Table.Of(
            ["Reason", "Time", "Share", "Up to here"],
            reasons.Select(r => (IReadOnlyList<CardText>)[r.Name, DowntimeText.Hours(r.Time), OeeText.Percent(r.Share), OeeText.Percent(r.Cumulative)]));
    }

    private static IEnumerable<CardElement> Machines(DowntimeReport report)
    {
        if (report.Figures.Machines.Count < 2)
            yield break;
        yield return Title("By machine");
        yield return Table.Of(
            ["Machine", "Unplanned", "Stops", "Planned"],
            report.Figures.Machines.Take(MostMachines).Select(m => (IReadOnlyList<CardText>)
                [report.MachineName(m.MachineId), DowntimeText.Hours(m.Unplanned.Time), OeeText.Count(m.Unplanned.Stops), DowntimeText.Hours(m.Planned.Time)]));
        if (report.Figures.Machines.Count > MostMachines)
            yield return TextBlock.Subtle($"and {report.Figures.Machines.Count - MostMachines} more machines");
    }

    private static IEnumerable<CardElement> Major(DowntimeReport report)
    {
        var (title, stops, most) = report.Listed is { } listed
            ? (listed.Limit is { } limit ? $"Stops {limit}" : listed.Latest ? "The latest stops" : "The longest stops", listed.Stops, MostListed)
            : ($"Stops of {DowntimeText.Hours(report.Rules.Major)} and more", report.Figures.Major, MostMajor);
        if (stops.Count == 0)
            yield break;
        yield return Title(title);
        foreach (var stop in stops.Take(most))
            yield return TextBlock.Of(DowntimeText.Episode(report, stop)) with { Spacing = Spacing.Small };
        if (stops.Count > most)
            yield return TextBlock.Subtle($"and {stops.Count - most} more");
    }

    private static TextBlock Title(string text) => TextBlock.Of(text) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
}
