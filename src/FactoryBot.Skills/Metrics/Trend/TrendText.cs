using System.Globalization;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Trend;

/// <summary>A trend in plain words that stand without the card.</summary>
internal static class TrendText
{
    private const int NamedOutliers = 3;

    public static string Of(TrendReport report)
    {
        var (measure, asked) = (report.Measure, report.Asked);
        var sentences = new List<string>
        {
            $"{measure.Capital} of {asked.Scope.Phrase} was {measure.Say(report.Whole)} {asked.When}.",
            Direction(report),
        };
        if (report.Statistics.ChangePoint is { } change)
        {
            sentences.Add($"The level changed on {PeriodText.Day(report.Days[change.At].Day)}: {Say(measure, change.Before)} a day before, {Say(measure, change.After)} since.");
        }

        sentences.Add(Outliers(report));
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    public static string Say(Measure measure, double drawn) =>
        measure.Say(measure.Unit == MeasureUnit.Ratio ? (decimal)drawn / 100 : (decimal)drawn);

    private static string Direction(TrendReport report)
    {
        var (statistics, measure) = (report.Statistics, report.Measure);
        if (report.IsShort)
            return string.Create(CultureInfo.InvariantCulture, $"{report.Days.Count} days are too few to tell a trend; it takes {TrendStatistics.LeastDays}.");
        if (statistics.Direction == 0)
            return "It shows no clear trend.";
        var slope = measure.Unit == MeasureUnit.Ratio ? (decimal)statistics.SlopePerDay / 100 : (decimal)statistics.SlopePerDay;
        var better = statistics.Direction > 0 == measure.HigherIsBetter;
        return $"It is {(statistics.Direction > 0 ? "rising" : "falling")} by about {measure.SayDifference(slope * 7)} a week, which is {(better ? "better" : "worse")}: "
            + $"the {TrendStatistics.Window}-day average went from {Say(measure, statistics.MovingAverage[Math.Min(TrendStatistics.Window, report.Days.Count) - 1])} "
            + $"to {Say(measure, statistics.MovingAverage[^1])}.";
    }

    private static string Outliers(TrendReport report)
    {
        var outliers = report.Statistics.Outliers;
        if (report.IsShort)
            return "";
        if (outliers.Count == 0)
            return "No day stands out.";
        var named = outliers.OrderByDescending(at => Math.Abs(report.Days[at].Value - report.Statistics.MovingAverage[at])).Take(NamedOutliers).Order();
        var more = outliers.Count > NamedOutliers ? string.Create(CultureInfo.InvariantCulture, $" and {outliers.Count - NamedOutliers} more") : "";
        return $"Standing out: {string.Join(", ", named.Select(at => $"{PeriodText.Day(report.Days[at].Day)} with {Say(report.Measure, report.Days[at].Value)}"))}{more}.";
    }
}
