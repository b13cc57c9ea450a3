using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>Answers how much was made, and how much of it was scrap.</summary>
internal sealed class GetOutput(AskPlant ask, FindOrder orders, ReadOutput output)
{
    private static readonly string[] Splits = ["day", "shift", "line", "machine", "product", "hour", "work order"];

    public Task<SkillResult> ProductionAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        AnswerAsync(asker, question with { Figure = "production" }, OutputText.Production, OutputCard.Production, cancellationToken);

    public Task<SkillResult> ScrapAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        AnswerAsync(asker, question with { Figure = "scrap" }, OutputText.Scrap, OutputCard.Scrap, cancellationToken);

    private async Task<SkillResult> AnswerAsync(
        Asker asker,
        PlantQuestion question,
        Func<OutputReport, string> text,
        Func<OutputReport, ProofLine, AdaptiveCard> card,
        CancellationToken cancellationToken)
    {
        var by = question.By?.Trim().ToLowerInvariant();
        by = by?.StartsWith("by ", StringComparison.Ordinal) == true ? by[3..] : by;
        if (by is { Length: > 0 } && !Splits.Contains(by, StringComparer.Ordinal))
            return MetricsFailures.UnknownSplit(question, Splits);
        if (question.Mean is { } mean && !mean.Equals("average", StringComparison.OrdinalIgnoreCase))
            return MetricsFailures.UnknownMean(question, ["average"]);
        (question, var no) = await orders.AsNamedAsync(asker, question, cancellationToken);
        if (question.Order is not null && (by == "hour" || question.Defect is not null))
            no ??= OrderFailures.NotBooked(question, by == "hour");
        return no ?? await ask.AnswerAsync(asker, question with { By = string.IsNullOrEmpty(by) ? null : by }, ReadAsync, cancellationToken);

        async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken token)
        {
            var (report, none, version) = await output.ReadAsync(asked, token);
            if (report is null)
                return new(none!, version);
            var proof = asked.Proof(
                ["pieces counted at each machine"], report.Rows, OutputReport.Formula, OutputReport.Version, version);
            return new(
                new()
                {
                    Status = ResultStatus.Answered,
                    Text = text(report),
                    Data = OutputData.Of(report),
                    Card = card(report, proof),
                    Proof = proof,
                    Warnings = report.Warnings,
                    Choices = Choices(asked, report.Before is not null),
                },
                version);
        }
    }

    private static IReadOnlyList<Choice> Choices(PlantAsked asked, bool hasBefore)
    {
        var (scope, period, plant, figure) = (asked.Scope, asked.Period, asked.Plant, asked.Question.Figure);
        if (scope.Order is not null)
            return PlantChoices.Of(figure, scope, period, null, plant);
        var other = figure == "scrap" ? "production" : "scrap";
        return
        [
            .. PlantChoices.Of(figure, scope, period, hasBefore ? period.Before() : null, plant).Take(3),
            new(char.ToUpperInvariant(other[0]) + other[1..], PlantChoices.Asked(other, scope, period, plant).Sentence()),
        ];
    }
}
