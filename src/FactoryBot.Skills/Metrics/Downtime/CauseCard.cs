using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The picture of the downtime of one stop reason.</summary>
internal static class CauseCard
{
    private const int MostMachines = 10;

    public static AdaptiveCard Of(DowntimeReport report, CauseDowntime cause, ProofLine proof)
    {
        var large = Column.Auto(
            TextBlock.Of(DowntimeText.Hours(cause.Sum.Time)) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder },
            TextBlock.Subtle(cause.Name) with { Spacing = Spacing.None });
        var change = CauseText.Change(report, cause).TrimStart(',', ' ');
        var style = cause.Before is { } before ? cause.Sum.Time.CompareTo(before.Time) switch { > 0 => BadgeStyle.Attention, < 0 => BadgeStyle.Good, _ => BadgeStyle.Subtle } : BadgeStyle.Subtle;
        var body = new List<CardElement>
        {
            TextBlock.Heading($"Downtime · {report.Asked.Scope.Name}"),
            TextBlock.Subtle(report.Asked.CardPeriod) with { Spacing = Spacing.None },
            change.Length == 0 ? ColumnSet.Of(large) : ColumnSet.Of(large, Column.Of(Badge.Of(change, style)) with { VerticalContentAlignment = VerticalAlignment.Center }),
            new FactSet { Facts = [.. Facts(report, cause)], Spacing = Spacing.Medium },
        };
        if (cause.Reasons.Count > 1)
            body.Add(Table.Of(["Reason", "Time", "Stops"], cause.Reasons.Select(r => (IReadOnlyList<CardText>)[r.Name, DowntimeText.Hours(r.Time), OeeText.Count(r.Stops)])));
        if (report.Figures.CauseMachines.Count > 1)
        {
            body.Add(TextBlock.Of("By machine") with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium });
            body.Add(Table.Of(
                ["Machine", "Time", "Stops"],
                report.Figures.CauseMachines.Take(MostMachines).Select(m => (IReadOnlyList<CardText>)
                    [report.MachineName(m.MachineId), DowntimeText.Hours(m.Sum.Time), OeeText.Count(m.Sum.Stops)])));
            if (report.Figures.CauseMachines.Count > MostMachines)
                body.Add(TextBlock.Subtle($"and {report.Figures.CauseMachines.Count - MostMachines} more machines"));
        }

        body.AddRange(report.Warnings.Select(TextBlock.Warning));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = CauseText.Of(report, cause), Lang = "en" };
    }

    private static IEnumerable<Fact> Facts(DowntimeReport report, CauseDowntime cause)
    {
        yield return new("Stops", OeeText.Count(cause.Sum.Stops));
        if (cause.PerStop is { } mean)
            yield return new("Per stop", DowntimeText.Hours(mean));
        if (cause.Share is { } share)
            yield return new($"Of the {(cause.Planned ? "planned" : "unplanned")} downtime", $"{OeeText.Percent(share)} of {DowntimeText.Hours(cause.Of.Time)}");
        if (report.Longest is { } longest)
            yield return new("Longest stop", DowntimeText.Episode(report, longest));
    }
}
