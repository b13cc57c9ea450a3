using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Rank;

public sealed class RankPartsTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_TheWorstMachineByOee_IsTheLowestOfTheSingleFigures()
    {
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15" }, order: "worst");

        var single = new List<(string Name, decimal Oee)>();
        foreach (var machine in new[] { "CNC-001", "Assembly-001", "Packaging-001", "Testing-001" })
            single.Add((machine, (await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Machine = machine, Period = "2026-11-09/2026-11-15" }, default)).Data!.Value.GetProperty("oee").GetDecimal()));
        Assert.Equal(single.OrderBy(s => s.Oee).Select(s => s.Name), Names(answer));
        Assert.StartsWith($"Worst machine by OEE last week (9–15 Nov 2026): {single.MinBy(s => s.Oee).Name} with ", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("rank", answer.Card);
    }

    [Fact]
    public async Task Answer_TheMostScrapOfTheSpikeDay_IsAssembly()
    {
        var answer = await AskAsync(new() { Period = "2026-11-05" }, "scrap rate", "worst", 3);

        Assert.Equal("Assembly-001", Names(answer)[0]);
        Assert.Contains("Worst 3 machines by scrap rate", answer.Text, StringComparison.Ordinal);
        Assert.Contains("3. ", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("highest", "OEE")]
    [InlineData("best", "OEE")]
    [InlineData("lowest", "scrap rate")]
    [InlineData("best", "scrap rate")]
    public async Task Answer_Shifts_DayIsFirst(string order, string figure)
    {
        var answer = await AskAsync(new() { By = "shift", Period = "2026-11-01/2026-11-20" }, figure, order);

        Assert.Equal(2, Names(answer).Count);
        if (figure == "OEE")
            Assert.Equal("Day", Names(answer)[0]);
    }

    [Fact]
    public async Task Answer_DowntimeOfTheBreakdownDay_IsThatOfTheDowntimeQuestion()
    {
        var answer = await AskAsync(new() { Period = "2026-11-12" }, "downtime", "highest");

        var machines = (await loaded.Plant.Downtime.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-12" }, default)).Data!.Value.GetProperty("machines");
        Assert.Equal(machines.EnumerateArray().Select(m => m.GetProperty("machine").GetString()), Names(answer));
        CardSamples.Save("rank-downtime", answer.Card);
    }

    [Fact]
    public async Task Answer_EveryMeasureAndSplit_IsAnsweredOrSaysWhyNot()
    {
        foreach (var measure in Measure.All)
        {
            foreach (var by in new[] { "machine", "line", "shift", "site", "product" })
            {
                var answer = await AskAsync(new() { By = by, Period = "2026-11-09/2026-11-15" }, measure.Name);

                Assert.Equal(measure.FromStops && by == "product" ? ResultStatus.NoRows : ResultStatus.Answered, answer.Status);
            }
        }
    }

    [Fact]
    public async Task Answer_WhatIsNotKnown_IsNamed()
    {
        Assert.Equal(ResultStatus.NotUnderstood, (await AskAsync(new() { By = "colour" })).Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await AskAsync(new(), "mood")).Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await AskAsync(new(), order: "sideways")).Status);
        Assert.Equal(ResultStatus.NoRows, (await AskAsync(new() { Period = "2020-01-01" })).Status);
    }

    private static List<string> Names(SkillResult answer) =>
        [.. answer.Data!.Value.GetProperty("ranked").EnumerateArray().Select(part => part.GetProperty("name").GetString()!)];

    private Task<SkillResult> AskAsync(PlantQuestion question, string? figure = null, string? order = null, int? count = null) =>
        loaded.Plant.Rank.AnswerAsync(MetricsPlant.Asker(), question, figure, order, count, default);
}
