using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>Answers how production stands against the plan of the work orders.</summary>
internal sealed class GetPlan(AskPlant ask, OutputStore store, OeeStore days, IOptions<MetricsOptions> options)
{
    public const string Figure = "production against plan";

    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (plant, scope, period, tenant) = (asked.Plant, asked.Scope, asked.Period, asked.Asker.TenantId);
        var filter = scope.Over(period.From, period.To);
        var made = await days.ReadAsync(tenant, filter, cancellationToken);
        var version = made.Version ?? plant.Version;
        if (made.Days.Count == 0)
            return new(MetricsFailures.NoRows(scope, period, plant, asked.Question), version);
        var counts = await store.OrdersAsync(tenant, filter, cancellationToken);
        if (counts.Count == 0)
            return new(MetricsFailures.NoOrders(asked), version);
        var asOf = period.To < plant.LastDay ? period.To : plant.LastDay!.Value;
        var oee = OeeReport.Of(asked, made.Days);
        var report = new PlanReport(asked, options.Value.OrderCounting, asOf, OrderProgress.Of(counts, options.Value.OrderCounting, asOf), oee.DayWarnings);
        var proof = asked.Proof([report.Convention], oee.Sums.Rows, PlanReport.Formula, PlanReport.Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = PlanText.Of(report),
                Data = PlanData.Of(report),
                Card = PlanCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [.. PlantChoices.Of("production", scope, period, null, plant).Take(2),
                    new("Production", PlantChoices.Asked("production", scope, period, plant).Sentence())],
            },
            version);
    }
}
