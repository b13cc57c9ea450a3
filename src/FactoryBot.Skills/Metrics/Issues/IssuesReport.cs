namespace FactoryBot.Skills.Metrics.Issues;

/// <param name="Severities">All of them, the worst first; those without issues count 0.</param>
/// <param name="Latest">The latest issues of the severity asked for.</param>
internal sealed record IssuesReport(PlantAsked Asked, IReadOnlyList<SeverityCount> Severities, IReadOnlyList<QualityIssue> Latest)
{
    // As the data has them, the worst first.
    public static readonly string[] KnownSeverities = ["Critical", "High", "Medium", "Low"];

    public static IssuesReport Of(PlantAsked asked, IssuesRead read) => new(
        asked, [.. KnownSeverities.Select(s => read.Severities.Find(count => count.Severity == s) ?? new(s, 0, 0))], read.Latest);

    /// <summary>Issues of all severities that were counted.</summary>
    public long Rows => Severities.Sum(count => count.Issues);

    /// <summary>What was asked for: one severity, or all.</summary>
    public SeverityCount Shown => Asked.Question.Severity is { } severity
        ? Severities.First(count => count.Severity == severity)
        : new("all", Rows, Severities.Sum(count => count.Parts));

    public PlantMachine Machine(QualityIssue issue) => Asked.Plant.Machines.First(machine => machine.Id == issue.MachineId);

    /// <summary>When it was noticed, on the clock of its site.</summary>
    public DateTimeOffset Local(QualityIssue issue)
    {
        var site = Asked.Plant.SiteOf(Asked.Plant.LineOf(Machine(issue)));
        return TimeZoneInfo.ConvertTime(issue.NoticedAt, TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone));
    }
}
