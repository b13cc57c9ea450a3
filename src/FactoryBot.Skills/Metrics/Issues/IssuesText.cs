using System.Globalization;

namespace FactoryBot.Skills.Metrics.Issues;

/// <summary>Quality issues in plain words that stand without the card.</summary>
internal static class IssuesText
{
    public static string Of(IssuesReport report)
    {
        var (asked, shown) = (report.Asked, report.Shown);
        var kind = asked.Question.Severity is { } severity ? severity.ToLowerInvariant() + " quality issue" : "quality issue";
        var sentences = new List<string>
        {
            $"{OeeText.Count(shown.Issues)} {kind}{(shown.Issues == 1 ? "" : "s")}{With(asked)} of {asked.Scope.Phrase} with {OeeText.Count(shown.Parts)} parts affected {asked.When}.",
        };
        if (asked.Question.Severity is null)
            sentences.Add(string.Join(", ", report.Severities.Where(s => s.Issues > 0).Select(s => $"{s.Severity} {OeeText.Count(s.Issues)}")) + ".");
        if (report.Latest is [var latest, ..])
            sentences.Add($"The latest: {latest.Type} on {report.Machine(latest).Name}, {OeeText.Count(latest.PartsAffected)} parts, {When(report, latest)}.");
        return string.Join(' ', sentences);
    }

    // " with Surface scratch".
    private static string With(PlantAsked asked) => asked.Scope.Defect is { } defect ? $" with {defect.Name}" : "";

    public static string When(IssuesReport report, QualityIssue issue) =>
        report.Local(issue).ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
}
