using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Answers how long machines stood still and why.</summary>
internal sealed class GetDowntime(AskPlant ask, ReadDowntime downtime)
{
    public const string Figure = "downtime";
    public const string Convention = "overlapping stops of a machine merged, cut at the borders of site days and shifts";

    private static readonly string[] Means = ["per stop"];
    private static readonly string[] Kinds = ["unplanned", "planned", "either", "micro"];

    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        var kind = question.Kind?.Trim().ToLowerInvariant();
        question = question with { Figure = Figure };
        if (question.Limit is { } limit && !StopList.Reads(limit))
            return MetricsFailures.NoTimeLimit(limit, question);
        return kind is not null && !Kinds.Contains(kind, StringComparer.Ordinal)
            ? MetricsFailures.UnknownKind(question, Kinds)
            : question.Mean is { } mean && !Means.Contains(mean, StringComparer.OrdinalIgnoreCase) ? MetricsFailures.UnknownMean(question, Means)
            : await ask.AnswerAsync(asker, question with { Kind = kind }, ReadAsync, cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (read, no, version) = await downtime.ReadAsync(asked, cancellationToken);
        if (read is null)
            return new(no!, version);
        if (await downtime.WithStopsAsync(read, cancellationToken) is not { } report)
            return new(MetricsFailures.TooManyStops(asked.Question), version);
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var proof = asked.Proof([Convention], report.Figures.Rows, ComputeDowntime.Formula, ComputeDowntime.Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = DowntimeText.Of(report),
                Data = DowntimeData.Of(report),
                Card = DowntimeCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [.. PlantChoices.Of(Figure, scope, period, report.Before is null ? null : period.Before(), plant).Take(3),
                    report.Cause is not null ? new("All reasons", PlantChoices.Asked(Figure, scope with { Cause = null }, period, plant).Sentence()) : new("OEE", PlantChoices.Asked("OEE", scope, period, plant).Sentence())],
            },
            version);
    }
}
