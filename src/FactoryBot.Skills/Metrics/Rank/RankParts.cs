using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>Puts machines, lines, sites, shifts or products in the order of a figure.</summary>
internal sealed class RankParts(AskPlant ask, ReadMeasures measures)
{
    public const string Figure = "ranking";
    public static readonly string[] Orders = ["best", "worst", "highest", "lowest"];

    /// <param name="question">Place and time; <see cref="PlantQuestion.By"/> names what is ranked, null: machines.</param>
    /// <param name="figure">A measure by name; null: OEE.</param>
    /// <param name="order">One of <see cref="Orders"/>; null: the best first.</param>
    /// <param name="count">How many the sentence names; null: one where an order was asked for, otherwise all up to the card's limit.</param>
    public async Task<SkillResult> AnswerAsync(
        Asker asker, PlantQuestion question, string? figure, string? order, int? count, CancellationToken cancellationToken)
    {
        if (Measure.Find(figure) is not { } measure)
            return MetricsFailures.UnknownMeasure(figure!, question, Measure.All.Select(m => m.Name));
        if (!Enum.TryParse<SplitBy>(question.By ?? nameof(SplitBy.Machine), true, out var by))
            return MetricsFailures.UnknownSplit(question, [.. Enum.GetNames<SplitBy>().Select(name => name.ToLowerInvariant())]);
        if (order is not null && !Orders.Contains(order, StringComparer.OrdinalIgnoreCase))
            return MetricsFailures.UnknownOrder(order, question, Orders);
        if (measure.FromStops && (by == SplitBy.Product || question.Product is not null))
            return MetricsFailures.NoStopsByProduct(question);
        var key = question with { Figure = Figure, By = $"{by} {measure.Name} {order?.ToLowerInvariant()} {count}" };
        return await ask.AnswerAsync(asker, key, (asked, token) => ReadAsync(asked, measure, by, order?.ToLowerInvariant(), count, token), cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, Measure measure, SplitBy by, string? order, int? count, CancellationToken cancellationToken)
    {
        var plant = asked.Plant;
        var (parts, read) = await measures.PartsAsync(asked, by, measure.FromStops, cancellationToken);
        var version = read ?? plant.Version;
        if (parts.Count == 0)
            return new(MetricsFailures.NoRows(asked.Scope, asked.Period, plant, asked.Question with { By = null }), version);
        var report = RankReport.Of(asked, measure, by, order, count, parts);
        var proof = asked.Proof(
            measure.FromStops ? [Downtime.GetDowntime.Convention] : [asked.Convention.Words], parts.Sum(part => part.Input.Sums.Rows), measure.Rule, 1, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = RankText.Of(report),
                Data = RankData.Of(report),
                Card = RankCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = Choices(report),
            },
            version);
    }

    private static IReadOnlyList<Choice> Choices(RankReport report)
    {
        var asked = PlantChoices.Asked("OEE", report.Asked.Scope, report.Asked.Period, report.Asked.Plant);
        return report.By is SplitBy.Machine or SplitBy.Shift
            ? [.. report.Ranked.Take(2).Select(part => new Choice(
                part.Name, (report.By == SplitBy.Machine ? asked with { Machine = part.Name, Line = null, Site = null } : asked with { Shift = part.Name }).Sentence()))]
            : [new("OEE", asked.Sentence())];
    }
}
