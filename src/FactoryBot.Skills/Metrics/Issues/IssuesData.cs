using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Issues;

/// <summary>Quality issues as REST returns them and a model reads them.</summary>
internal sealed record IssuesData
{
    public required string Scope { get; init; }
    public string? Shift { get; init; }

    /// <summary>The severity asked for; left out: all.</summary>
    public string? Severity { get; init; }
    /// <summary>The defect type asked for; left out: all.</summary>
    public string? Defect { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required long Count { get; init; }
    public required long PartsAffected { get; init; }

    /// <summary>All severities, whichever was asked for.</summary>
    public required IReadOnlyList<SeverityCount> Severities { get; init; }

    /// <summary>The latest 50 at most.</summary>
    public required IReadOnlyList<IssueData> Issues { get; init; }

    public static JsonElement Of(IssuesReport report) => JsonSerializer.SerializeToElement(
        new IssuesData
        {
            Scope = report.Asked.Scope.Name,
            Shift = report.Asked.Scope.Shift,
            Severity = report.Asked.Question.Severity,
            Defect = report.Asked.Scope.Defect?.Name,
            From = report.Asked.Period.From,
            To = report.Asked.Period.To,
            Count = report.Shown.Issues,
            PartsAffected = report.Shown.Parts,
            Severities = report.Severities,
            Issues = [.. report.Latest.Select(issue => new IssueData(
                report.Local(issue), report.Machine(issue).Name, issue.Type, issue.Description, issue.Severity, issue.PartsAffected))],
        },
        IssuesJson.Default.IssuesData);
}

internal sealed record IssueData(DateTimeOffset NoticedAt, string Machine, string Type, string Description, string Severity, int PartsAffected);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IssuesData))]
internal sealed partial class IssuesJson : JsonSerializerContext;
