using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Answers why the OEE changed between two times.</summary>
internal sealed class ExplainOee(AskPlant ask, ReadSums sums, ReadDowntime downtime)
{
    public const string Figure = "OEE change";

    /// <param name="question">With <see cref="PlantQuestion.OtherPeriod"/> the two times are set side by side, the earlier one first; without it,
    /// the period and the one before it.</param>
    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var plant = asked.Plant;
        var (pair, no) = Times(asked);
        if (no is not null)
            return new(no, plant.Version);
        var (before, period) = pair;
        asked = asked with { Period = period };
        // Side by side: none of the three needs another.
        var (reading, readingBefore, stopping) = (SideAsync(asked, period, cancellationToken), SideAsync(asked, before, cancellationToken), StopsAsync(asked, before, cancellationToken));
        await Task.WhenAll(reading, readingBefore, stopping);
        var (now, then) = (await reading, await readingBefore);
        var version = now.Version ?? plant.Version;
        if (now.Sums.Rows == 0 || then.Sums.Rows == 0)
            return new(MetricsFailures.NoRows(asked.Scope, now.Sums.Rows == 0 ? period : before, plant, asked.Question), version);
        if (SplitChange.Factors(ComputeOee.Of(then.Sums), ComputeOee.Of(now.Sums)) is not { } factors)
            return new(MetricsFailures.NoChange(asked, before), version);

        var oee = OeeReport.Of(asked, [.. then.Days, .. now.Days]);
        var report = new WhyReport
        {
            Asked = asked,
            BeforePeriod = before,
            BeforeSums = then.Sums,
            Sums = now.Sums,
            Factors = factors,
            Reasons = await stopping is [var stoppedThen, var stoppedNow] ? WhyReport.ReasonsOf(then.Sums, now.Sums, stoppedThen, stoppedNow) : [],
            Machines = PartsInOrder.Of(plant, then.Margins.Machines, now.Margins.Machines, SplitBy.Machine),
            Shifts = PartsInOrder.Of(plant, then.Margins.Others, now.Margins.Others, SplitBy.Shift),
            Products = asked.Convention.NeedsStops ? [] : PartsInOrder.Of(plant, then.Margins.Others, now.Margins.Others, SplitBy.Product),
            Warnings = oee.Warnings,
            Rows = then.Sums.Rows + now.Sums.Rows,
        };
        var proof = asked.Proof([asked.Convention.Words, $"set against {before.Dates}"], report.Rows, SplitChange.Formula, SplitChange.Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = WhyText.Of(report),
                Data = WhyData.Of(report),
                Card = WhyCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [.. PlantChoices.Of("OEE", asked.Scope, period, before, plant).Take(3), new("Downtime", PlantChoices.Asked("downtime", asked.Scope, period, plant).Sentence())],
            },
            version);
    }

    private static ((Period Before, Period Now) Pair, SkillResult? No) Times(PlantAsked asked)
    {
        if (asked.Question.OtherPeriod is not { } words)
            return ((asked.Period.Before(), asked.Period), null);
        var reading = PeriodReader.Read(words, asked.Asker.Today);
        return reading.Period is { } other
            ? (other.From < asked.Period.From ? (other, asked.Period) : (asked.Period, other), null)
            : (default, MetricsFailures.UnreadPeriod(reading, asked.Question with { OtherPeriod = null }));
    }

    private async Task<Side> SideAsync(PlantAsked asked, Period period, CancellationToken cancellationToken)
    {
        var days = await sums.DaysAsync(asked, period.From, period.To, cancellationToken);
        var margins = await sums.MarginsAsync(asked, period.From, period.To, cancellationToken);
        return new(OeeSums.Of(days.Days.Select(day => day.Sums)), days.Days, margins, days.Version);
    }

    /// <summary>Of the time before and of this one; none where a product is asked for, because stops name none.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<ReasonDowntime>>> StopsAsync(PlantAsked asked, Period before, CancellationToken cancellationToken) =>
        asked.Scope.Product is null ? await downtime.LossesAsync(asked, [before, asked.Period], cancellationToken) : [];

    private sealed record Side(OeeSums Sums, IReadOnlyList<OeeDay> Days, Margins Margins, long? Version);
}
