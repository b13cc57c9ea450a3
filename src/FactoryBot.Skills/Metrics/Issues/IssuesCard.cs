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
        };
        // No table: what was wrong needs the whole width of a telephone.
        foreach (var issue in report.Latest.Take(MostRows))
        {
            body.Add(TextBlock.Of($"{issue.Type}: {issue.Description}"));
            body.Add(TextBlock.Subtle($"{IssuesText.When(report, issue)} · {report.Machine(issue).Name} · {issue.Severity} · {OeeText.Count(issue.PartsAffected)} {(issue.PartsAffected == 1 ? "part" : "parts")}") with { Spacing = Spacing.None });
        }

        if (report.Shown.Issues > MostRows)
            body.Add(TextBlock.Subtle($"and {OeeText.Count(report.Shown.Issues - MostRows)} more"));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = IssuesText.Of(report), Lang = "en" };
    }
}
