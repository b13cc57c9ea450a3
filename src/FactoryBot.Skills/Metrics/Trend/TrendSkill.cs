using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Trend;

internal sealed class TrendSkill(ShowTrend trend) : ISkill
{
    public string Module => "metrics";

    [SkillFunction("metrics_trend", Permission = Permissions.MetricsView, Title = "How a figure goes over time",
        Subjects = ["trend", "trends", "trending", "trendline", "moving average", "outlier", "outliers", "unusual", "development", "developing", "evolution", "improving", "improved", "declining",
            "chart", "graph", "plot", "curve",
            "anything weird", "anything strange", "anything odd", "out of the ordinary", "spike", "spikes", "anomalies", "anomaly", "outlier days", "unusual days", "odd days", "stand out", "stands out", "stick out", "sticks out", "days that stick out", "days that stand out"],
        FigureSubjects = ["per day", "by day", "a day", "each day", "every day", "day by day", "daily", "day to day", "every single day", "over the days", "spread over the days", "distributed over the days", "spread across the days", "by date", "per date"])]
    [Description("How a figure went day by day: moving average, whether it rises or falls, the day on which its level changed, and the days that stand "
        + "out, for one machine, one line, one site or the whole plant.")]
    [Example("OEE trend of the plant this month")]
    [Example("show the scrap trend for the whole plant")]
    [Example("trend of line 1")]
    [Example("is the OEE getting better")]
    [Example("how did availability develop over the last 30 days")]
    [Example("are we improving")]
    [Example("is scrap on CNC-001 getting worse")]
    [Example("downtime trend last month")]
    [Example("moving average of OEE for line 2")]
    [Example("which days were unusual last month")]
    [Example("were there outliers in October")]
    [Example("any outliers last month")]
    [Example("how did availability develop")]
    [Example("is downtime going down")]
    [Example("when did the OEE of Packaging-001 change")]
    [Example("development of the scrap rate this quarter")]
    [Example("oee over time for Assembly-001")]
    [Example("how is production trending")]
    [Example("show me the trend")]
    [Example("OEE day by day last week")]
    [Example("how has OEE changed over the last 4 weeks")]
    [Example("plot the OEE of CNC-001")]
    [Example("graph of scrap for line 1")]
    [Example("OEE chart of Packaging-001")]
    [Example("anything unusual last week")]
    [Example("is OEE going up or down")]
    [Example("how did the OEE change over time")]
    [Example("are we getting better on OEE")]
    [Example("show OEE as a curve")]
    [Example("is OEE rising")]
    [Example("is OEE falling")]
    [Example("is the scrap rate increasing")]
    [Example("is downtime decreasing")]
    [Example("is OEE dropping")]
    [Example("has OEE gone up")]
    [Example("did OEE go up this month")]
    [Example("history of OEE for line 1")]
    [Example("is scrap going up")]
    [Example("progress of OEE this month")]
    [Example("is OEE improving")]
    [Example("how stable is OEE")]
    [Example("is production slowing down")]
    [Example("how is OEE moving")]
    [Example("how has scrap been lately")]
    [Example("is there a pattern in the downtime")]
    [Example("any spikes in scrap")]
    [Example("any anomalies last month")]
    [Example("any odd days in October")]
    [Example("strange days last month")]
    [Example("weird days in October")]
    [Example("how did the OEE evolve")]
    [Example("is OEE heading down")]
    [Example("is OEE declining")]
    [Example("is OEE slipping")]
    [Example("is OEE climbing")]
    [Example("is OEE recovering")]
    [Example("how is the scrap rate progressing")]
    [Example("has the scrap rate improved")]
    [Example("has downtime gone up")]
    [Example("is quality getting worse")]
    [Example("are we losing ground on OEE")]
    public Task<SkillResult> TrendAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = [MeasureWords.Oee, MeasureWords.Availability, MeasureWords.Performance, MeasureWords.Quality, MeasureWords.Teep,
            MeasureWords.Loading, MeasureWords.Production, MeasureWords.Good, MeasureWords.Scrap, MeasureWords.ScrapRate, MeasureWords.Yield, MeasureWords.Downtime,
            MeasureWords.Stops, MeasureWords.Mtbf, MeasureWords.Mttr]), Description(MeasureWords.Description)] string? figure = null,
        [Slot(SlotKind.StopReason, Implies = ["downtime", "stops"]), Description("Only stops for this stop reason of the plant's own, or this kind of reasons, for downtime, stops, MTBF and MTTR; leave out for all.")] string? reason = null,
        [Slot(SlotKind.Machine), Description("One machine by name; leave out for all.")] string? machine = null,
        [Slot(SlotKind.Line), Description("One line by name; leave out for all.")] string? line = null,
        [Slot(SlotKind.Site), Description("One site by name; leave out for all.")] string? site = null,
        [Slot(SlotKind.Shift), Description("One shift by name; leave out for all.")] string? shift = null,
        [Slot(SlotKind.Product), Description("One product by name; leave out for all.")] string? product = null,
        [Slot(SlotKind.Period), Description("ISO 8601 interval with both days included, for example 2026-11-09/2026-11-15; "
            + "leave out for the last 30 days with data.")] string? period = null,
        CancellationToken cancellationToken = default) =>
        trend.AnswerAsync(
            asker, new() { Machine = machine, Line = line, Site = site, Shift = shift, Product = product, Period = period, Reason = reason }, figure, cancellationToken);
}
