using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>Answers how much of all the time there is was turned into good pieces.</summary>
internal sealed class GetTeep(AskPlant ask, ReadSums sums)
{
    public const string Figure = "TEEP";

    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var read = await sums.DaysAsync(asked, period.Before().From, period.To, cancellationToken);
        var version = read.Version ?? plant.Version;
        var oee = OeeReport.Of(asked, read.Days);
        if (oee.Sums.Rows == 0)
            return new(MetricsFailures.NoRows(scope, period, plant, asked.Question), version);
        var cells = await sums.CellsAsync(asked, period.From, period.To, byProduct: false, cancellationToken);
        var report = TeepReport.Of(asked, oee, new CellSplit(plant, cells.Cells).By(SplitBy.Machine));
        var calendar = scope.Shift is null ? "calendar time: all hours of the machines" : "calendar time: the hours of the shift";
        var proof = asked.Proof([asked.Convention.Words, calendar], oee.Sums.Rows, ComputeTeep.Formula, ComputeTeep.Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = TeepText.Of(report),
                Data = TeepData.Of(report),
                Card = TeepCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [.. PlantChoices.Of(Figure, scope, period, report.Before is null ? null : period.Before(), plant).Take(3),
                    new("OEE", PlantChoices.Asked("OEE", scope, period, plant).Sentence())],
            },
            version);
    }
}
