using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Trend;

/// <summary>The picture of a trend: the days and their moving average.</summary>
internal static class TrendCard
{
    private const int Most = 400;

    public static AdaptiveCard Of(TrendReport report, ProofLine proof)
    {
        var measure = report.Measure;
        var body = PlantCard.Begin($"{measure.Capital} trend", report.Asked);
        body.Add(PlantCard.Headline(measure.Say(report.Whole), Verdict(report)));
        if (report.Days.Count > 1)
        {
            var days = report.Days.TakeLast(Most).ToList();
            var average = report.Statistics.MovingAverage.TakeLast(Most).Zip(days, (value, day) => (day.Day, (double?)value));
            var high = days.Max(day => day.Value);
            body.Add(new LineChart
            {
                Title = $"{measure.Axis} per day",
                YAxisTitle = measure.Axis,
                YMin = 0,
                YMax = measure.Unit == MeasureUnit.Ratio && measure.HigherIsBetter ? Math.Max(100, high) : null,
                Data =
                [
                    ChartSeries.Of("Day", days.Select(day => (day.Day, (double?)day.Value)), ChartColor.CategoricalBlue),
                    ChartSeries.Of($"{TrendStatistics.Window}-day average", average, ChartColor.CategoricalMarigold),
                ],
            });
        }

        return PlantCard.End(body, report.Warnings, proof, TrendText.Of(report));
    }

    private static Badge? Verdict(TrendReport report)
    {
        if (report.IsShort)
            return null;
        var direction = report.Statistics.Direction;
        var style = direction == 0 ? BadgeStyle.Subtle : direction > 0 == report.Measure.HigherIsBetter ? BadgeStyle.Good : BadgeStyle.Attention;
        return Badge.Of(direction switch { > 0 => "▲ rising", < 0 => "▼ falling", _ => "no clear trend" }, style);
    }
}
