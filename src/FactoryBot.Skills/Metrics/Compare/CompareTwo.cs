using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Compare;

/// <summary>Sets two places, shifts, products or times side by side.</summary>
internal sealed class CompareTwo(AskPlant ask, ReadMeasures measures)
{
    public const string Figure = "OEE";

    /// <param name="question">The first; its <see cref="PlantQuestion.Other"/> names only what differs in the second.</param>
    /// <param name="figure">A measure by name; null: OEE.</param>
    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, string? figure, CancellationToken cancellationToken)
    {
        if (Measure.Find(figure, question) is not { } measure)
            return MetricsFailures.UnknownMeasure(figure!, question, Measure.All.Select(m => m.Name));
        if (!measure.FromStops && question.Reason is not null)
            return MetricsFailures.NotByReason(measure, question);
        if (question.Other is null)
            return MetricsFailures.NothingToCompare(question);
        return await ask.AnswerAsync(asker, question with { Figure = Figure, By = measure.Name }, (asked, token) => ReadAsync(asked, measure, token), cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, Measure measure, CancellationToken cancellationToken)
    {
        var (plant, question) = (asked.Plant, asked.Question);
        var named = question.Other!;
        if (ShiftByClock.Try(plant, asked.Asker, ref named) is { } noShift)
            return new(noShift, plant.Version);
        question = question with { Other = named };
        var otherQuestion = Second(question);
        if (ResolveScope.Try(plant, otherQuestion, out var scope) is { } unknown)
            return new(unknown, plant.Version);
        var period = asked.Period;
        if (question.Other!.Period is { } words)
        {
            var reading = PeriodReader.Read(words, asked.Asker.Today);
            if (reading.Period is not { } read)
                return new(MetricsFailures.UnreadPeriod(reading, otherQuestion), plant.Version);
            period = read;
        }

        if (scope.Phrase == asked.Scope.Phrase && scope.Site == asked.Scope.Site && (period.From, period.To) == (asked.Period.From, asked.Period.To))
            return new(MetricsFailures.TwiceTheSame(question), plant.Version);
        if (measure.FromStops && (scope.Product ?? asked.Scope.Product) is not null)
            return new(MetricsFailures.NoStopsByProduct(question), plant.Version);

        var other = asked with { Scope = scope, Period = period, PeriodIsDefault = asked.PeriodIsDefault && period == asked.Period };
        var withStops = (scope.Product ?? asked.Scope.Product) is null;
        var (first, version) = await measures.WholeAsync(asked, asked.Period, withStops, cancellationToken);
        var (second, _) = await measures.WholeAsync(other, period, withStops, cancellationToken);
        foreach (var (input, side) in new[] { (first, asked), (second, other) })
        {
            if (input.Sums.Rows == 0)
                return new(MetricsFailures.NoRows(side.Scope, side.Period, plant, question with { Other = null }), version ?? plant.Version);
        }

        if (asked.Scope.Cause is { } cause && first.Unplanned.Stops + second.Unplanned.Stops == 0)
            return new(MetricsFailures.NoStopsBecauseOf(asked, cause.Name), version ?? plant.Version);

        var (one, two) = Labels.Of(asked, other);
        var report = new CompareReport(
            asked, measure, new(one, asked.Scope, asked.Period, first), new(two, scope, period, second), Warnings(one, first, two, second));
        var rows = first.Sums.Rows + second.Sums.Rows;
        var proof = Proof(report, other, rows, version ?? plant.Version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = CompareText.Of(report),
                Data = CompareData.Of(report),
                Card = CompareCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices =
                [
                    new(one, PlantChoices.Asked("OEE", asked.Scope, asked.Period, plant).Sentence()),
                    new(two, PlantChoices.Asked("OEE", scope, period, plant).Sentence()),
                ],
            },
            version ?? plant.Version);
    }

    private static ProofLine Proof(CompareReport report, PlantAsked other, long rows, long version)
    {
        var asked = report.Asked;
        var beside = new[] { other.Scope.Phrase == asked.Scope.Phrase ? null : other.Scope.Phrase, other.Period == asked.Period ? null : other.Period.Dates }.OfType<string>();
        return asked.Proof([$"beside {string.Join(", ", beside)}", asked.Convention.Words], rows, report.Measure.Rule, 1, version);
    }

    // What the second names itself replaces what the first named of the same kind; the rest holds for both.
    private static PlantQuestion Second(PlantQuestion question)
    {
        var other = question.Other!;
        var placed = other.Machine is not null || other.Line is not null || other.Site is not null
            ? question with { Machine = other.Machine, Line = other.Line, Site = other.Site }
            : question;
        return placed with { Shift = other.Shift ?? question.Shift, Product = other.Product ?? question.Product, Period = other.Period ?? question.Period, Other = null };
    }

    private static IReadOnlyList<string> Warnings(string one, MeasureInput first, string two, MeasureInput second) =>
        [.. new[] { (one, first), (two, second) }.SelectMany(side => side.Item2.Figures.Warnings.Select(warning => $"{side.Item1}: {OeeWarnings.Sentence(warning)}"))];
}
