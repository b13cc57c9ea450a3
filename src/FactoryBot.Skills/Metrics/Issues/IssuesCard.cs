using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Issues;

/// <summary>The picture of a list of quality issues.</summary>
internal static class IssuesCard
{
    private const int MostRows = 10;

    public static AdaptiveCard Of(IssuesReport report, ProofLine proof)
    {
        var name = report.Asked.Question.Severity is { } severity ? $"Quality issues ({severity})" : "Quality issues";
        var body = new List<CardElement>
        {
            TextBlock.Heading($"{name} · {report.Asked.Scope.Name}"),
            TextBlock.Subtle(report.Asked.CardPeriod) with { Spacing = Spacing.None },
            TextBlock.Of(OeeText.Count(report.Shown.Issues)) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder },
            TextBlock.Subtle($"{OeeText.Count(report.Shown.Parts)} parts affected") with { Spacing = Spacing.None },
            Table.Of(
                ["Severity", "Issues", "Parts"],
                report.Severities.Select(s => (IReadOnlyList<CardText>)[s.Severity, OeeText.Count(s.Issues), OeeText.Count(s.Parts)])),
            TextBlock.Of("The latest") with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium },
            Table.Of(
                [TableColumn.Left(4), TableColumn.Left(4), TableColumn.Left(8), TableColumn.Left(3), TableColumn.Right(2)],
                ["Noticed", "Machine", "Issue", "Severity", "Parts"],
                report.Latest.Take(MostRows).Select(issue => (IReadOnlyList<CardText>)
                [
                    IssuesText.When(report, issue), report.Machine(issue).Name, $"{issue.Type}: {issue.Description}", issue.Severity,
                    OeeText.Count(issue.PartsAffected),
                ])),
        };
        if (report.Shown.Issues > MostRows)
            body.Add(TextBlock.Subtle($"and {OeeText.Count(report.Shown.Issues - MostRows)} more"));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = IssuesText.Of(report), Lang = "en" };
    }
}
