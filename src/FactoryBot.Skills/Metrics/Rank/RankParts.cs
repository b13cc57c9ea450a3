using FactoryBot.Skills.Language;
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

    /// <param name="question">Place and time; <see cref="PlantQuestion.By"/> names what is ranked, null: machines, or the days of one machine.</param>
    /// <param name="figure">A measure by name; null: OEE.</param>
    /// <param name="order">One of <see cref="Orders"/>; null: the highest first.</param>
    /// <param name="count">How many the sentence names; null: one where an order was asked for, otherwise all up to the card's limit.</param>
    /// <param name="limit">Only those on one side of a bound, as <see cref="LimitReader"/> reads it; null: all.</param>
    public async Task<SkillResult> AnswerAsync(
        Asker asker, PlantQuestion question, string? figure, string? order, int? count, string? limit, CancellationToken cancellationToken)
    {
        if (Measure.Find(figure, question) is not { } measure)
            return MetricsFailures.UnknownMeasure(figure!, question, Measure.All.Select(m => m.Name));
        if (!Enum.TryParse<RankBy>(question.By ?? (question.Machine is null ? nameof(RankBy.Machine) : nameof(RankBy.Day)), true, out var by))
            return MetricsFailures.UnknownSplit(question, [.. Enum.GetNames<RankBy>().Select(name => name.ToLowerInvariant())]);
        if (order is not null && !Orders.Contains(order, StringComparer.OrdinalIgnoreCase))
            return MetricsFailures.UnknownOrder(order, question, Orders);
        var bound = limit is null ? null : LimitReader.Read(limit);
        if (limit is not null && bound is null)
            return MetricsFailures.UnknownLimit(limit, question);
        // "Scrap above 3 %" is the rate.
        measure = measure.Name == "scrap" && bound?.Unit == LimitUnit.Percent ? Measure.Find("scrap rate")! : measure;
        if (bound is not null && !RankLimit.Fits(measure, bound))
            return MetricsFailures.OtherUnit(measure, bound, question);
        if (!measure.FromStops && question.Reason is not null)
            return MetricsFailures.NotByReason(measure, question);
        if (measure.FromStops && (by == RankBy.Product || question.Product is not null))
            return MetricsFailures.NoStopsByProduct(question);
        var key = question with { Figure = Figure, By = $"{by} {measure.Name} {order?.ToLowerInvariant()} {count} {bound}" };
        return await ask.AnswerAsync(asker, key, (asked, token) => ReadAsync(asked, measure, by, order?.ToLowerInvariant(), count, bound, token), cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(
        PlantAsked asked, Measure measure, RankBy by, string? order, int? count, Limit? limit, CancellationToken cancellationToken)
    {
        var plant = asked.Plant;
        var (parts, read) = await PartsAsync(asked, measure, by, limit is not null, cancellationToken);
        var version = read ?? plant.Version;
        if (parts.Count == 0)
            return new(MetricsFailures.NoRows(asked.Scope, asked.Period, plant, asked.Question with { By = null }), version);
        if (asked.Scope.Cause is { } cause && parts.All(part => part.Input.Unplanned.Stops == 0))
            return new(MetricsFailures.NoStopsBecauseOf(asked, cause.Name), version);
        var bound = limit is null ? null : RankLimit.Of(measure, limit, limit.Value is null ? await AverageAsync(asked, measure, parts, cancellationToken) : null);
        var report = RankReport.Of(asked, measure, by, order, count, bound, parts);
        if (measure.Name == "downtime" && asked.Scope.Cause is null && order is not (null or "best" or "lowest") && report.Ranked is [{ Part.Scope: { } first }, ..])
            report = report with { TopReason = await measures.TopReasonAsync(asked, first, cancellationToken) };
        var proof = asked.Proof(
            measure.FromStops ? [Downtime.GetDowntime.Convention] : [asked.Convention.Words], parts.Sum(part => part.Input.Sums.Rows), measure.Rule, 1, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = RankText.Of(report),
                Data = RankData.Write(report),
                Card = RankCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = Choices(report),
            },
            version);
    }

    // Held against a bound, a shift is one of a day: "which shifts were below 60 %" does not ask for two sums over a month.
    private async Task<(IReadOnlyList<MeasuredPart> Parts, long? Version)> PartsAsync(
        PlantAsked asked, Measure measure, RankBy by, bool single, CancellationToken cancellationToken)
    {
        if (by == RankBy.Shift && single)
        {
            var all = new List<MeasuredPart>();
            long? version = null;
            var shifts = asked.Plant.Shifts.Where(shift => asked.Scope.Shift is not { } only || shift.Name == only).GroupBy(shift => shift.Name, StringComparer.Ordinal);
            foreach (var shift in shifts)
            {
                var scope = asked.Scope with { Shift = shift.Key, ShiftIds = [.. shift.Select(s => s.Id)] };
                var (days, read) = await measures.DaysAsync(asked with { Scope = scope }, measure.FromStops, cancellationToken);
                all.AddRange(days.Select(day => new MeasuredPart($"{PlantScope.ShiftName(shift.Key)} {PeriodText.Day(day.Day)}", day.Input)));
                version ??= read;
            }

            return (all, version);
        }

        if (by == RankBy.Day)
        {
            var (days, version) = await measures.DaysAsync(asked, measure.FromStops, cancellationToken);
            return ([.. days.Select(day => new MeasuredPart(PeriodText.Day(day.Day), day.Input))], version);
        }

        return await measures.PartsAsync(asked, Enum.Parse<SplitBy>(by.ToString()), measure.FromStops, cancellationToken);
    }

    // Of ratios and mean times the one of the whole; of pieces, hours and counts the mean of the parts.
    private async Task<decimal?> AverageAsync(PlantAsked asked, Measure measure, IReadOnlyList<MeasuredPart> parts, CancellationToken cancellationToken)
    {
        if (measure.Unit == MeasureUnit.Ratio || measure.Name is "MTBF" or "MTTR")
            return measure.Of((await measures.WholeAsync(asked, asked.Period, measure.FromStops, cancellationToken)).Input);
        var known = parts.Select(part => measure.Of(part.Input)).OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Average();
    }

    private static IReadOnlyList<Choice> Choices(RankReport report)
    {
        var asked = PlantChoices.Asked("OEE", report.Asked.Scope, report.Asked.Period, report.Asked.Plant);
        return report.By is RankBy.Machine or RankBy.Shift && report.Limit is null
            ? [.. report.Ranked.Take(2).Select(part => new Choice(
                part.Name, (report.By == RankBy.Machine ? asked with { Machine = part.Name, Line = null, Site = null } : asked with { Shift = part.Name }).Sentence()))]
            : [new("OEE", asked.Sentence())];
    }
}
