using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Trend;

public sealed class ShowTrendTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_OeeOfThePlant_IsRising()
    {
        var answer = await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new(), null, default);

        var data = answer.Data!.Value;
        Assert.Equal("rising", data.GetProperty("direction").GetString());
        Assert.Equal(("2026-10-22", "2026-11-20"), (data.GetProperty("from").GetString(), data.GetProperty("to").GetString()));
        Assert.Equal(30, data.GetProperty("days").GetArrayLength());
        Assert.Contains("It is rising by about ", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("trend", answer.Card);
    }

    [Fact]
    public async Task Answer_ScrapOfAssembly_NamesTheSpike()
    {
        var answer = await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Assembly-001" }, "scrap rate", default);

        Assert.Contains("5 Nov 2026 with ", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("trend-scrap", answer.Card);
    }

    [Fact]
    public async Task Answer_DowntimeOfPackaging_NamesTheBreakdown()
    {
        var answer = await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Packaging-001" }, "downtime", default);

        Assert.Contains("12 Nov 2026 with ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_EveryMeasure_IsAnswered()
    {
        foreach (var measure in Measure.All)
            Assert.Equal(ResultStatus.Answered, (await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 1" }, measure.Name, default)).Status);
    }

    [Theory]
    [InlineData("2026-11-05", "Unusual: 5 Nov 2026 with ")]
    [InlineData("2026-11-10", "Nothing unusual: it does not stand out among the ")]
    [InlineData("2026-11-09/2026-11-10", "Nothing unusual: they do not stand out among the ")]
    public async Task Answer_AFewDays_AreHeldAgainstTheDaysBefore(string period, string says)
    {
        var answer = await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Assembly-001", Period = period }, "scrap rate", default);

        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.Contains(" days up to then, with ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WhatIsNotKnown_IsNamed()
    {
        Assert.Equal(ResultStatus.NotUnderstood, (await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new(), "mood", default)).Status);
        Assert.Equal(ResultStatus.NoRows, (await loaded.Plant.Trend.AnswerAsync(MetricsPlant.Asker(), new() { Product = "Pump housing" }, "stops", default)).Status);
    }
}
