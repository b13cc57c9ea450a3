using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Metrics.Teep;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Trend;

/// <summary>Answers how a figure went, day by day, and whether that is a trend.</summary>
internal sealed class ShowTrend(AskPlant ask, PlantCache plants, ReadSums sums, ReadDowntime downtime)
{
    public const string Figure = "trend";
    private const string Method = "Mann–Kendall, Theil–Sen slope, two-level change point, modified z-score";
    private const int DefaultDays = 30;

    /// <param name="question">Without a period: the last 30 days with data.</param>
    /// <param name="figure">A measure by name; null: OEE.</param>
    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, string? figure, CancellationToken cancellationToken)
    {
        if (Measure.Find(figure, question) is not { } measure)
            return MetricsFailures.UnknownMeasure(figure!, question, Measure.All.Select(m => m.Name));
        if (!measure.FromStops && question.Reason is not null)
            return MetricsFailures.NotByReason(measure, question);
        if (measure.FromStops && question.Product is not null)
            return MetricsFailures.NoStopsByProduct(question);
        if (string.IsNullOrWhiteSpace(question.Period)
            && await plants.GetAsync(asker.TenantId, cancellationToken) is { FirstDay: { } first, LastDay: { } last })
        {
            var from = last.AddDays(1 - DefaultDays);
            question = question with { Period = new Period(from > first ? from : first, last, Grain.Span).Iso };
        }

        return await ask.AnswerAsync(asker, question with { Figure = Figure, By = measure.Name }, (asked, token) => ReadAsync(asked, measure, token), cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, Measure measure, CancellationToken cancellationToken)
    {
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        // A day is unusual against the days before it.
        var around = period.Days >= TrendStatistics.LeastDays ? period : Period.Of(period.To.AddDays(1 - DefaultDays), period.To);
        var read = await sums.DaysAsync(asked, around.From, around.To, cancellationToken);
        var version = read.Version ?? plant.Version;
        var oee = OeeReport.Of(asked, [.. read.Days.Where(day => day.Day >= period.From)]);
        if (oee.Sums.Rows == 0)
            return new(MetricsFailures.NoRows(scope, period, plant, asked.Question with { By = null }), version);
        var stops = measure.FromStops
            ? (await downtime.DaysAsync(asked, CalendarTime.Elapsed(around, plant), cancellationToken)).ToDictionary(day => day.Day, day => day.Figures)
            : [];
        var days = OeeReport.Of(asked with { Period = around }, read.Days).Trend.Select(day => (day.Day, Value: measure.Drawn(measure.Of(Input(day.Sums, Period.Of(day.Day, day.Day), [stops.GetValueOrDefault(day.Day)])))))
            .Where(day => day.Value is not null).Select(day => (day.Day, day.Value!.Value)).ToList();
        var report = new TrendReport
        {
            Asked = asked,
            Measure = measure,
            Days = days,
            Statistics = TrendReport.StatisticsOf(measure, days),
            Warnings = oee.Warnings,
            Rows = oee.Sums.Rows,
            Whole = measure.Of(Input(oee.Sums, period, stops.Where(day => day.Key >= period.From).Select(day => day.Value))),
        };
        var proof = asked.Proof([asked.Convention.Words, Method], report.Rows, measure.Rule, 1, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = TrendText.Of(report),
                Data = TrendData.Of(report),
                Card = TrendCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [.. PlantChoices.Of("OEE", scope, period, null, plant).Take(3)],
            },
            version);

        MeasureInput Input(OeeSums own, Period of, IEnumerable<DowntimeFigures?> figures) =>
            MeasureInput.Of(asked, own, CalendarTime.Of(plant, scope, CalendarTime.Elapsed(of, plant)).Seconds, figures);
    }
}
