using FactoryBot.Skills.Metrics.Trend;

namespace FactoryBot.Skills.Tests.Metrics.Trend;

public sealed class TrendStatisticsTests
{
    [Fact]
    public void Of_ARisingLineWithNoise_RisesWithoutAChangePoint()
    {
        var random = new Random(3);

        var statistics = Of(Enumerable.Range(0, 30).Select(day => 60 + day * 0.5 + random.NextDouble()));

        Assert.Equal(1, statistics.Direction);
        Assert.Equal(0.5, statistics.SlopePerDay, 1);
        Assert.Null(statistics.ChangePoint);
        Assert.Empty(statistics.Outliers);
    }

    [Fact]
    public void Of_AStep_HasTheChangePointAtItsFirstDay()
    {
        var random = new Random(5);

        var statistics = Of(Enumerable.Range(0, 24).Select(day => (day < 11 ? 70 : 62) + random.NextDouble()));

        Assert.Equal(11, statistics.ChangePoint!.Value.At);
        Assert.Equal(8, statistics.ChangePoint.Value.Before - statistics.ChangePoint.Value.After, 0);
        Assert.Empty(statistics.Outliers);
    }

    [Fact]
    public void Of_OneBadDay_IsAnOutlierAndNoTrend()
    {
        var random = new Random(7);

        var statistics = Of(Enumerable.Range(0, 30).Select(day => (day == 17 ? 45 : 75) + random.NextDouble()));

        Assert.Equal([17], statistics.Outliers);
        Assert.Null(statistics.ChangePoint);
    }

    [Fact]
    public void Of_TheSameEveryDay_SaysNothing()
    {
        var statistics = Of(Enumerable.Repeat(70.0, 30));

        Assert.Equal((0, 0.0, 0), (statistics.Direction, statistics.SlopePerDay, statistics.Outliers.Count));
        Assert.Null(statistics.ChangePoint);
    }

    [Fact]
    public void Of_ALotOfNoise_HasNoTrendMostOfTheTime()
    {
        var random = new Random(11);

        var found = Enumerable.Range(0, 200).Count(_ => Of(Enumerable.Range(0, 30).Select(_ => 70 + random.NextDouble() * 10)).Direction != 0);

        Assert.InRange(found, 0, 25);
    }

    [Fact]
    public void Of_AFewDays_OnlyAverages()
    {
        var statistics = Of([60, 70, 80]);

        Assert.Equal([60.0, 65, 70], statistics.MovingAverage);
        Assert.Equal(0, statistics.Direction);
    }

    [Fact]
    public void Of_MissingDays_CountTheirDistance()
    {
        int[] days = [0, 1, 2, 3, 10, 11, 12, 13, 14];

        var statistics = TrendStatistics.Of(days, [.. days.Select(day => 50 + day * 2.0)], 1);

        Assert.Equal(2, statistics.SlopePerDay, 6);
    }

    private static TrendStatistics Of(IEnumerable<double> values)
    {
        var list = values.ToList();
        return TrendStatistics.Of([.. Enumerable.Range(0, list.Count)], list, 1);
    }
}
