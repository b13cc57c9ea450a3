using System.Globalization;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Cells;

namespace FactoryBot.Skills.Tests.Metrics.Cells;

public class BucketRunTests
{
    [Theory]
    [InlineData("2026-04-01", "2026-06-30", "Quarter 04-01..06-30")]
    [InlineData("2026-01-01", "2026-12-31", "Quarter 01-01..12-31")]
    [InlineData("2026-04-01", "2026-05-31", "Month 04-01..05-31")]
    [InlineData("2026-04-10", "2026-04-12", "Day 04-10..04-12")]
    [InlineData("2026-02-20", "2026-03-10", "Day 02-20..03-10")]
    [InlineData("2026-02-01", "2026-07-31", "Month 02-01..03-31, Quarter 04-01..06-30, Month 07-01..07-31")]
    [InlineData("2026-01-15", "2026-08-05", "Day 01-15..01-31, Month 02-01..03-31, Quarter 04-01..06-30, Month 07-01..07-31, Day 08-01..08-05")]
    [InlineData("2026-02-15", "2026-05-15", "Day 02-15..02-28, Month 03-01..04-30, Day 05-01..05-15")]
    public void Of_Days_AreTheLargestBucketsThatAreWhole(string from, string to, string expected)
    {
        var runs = BucketRun.Of(new(Date(from), Date(to)));

        Assert.Equal(expected, string.Join(", ", runs.Select(run => $"{run.Grain} {run.From:MM-dd}..{run.Before.AddDays(-1):MM-dd}")));
    }

    [Fact]
    public void Of_AnyDays_HoldsEachOfThemOnceAndNoOther()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var from = new DateOnly(2024, 1, 1).AddDays(random.Next(800));
            var to = from.AddDays(random.Next(500));

            var days = BucketRun.Of(new(from, to)).SelectMany(run => Enumerable.Range(0, run.Before.DayNumber - run.From.DayNumber).Select(run.From.AddDays));

            Assert.Equal(Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays), days);
        }
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
