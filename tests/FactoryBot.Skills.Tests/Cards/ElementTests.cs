using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tests.Cards;

public sealed class ElementTests
{
    [Theory]
    [InlineData("https://docs.example.com/oee", true)]
    [InlineData("https://example.com/", true)]
    [InlineData("http://example.com/", false)]
    [InlineData("https://example.com@evil.example/", false)]
    [InlineData("https://user@example.com/", false)]
    [InlineData("https://notexample.com/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(null, false)]
    public void Allows_Address_OnlyHttpsOfNamedHosts(string? url, bool allowed) =>
        Assert.Equal(allowed, new AllowedLinks(["example.com"]).Allows(url));

    [Fact]
    public void Execute_Fallback_SubmitsTheSameDataWithTheVerb()
    {
        var fallback = Assert.IsType<SubmitAction>(ExecuteAction.Of("Approve", "quotes.approve", ("id", "12")).Fallback);

        Assert.Equal("Approve", fallback.Title);
        Assert.Equal(new Dictionary<string, string> { ["verb"] = "quotes.approve", ["id"] = "12" }, fallback.Data);
    }

    [Fact]
    public void Series_MissingAndEndlessPoints_AreLeftOut()
    {
        var series = ChartSeries.Of("OEE", [(new DateOnly(2026, 11, 1), 61.23456), (new(2026, 11, 2), null), (new(2026, 11, 3), double.NaN)]);

        Assert.Equal([new ChartPoint("1 Nov", 61.2346)], series.Values);
    }

    [Fact]
    public void Series_FewDays_NameTheMonthWhereItChanges()
    {
        var first = new DateOnly(2026, 10, 29);

        var series = ChartSeries.Of("OEE", Enumerable.Range(0, 5).Select(d => (first.AddDays(d), (double?)60)));

        Assert.Equal(["29 Oct", "30", "31", "1 Nov", "2"], series.Values.Select(v => v.X));
    }

    [Fact]
    public void Series_SameDayOfTwoMonths_KeepsItsMonth()
    {
        var first = new DateOnly(2026, 2, 2);

        var series = ChartSeries.Of("OEE", Enumerable.Range(0, 7).Select(w => (first.AddDays(7 * w), (double?)60)));

        Assert.Equal(["2 Feb", "9", "16", "23", "2 Mar", "9 Mar", "16 Mar"], series.Values.Select(v => v.X));
    }

    [Fact]
    public void Series_MoreDaysThanLabelsFit_LieOnAnAxisOfTime()
    {
        var first = new DateOnly(2026, 11, 1);

        var series = ChartSeries.Of("OEE", Enumerable.Range(0, 11).Select(d => (first.AddDays(d), (double?)60)));

        Assert.Equal("2026-11-11", series.Values[^1].X);
    }

    [Fact]
    public void Gauge_AboveHundred_GrowsItsScale() => Assert.Equal(141, GaugeChart.Percent("Performance", 140.2).Max);

    [Fact]
    public void ChartFallback_FewPoints_NamesEach() =>
        Assert.Equal(
            "Jam: 95\nTool change: 1,240.5",
            Plain(new HorizontalBarChart { Title = "Downtime", YAxisTitle = "min", Data = ChartData.Bars([("Jam", 95), ("Tool change", 1240.5)]) }));

    [Fact]
    public void ChartFallback_Days_AreWrittenAsPeopleDo() =>
        Assert.Equal("Mon 9 Nov: 7.25", Plain(new VerticalBarChart { Title = "Scrap", Data = ChartData.Bars([("2026-11-09", 7.25)]) }));

    [Fact]
    public void ChartFallback_ManyPoints_NamesTheTellingOnes() =>
        Assert.Equal(
            "Line 1: 1 (1) → 30 (30), lowest 1 (1), highest 30 (30)",
            Plain(new LineChart { Title = "OEE", Data = [ChartSeries.Of("Line 1", Enumerable.Range(1, 30).Select(i => ($"{i}", (double?)i)))] }));

    [Fact]
    public void ChartFallback_SeriesWithAGap_ShowsADash() =>
        Assert.Equal(
            "     A  B\nMon  1  2\nTue  3  –",
            Plain(new GroupedBarChart
            {
                Title = "Scrap",
                Data = [ChartSeries.Of("A", [("Mon", (double?)1), ("Tue", 3)]), ChartSeries.Of("B", [("Mon", (double?)2), ("Tue", null)])],
            }));

    private static string Plain(Chart chart) => CardPlainText.Of(new() { Body = [chart] });
}
