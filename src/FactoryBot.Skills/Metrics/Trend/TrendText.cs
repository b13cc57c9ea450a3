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
            $"{measure.Capital}{asked.Scope.ForCause} of {asked.Scope.Phrase} was {measure.Say(report.Whole)} {asked.When}.",
            report.IsHeldAgainst ? Against(report) : Direction(report),
        };
        if (report.IsHeldAgainst)
            return string.Join(' ', sentences);
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

    // "Against the 30 days up to then it does not stand out; the median is 67.1 %."
    private static string Against(TrendReport report)
    {
        var days = report.Days;
        var asked = days.Index().Where(day => day.Item.Day >= report.Asked.Period.From).Select(day => day.Index).ToList();
        var unusual = asked.Where(report.Statistics.Outliers.Contains).ToList();
        var values = days.Select(day => day.Value).Order().ToList();
        var usual = string.Create(CultureInfo.InvariantCulture, $"{days.Count} days up to then, with {Say(report.Measure, values[values.Count / 4])} to {Say(report.Measure, values[values.Count * 3 / 4])} on half of them");
        return unusual.Count == 0
            ? $"Nothing unusual: {(asked.Count == 1 ? "it does" : "they do")} not stand out among the {usual}."
            : $"Unusual: {string.Join(", ", unusual.Select(at => $"{PeriodText.Day(days[at].Day)} with {Say(report.Measure, days[at].Value)}"))} {(unusual.Count == 1 ? "stands" : "stand")} out among the {usual}.";
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
