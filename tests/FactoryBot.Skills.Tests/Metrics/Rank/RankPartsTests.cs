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
        Assert.Contains("Most of it: Mechanical breakdown, 4.0 h (", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("rank-downtime", answer.Card);
    }

    [Fact]
    public async Task Answer_MachinesBelowALimit_AreThoseOfTheWholeRankingBelowIt()
    {
        PlantQuestion week = new() { Period = "2026-11-09/2026-11-15" };
        var all = await AskAsync(week);
        var values = all.Data!.Value.GetProperty("ranked").EnumerateArray().Select(r => (Name: r.GetProperty("name").GetString()!, Value: r.GetProperty("value").GetDecimal())).ToList();
        var between = Math.Round((values[1].Value + values[2].Value) * 50, 2);

        var below = await AskAsync(week, limit: $"below {between.ToString(System.Globalization.CultureInfo.InvariantCulture)} %");

        Assert.Equal(values.Where(v => v.Value * 100 < between).OrderBy(v => v.Value).Select(v => v.Name), Names(below));
        Assert.StartsWith("2 of 4 machines were below ", below.Text, StringComparison.Ordinal);
        CardSamples.Save("rank-limit", below.Card);
    }

    [Fact]
    public async Task Answer_NoneBeyondTheLimit_SaysSoAndNamesTheNearest()
    {
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15" }, limit: "below 5 %");

        Assert.Empty(Names(answer));
        Assert.StartsWith("None of the 4 machines was below 5 % in OEE last week", answer.Text, StringComparison.Ordinal);
        Assert.Contains("the nearest is ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_BelowAverage_IsHeldAgainstTheFigureOfTheWhole()
    {
        PlantQuestion week = new() { Period = "2026-11-09/2026-11-15" };
        var whole = (await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), week, default)).Data!.Value.GetProperty("oee").GetDecimal();

        var answer = await AskAsync(week, limit: "below average");

        Assert.NotEmpty(Names(answer));
        Assert.All(answer.Data!.Value.GetProperty("ranked").EnumerateArray(), r => Assert.True(r.GetProperty("value").GetDecimal() < whole));
    }

    [Fact]
    public async Task Answer_TheWorstDay_IsTheDayOfTheSpike()
    {
        var answer = await AskAsync(new() { Machine = "Assembly-001", Period = "2026-11-01/2026-11-20" }, "scrap rate", "worst");

        Assert.Equal("5 Nov 2026", Names(answer)[0]);
        Assert.StartsWith("Worst day of Assembly-001 by scrap rate", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ShiftsBelowALimit_AreThoseOfSingleDays()
    {
        var answer = await AskAsync(new() { By = "shift", Period = "2026-11-09/2026-11-15" }, limit: "above 1 %");

        Assert.Equal(14, Names(answer).Count);
        Assert.Contains("14 of 14 shifts were above 1 % in OEE", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Names(answer), name => name == "night shift 12 Nov 2026");
    }

    [Theory]
    [InlineData("OEE", "above 2 h", "“OEE” is a percentage, so it cannot be “above 2 h”.")]
    [InlineData("stops", "above 10 min", "“stops” is a count, so it cannot be “above 10 min”.")]
    [InlineData("OEE", "nearly nothing", "“nearly nothing” is no limit that I can read.")]
    public async Task Answer_ALimitThatIsNone_IsNamed(string figure, string limit, string says)
    {
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15" }, figure, limit: limit);

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.StartsWith(says, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ScrapAboveAPercentage_IsTheRate() =>
        Assert.Equal("scrap rate", (await AskAsync(new() { Period = "2026-11-05" }, "scrap", limit: "above 3 %")).Data!.Value.GetProperty("figure").GetString());

    [Fact]
    public async Task Answer_EveryMeasureAndSplit_IsAnsweredOrSaysWhyNot()
    {
        foreach (var measure in Measure.All)
        {
            foreach (var by in new[] { "machine", "line", "shift", "site", "product", "day" })
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

    private Task<SkillResult> AskAsync(PlantQuestion question, string? figure = null, string? order = null, int? count = null, string? limit = null) =>
        loaded.Plant.Rank.AnswerAsync(MetricsPlant.Asker(), question, figure, order, count, limit, default);
}
