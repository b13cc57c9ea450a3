using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics;

/// <summary>Answers a question for OEE. The only way to an OEE: chat, REST and command line call this.</summary>
internal sealed class GetOee(AskPlant ask, ReadSums sums, TimeProvider clock, ILogger<GetOee> logger)
{
    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        ask.AnswerAsync(asker, question, ReadAsync, cancellationToken);

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var read = await sums.DaysAsync(asked, period.Before().From, period.To, cancellationToken);
        logger.FactsRead(
            asked.QueryId, asked.Asker.TurnId, asked.Question.Figure, read.Days.Sum(day => day.Sums.Rows), clock.GetElapsedTime(started).TotalMilliseconds);

        var version = read.Version ?? plant.Version;
        var report = OeeReport.Of(asked, read.Days);
        if (report.Sums.Rows == 0)
            return new(MetricsFailures.NoRows(scope, period, plant, asked.Question), version);
        var proof = asked.Proof([asked.Convention.Words], report.Sums.Rows, ComputeOee.Formula, ComputeOee.Version, version);
        var result = new SkillResult
        {
            Status = ResultStatus.Answered,
            Text = OeeText.Of(report),
            Data = OeeData.Of(report).ToJson(),
            Card = OeeCard.Of(report, proof),
            Proof = proof,
            Warnings = report.Warnings,
            Choices = PlantChoices.Of("OEE", report.Scope, report.Period, report.Before is null ? null : report.BeforePeriod, plant),
        };
        return new(result, version);
    }
}
