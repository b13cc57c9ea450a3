using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics;

/// <summary>Answers a question for OEE. The only way to an OEE: chat, REST and command line call this.</summary>
internal sealed class GetOee(AskPlant ask, FindOrder orders, ReadSums sums, TimeProvider clock, ILogger<GetOee> logger)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        (question, var no) = await orders.AsNamedAsync(asker, question, cancellationToken);
        return no ?? await ask.AnswerAsync(asker, question, ReadAsync, cancellationToken);
    }

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
            return new(scope.Order is null ? MetricsFailures.NoRows(scope, period, plant, asked.Question) : OrderFailures.NotThen(asked), version);
        var fast = report.Figures.Warnings.Contains(OeeWarning.PerformanceAboveOne) ? await TooFastAsync(asked, cancellationToken) : [];
        var proof = asked.Proof([asked.Convention.Words], report.Sums.Rows, ComputeOee.Formula, ComputeOee.Version, version);
        var result = new SkillResult
        {
            Status = ResultStatus.Answered,
            Text = OeeText.Of(report),
            Data = OeeData.Of(report).ToJson(),
            Card = OeeCard.Of(report, proof, fast),
            Proof = proof,
            Warnings = [.. report.Warnings, .. fast],
            Choices = PlantChoices.Of("OEE", report.Scope, report.Period, report.Before is null ? null : report.BeforePeriod, plant),
        };
        return new(result, version);
    }

    // Which machine and product it is that has the wrong ideal cycle time.
    private async Task<IReadOnlyList<string>> TooFastAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var plant = asked.Plant;
        var read = await sums.CellsAsync(asked, asked.Period.From, asked.Period.To, byProduct: true, cancellationToken);
        var machines = plant.Machines.ToDictionary(machine => machine.Id, machine => machine.Name);
        var products = plant.Products.ToDictionary(product => product.Id, product => product.Name);
        return [.. read.Cells.GroupBy(cell => (cell.MachineId, cell.ProductId))
            .Select(cells => (Name: machines[cells.Key.MachineId], Product: cells.Key.ProductId is { } id ? products[id] : null, Figures: ComputeOee.Of(OeeSums.Of(cells.Select(cell => cell.Sums)))))
            .Where(cells => cells.Figures.Performance > 1)
            .OrderByDescending(cells => cells.Figures.Performance).ThenBy(cells => cells.Name, StringComparer.Ordinal).Take(3)
            .Select(cells => $"Performance of {cells.Name}{(cells.Product is null ? "" : $" with {cells.Product}")} is {OeeText.Percent(cells.Figures.Performance)}.")];
    }
}
