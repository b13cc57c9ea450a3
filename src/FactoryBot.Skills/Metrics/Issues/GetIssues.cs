using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Issues;

/// <summary>Answers which quality issues were noticed, and how severe they are.</summary>
internal sealed class GetIssues(AskPlant ask, IssueStore store, TimeProvider clock, ILogger<GetIssues> logger)
{
    private const string Formula = "count and parts affected of recorded quality issues";
    private const int Version = 1;
    private const int MostListed = 50;

    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        var asked = question.Severity?.Trim();
        var severity = IssuesReport.KnownSeverities.FirstOrDefault(known => known.Equals(asked, StringComparison.OrdinalIgnoreCase));
        question = question with { Figure = severity is null ? "quality issues" : severity.ToLowerInvariant() + " severity quality issues" };
        return asked is { Length: > 0 } && severity is null
            ? MetricsFailures.UnknownSeverity(question, IssuesReport.KnownSeverities)
            : await ask.AnswerAsync(asker, question with { Severity = severity }, ReadAsync, cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period, severity) = (asked.Plant, asked.Scope, asked.Period, asked.Question.Severity);
        var read = await store.ReadAsync(
            asked.Asker.TenantId, scope.Over(period.From, period.To), severity, scope.Defect?.Id, MostListed, cancellationToken);
        var report = IssuesReport.Of(asked, read);
        logger.FactsRead(asked.QueryId, asked.Asker.TurnId, asked.Question.Figure, report.Rows, clock.GetElapsedTime(started).TotalMilliseconds);

        var version = read.Version ?? plant.Version;
        if (report.Shown.Issues == 0)
            return new(scope.Defect is { } defect ? MetricsFailures.NoPartsWith(asked, defect.Name) : MetricsFailures.NoIssues(asked), version);
        var proof = asked.Proof(severity is null ? [] : [$"severity {severity}"], report.Rows, Formula, Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = IssuesText.Of(report),
                Data = IssuesData.Of(report),
                Card = IssuesCard.Of(report, proof),
                Proof = proof,
                Choices =
                [
                    .. PlantChoices.Of(asked.Question.Figure, scope, period, period.Before(), plant).Take(3),
                    new("Scrap", PlantChoices.Asked("scrap", scope, period, plant).Sentence()),
                ],
            },
            version);
    }
}
