using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>Answers how production stands against the plan of the work orders.</summary>
internal sealed class GetPlan(AskPlant ask, OutputStore store, OeeStore days, FindOrder orders, IOptions<MetricsOptions> options)
{
    public const string Figure = "production against plan";

    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        // An order's own days are no time that was asked for: what is expected of it is so by the last day with data.
        var allOfIt = string.IsNullOrWhiteSpace(question.Period);
        (question, var no) = await orders.AsNamedAsync(asker, question, cancellationToken);
        return no ?? await ask.AnswerAsync(asker, question with { Figure = Figure }, (asked, token) => ReadAsync(asked, allOfIt, token), cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, bool allOfIt, CancellationToken cancellationToken)
    {
        var (plant, scope, period, tenant) = (asked.Plant, asked.Scope, asked.Period, asked.Asker.TenantId);
        var filter = scope.Over(period.From, period.To);
        var made = await days.ReadAsync(tenant, filter, cancellationToken);
        var version = made.Version ?? plant.Version;
        if (made.Days.Count == 0)
            return new(scope.Order is null ? MetricsFailures.NoRows(scope, period, plant, asked.Question) : OrderFailures.NotThen(asked), version);
        var counts = await store.OrdersAsync(tenant, filter, cancellationToken);
        if (asked.Question.WorkOrder is { } number)
            counts.RemoveAll(count => count.Order.Number != number);
        if (counts.Count == 0)
            return new(asked.Question.WorkOrder is null ? MetricsFailures.NoOrders(asked) : OrderFailures.NotThen(asked), version);
        var asOf = period.To < plant.LastDay && !(allOfIt && asked.Question.WorkOrder is not null) ? period.To : plant.LastDay!.Value;
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
                Choices = scope.Order is { } order ? OfOrder(order)
                    : [.. PlantChoices.Of("production", scope, period, null, plant).Take(2), new("Production", PlantChoices.Asked("production", scope, period, plant).Sentence())],
            },
            version);
    }

    private static readonly string[] OfOrders = ["OEE", "scrap"];

    private static IReadOnlyList<Choice> OfOrder(FoundOrder order) =>
        [.. OfOrders.Select(figure => new Choice(Letters.Capital(figure), new PlantQuestion { Figure = figure, WorkOrder = order.Number }.Sentence()))];
}
