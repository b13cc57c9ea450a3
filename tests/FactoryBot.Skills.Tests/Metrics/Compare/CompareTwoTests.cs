using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Compare;

public sealed class CompareTwoTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    private const string Week = "2026-11-09/2026-11-15";

    [Fact]
    public async Task Answer_TwoLines_HasTheFiguresOfTheSingleQuestions()
    {
        var answer = await AskAsync(new() { Line = "Line 1", Period = Week, Other = new() { Line = "Line 2" } });

        var data = answer.Data!.Value;
        var (first, second) = (await OeeAsync(new() { Line = "Line 1", Period = Week }), await OeeAsync(new() { Line = "Line 2", Period = Week }));
        Assert.Equal((first, second), (data.GetProperty("first").GetProperty("value").GetDecimal(), data.GetProperty("second").GetProperty("value").GetDecimal()));
        Assert.Equal((first - second) * 100, data.GetProperty("difference").GetDecimal(), 3);
        Assert.Equal(first > second ? "Line 1" : "Line 2", data.GetProperty("higher").GetString());
        Assert.StartsWith("OEE last week (9–15 Nov 2026): Line 1 ", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("compare", answer.Card);
    }

    [Fact]
    public async Task Answer_TwoShifts_TheNightShiftIsWorse()
    {
        var answer = await AskAsync(new() { Shift = "Day", Period = "2026-11-01/2026-11-20", Other = new() { Shift = "Night" } });

        Assert.Contains("day shift is ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("points higher (better)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_TwoTimes_NamesThem()
    {
        var answer = await AskAsync(new() { Machine = "CNC-001", Period = "2026-11-16/2026-11-20", Other = new() { Period = Week } }, "scrap rate");

        Assert.StartsWith("Scrap rate of CNC-001: 16–20 Nov 2026 ", answer.Text, StringComparison.Ordinal);
        Assert.Equal("9–15 Nov 2026", answer.Data!.Value.GetProperty("second").GetProperty("label").GetString());
    }

    [Fact]
    public async Task Answer_Downtime_IsThatOfTheDowntimeQuestion()
    {
        var answer = await AskAsync(new() { Machine = "Packaging-001", Period = "2026-11-12", Other = new() { Machine = "CNC-001" } }, "downtime");

        var minutes = (await loaded.Plant.Downtime.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Packaging-001", Period = "2026-11-12" }, default))
            .Data!.Value.GetProperty("unplannedMinutes").GetDecimal();
        Assert.Equal(minutes / 60, answer.Data!.Value.GetProperty("first").GetProperty("value").GetDecimal(), 3);
        CardSamples.Save("compare-downtime", answer.Card);
    }

    [Fact]
    public async Task Answer_AMachineAndALine_AreTwoPlaces()
    {
        var answer = await AskAsync(new() { Machine = "CNC-001", Period = Week, Other = new() { Line = "Line 2" } });

        Assert.Equal("Line 2", answer.Data!.Value.GetProperty("second").GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Answer_TwoProducts_AreCompared()
    {
        var answer = await AskAsync(new() { Product = "Pump housing", Period = "2026-11-01/2026-11-20", Other = new() { Product = "Valve block" } });

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Equal("Valve block", answer.Data!.Value.GetProperty("second").GetProperty("label").GetString());
    }

    [Fact]
    public async Task Answer_WhatCannotBeCompared_SaysWhy()
    {
        Assert.Equal(ResultStatus.Clarify, (await AskAsync(new() { Line = "Line 1" })).Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await AskAsync(new() { Line = "Line 1", Other = new() { Line = "line 1" } })).Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await AskAsync(new() { Line = "Line 1", Other = new() { Line = "Line 7" } })).Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await AskAsync(new() { Line = "Line 1", Other = new() { Line = "Line 2" } }, "mood")).Status);
        Assert.Equal(ResultStatus.NoRows, (await AskAsync(new() { Period = "2026-11-12", Other = new() { Period = "2020-01-01" } })).Status);
        Assert.Equal(ResultStatus.NoRows, (await AskAsync(new() { Product = "Pump housing", Other = new() { Product = "Valve block" } }, "downtime")).Status);
    }

    private Task<SkillResult> AskAsync(PlantQuestion question, string? figure = null) =>
        loaded.Plant.Compare.AnswerAsync(MetricsPlant.Asker(), question, figure, default);

    private async Task<decimal> OeeAsync(PlantQuestion question) =>
        (await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), question, default)).Data!.Value.GetProperty("oee").GetDecimal();
}
