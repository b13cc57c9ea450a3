using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class OeeReportTests
{
    private static readonly PlantData Plant = new()
    {
        Version = 1,
        FirstDay = new(2026, 10, 1),
        LastDay = new(2026, 11, 18),
        Sites = [],
        Lines = [],
        Machines = [],
        Shifts = [],
        Products = [],
    };

    [Fact]
    public void Of_AMonth_IsComparedWithTheMonthBefore()
    {
        var report = Make("2026-10-01", "2026-10-31", Day("2026-10-05", 80), Day("2026-09-30", 60), Day("2026-09-01", 60), Day("2026-08-31", 10));

        Assert.Equal((0.8m, 0.6m, 0.2m), (report.Figures.Oee, report.Before!.Oee, report.Change));
        Assert.Equal("the month before", report.BeforePeriod.Words);
    }

    [Fact]
    public void Of_NoDaysBefore_HasNoChange()
    {
        var report = Make("2026-11-09", "2026-11-15", Day("2026-11-09", 80));

        Assert.Null(report.Before);
        Assert.DoesNotContain("week before", OeeText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_APeriodThatReachesPastTheData_SaysWhereItEnds()
    {
        var report = Make("2026-11-16", "2026-11-21", Day("2026-11-16", 80), Day("2026-11-17", 80), Day("2026-11-18", 80));

        Assert.Equal(["The data ends on 18 Nov 2026."], report.Warnings);
    }

    [Fact]
    public void Of_TooManyMissingDays_CountsThem()
    {
        var report = Make("2026-11-02", "2026-11-08", Day("2026-11-08", 80));

        Assert.Equal(["No data for 6 days, the first of them 2 Nov 2026."], report.Warnings);
    }

    [Fact]
    public void Of_APeriodBeforeWithGaps_SaysHowManyDaysItHas()
    {
        var report = Make("2026-11-10", "2026-11-11", Day("2026-11-10", 80), Day("2026-11-11", 80), Day("2026-11-09", 70));

        Assert.Equal(["For the 2 days before, 1 of 2 days have data."], report.Warnings);
    }

    [Fact]
    public void Text_NothingPlanned_SaysItCannotBeComputed()
    {
        var report = Make("2026-11-16", "2026-11-16", new OeeDay(new(2026, 11, 16), OeeSums.Of(0, 0, 1, 0, 0)));

        Assert.Equal(
            "OEE of the whole plant cannot be computed on 16 Nov 2026. Availability not computable, performance not computable, quality not computable.",
            OeeText.Of(report));
    }

    [Theory]
    [InlineData(70, ", 10.0 points above the day before.")]
    [InlineData(95, ", 15.0 points below the day before.")]
    [InlineData(80, ", the same as the day before.")]
    public void Text_Change_IsInPoints(int before, string expected) =>
        Assert.Contains(expected, OeeText.Of(Make("2026-11-17", "2026-11-17", Day("2026-11-17", 80), Day("2026-11-16", before))), StringComparison.Ordinal);

    [Theory]
    [InlineData(10, 10, "OEE % per day")]
    [InlineData(200, 29, "OEE % per week")]
    [InlineData(1_000, 33, "OEE % per month")]
    public void Trend_OfALongPeriod_IsRolledUp(int days, int points, string title)
    {
        var trend = OeeTrend.Of([.. Enumerable.Range(0, days).Select(i => new OeeDay(new DateOnly(2024, 1, 1).AddDays(i), OeeSums.Of(100, 100, 1, i % 100, i % 100)))]);

        Assert.Equal((title, points), (trend.Title, trend.Points.Count));
        if (days == 200)
            Assert.Equal(0.03m, trend.Points[0].Oee);
    }

    private static OeeReport Make(string from, string to, params OeeDay[] days) =>
        OeeReport.Of(new(MetricsPlant.Asker(), Plant, new(), Period.Of(Date(from), Date(to)), false, new(), "q"), [.. days.OrderBy(day => day.Day)]);

    private static OeeDay Day(string day, int good) => new(Date(day), OeeSums.Of(100, 100, 1, 100, good));

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
