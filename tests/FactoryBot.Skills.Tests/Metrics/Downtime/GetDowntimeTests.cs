using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Downtime;

public sealed class GetDowntimeTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_AWeekOfThePlant_EqualsTheGeneratedStops()
    {
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15" });

        var stops = Stops.Where(InWeek).ToList();
        var data = answer.Data!.Value;
        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Equal(Minutes(stops.Where(s => !s.Planned)), data.GetProperty("unplannedMinutes").GetDecimal());
        Assert.Equal(Minutes(stops.Where(s => s.Planned)), data.GetProperty("plannedMinutes").GetDecimal());
        Assert.Equal(stops.Count(s => !s.Planned), data.GetProperty("unplannedStops").GetInt32());
        Assert.Equal(stops.Count, answer.Proof!.RowsRead);
        Assert.Equal(4, data.GetProperty("machines").GetArrayLength());
        CardSamples.Save("downtime", answer.Card);
    }

    [Fact]
    public async Task Answer_TheBreakdownOfTheStory_IsTheLongestAndAMajorStop()
    {
        var data = (await AskAsync(new() { Machine = "Packaging-001", Period = "2026-11-12" })).Data!.Value;

        var longest = data.GetProperty("longest");
        Assert.Equal(("Mechanical breakdown", 240m), (longest.GetProperty("reason").GetString(), longest.GetProperty("minutes").GetDecimal()));
        Assert.Equal("2026-11-12T09:20:00+01:00", longest.GetProperty("start").GetString());
        Assert.Equal(1, data.GetProperty("major").GetArrayLength());
        Assert.True(data.GetProperty("mttrMinutes").GetDecimal() > 0);
        Assert.Equal("Mechanical breakdown", data.GetProperty("reasons")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Answer_InWords_NamesTheCauseAndTheChange()
    {
        var answer = await AskAsync(new() { Machine = "Packaging-001", Period = "2026-11-12" });

        Assert.StartsWith("Packaging-001 stood still unplanned for ", answer.Text, StringComparison.Ordinal);
        Assert.Contains(" more than the day before. Most of it: Mechanical breakdown, ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The longest stop: 4.0 h of Packaging-001 from 12 Nov 09:20, Mechanical breakdown", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Warnings);
        Assert.Equal(answer.Text, answer.Card!.FallbackText);
        CardSamples.Save("downtime-machine", answer.Card);
    }

    [Theory]
    [InlineData("Changeover")]
    [InlineData("change-overs")]
    [InlineData("lack of material")]
    [InlineData("Sensor failure")]
    public async Task Answer_OfOneReason_IsWhatTheParetoGivesIt(string reason)
    {
        var all = (await AskAsync(new() { Period = "2026-11-09/2026-11-15" })).Data!.Value;
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15", Reason = reason });

        var one = answer.Data!.Value.GetProperty("reason");
        var name = one.GetProperty("name").GetString();
        var listed = all.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("reason").GetString() == name);
        Assert.Equal(listed.GetProperty("minutes").GetDecimal(), one.GetProperty("minutes").GetDecimal());
        Assert.Equal(listed.GetProperty("stops").GetInt32(), one.GetProperty("stops").GetInt32());
        Assert.Equal(listed.GetProperty("share").GetDecimal(), one.GetProperty("share").GetDecimal());
        Assert.Equal(one.GetProperty("minutes").GetDecimal(), one.GetProperty("machines").EnumerateArray().Sum(m => m.GetProperty("minutes").GetDecimal()), 1);
        Assert.Contains($"because of {name} ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("stop reason " + name, answer.Proof!.ToString(), StringComparison.Ordinal);
        Assert.Contains("The longest stop: ", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("downtime-reason", answer.Card);
    }

    [Fact]
    public async Task Answer_SoManyOfTheLongest_ListsThoseOfAll()
    {
        var all = (await AskAsync(new() { Period = "2026-11-09/2026-11-15", Limit = "above 0 min" })).Data!.Value.GetProperty("listed").EnumerateArray().ToList();
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15", Limit = "longest 7" });

        Assert.Equal(all.Take(7).Select(stop => stop.GetRawText()), answer.Data!.Value.GetProperty("listed").EnumerateArray().Select(stop => stop.GetRawText()));
        Assert.StartsWith($"The 7 longest of {answer.Data!.Value.GetProperty("unplannedStops")} unplanned stops of ", answer.Text, StringComparison.Ordinal);
        Assert.Contains(": 4.0 h of Packaging-001 from 12 Nov 09:20", answer.Text, StringComparison.Ordinal);
        Assert.Equal(6, answer.Text.Count(c => c == ';'));
    }

    [Fact]
    public async Task Answer_TheLatest_IsTheOneThatBeganLast()
    {
        var all = (await AskAsync(new() { Period = "2026-11-09/2026-11-15", Limit = "above 0 min" })).Data!.Value.GetProperty("listed").EnumerateArray().ToList();
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15", Limit = "latest 1" });

        var last = Assert.Single(answer.Data!.Value.GetProperty("listed").EnumerateArray());
        Assert.True(last.GetProperty("start").GetDateTimeOffset() >= all.Max(stop => stop.GetProperty("start").GetDateTimeOffset()));
        Assert.StartsWith($"The last of {answer.Data!.Value.GetProperty("unplannedStops")} unplanned stops of ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAKindOfReasons_AddsTheReasonsUp()
    {
        var all = (await AskAsync(new() { Period = "2026-11-09/2026-11-15" })).Data!.Value;
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15", Reason = "setup" });

        string[] setUp = ["Tool change", "Changeover", "Adjustment"];
        var listed = all.GetProperty("reasons").EnumerateArray().Where(r => setUp.Contains(r.GetProperty("reason").GetString()));
        Assert.Equal("Set-up", answer.Data!.Value.GetProperty("reason").GetProperty("name").GetString());
        Assert.Equal(listed.Sum(r => r.GetProperty("minutes").GetDecimal()), answer.Data!.Value.GetProperty("reason").GetProperty("minutes").GetDecimal(), 1);
        Assert.Contains("By reason: ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAReasonThatNobodyKnows_NamesItAndTheNearest()
    {
        var answer = await AskAsync(new() { Reason = "Earthquake" });

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.StartsWith("There is no stop reason called “Earthquake”. The nearest: ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAReasonWithoutStops_SaysThatOthersHaveSome()
    {
        var answer = await AskAsync(new() { Machine = "Testing-001", Period = "2026-11-09/2026-11-15", Reason = "Tool change" });

        Assert.Equal(ResultStatus.NoRows, answer.Status);
        Assert.Equal("No stop of Testing-001 because of Tool change is recorded for 9–15 Nov 2026, though stops for other reasons are.", answer.Text);
    }

    [Fact]
    public async Task Answer_PerStop_LeadsWithTheAverage()
    {
        var answer = await AskAsync(new() { Machine = "CNC-001", Period = "2026-11-09/2026-11-15", Mean = "per stop" });

        var data = answer.Data!.Value;
        Assert.StartsWith("An unplanned stop of CNC-001 took ", answer.Text, StringComparison.Ordinal);
        Assert.Equal(data.GetProperty("unplannedMinutes").GetDecimal() / data.GetProperty("unplannedStops").GetInt32(), data.GetProperty("minutesPerStop").GetDecimal(), 1);
    }

    [Theory]
    [InlineData("2026-10-22/2026-11-20")]
    [InlineData("2026-10-25")]
    public async Task Answer_ShiftsMachinesAndLines_AddUpToThePlant(string period)
    {
        var whole = await MinutesAsync(new() { Period = period });

        Assert.Equal(whole, await MinutesAsync(new() { Period = period, Shift = "Day" }) + await MinutesAsync(new() { Period = period, Shift = "Night" }), 1);
        Assert.Equal(whole, await MinutesAsync(new() { Period = period, Line = "Line 1" }) + await MinutesAsync(new() { Period = period, Line = "Line 2" }), 1);
    }

    [Fact]
    public async Task Answer_UnplannedTime_IsWhatProductionLost()
    {
        var oee = (await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-09/2026-11-15" }, CancellationToken.None)).Data!.Value;

        Assert.Equal(
            oee.GetProperty("plannedMinutes").GetDecimal() - oee.GetProperty("runMinutes").GetDecimal(),
            await MinutesAsync(new() { Period = "2026-11-09/2026-11-15" }));
    }

    [Fact]
    public async Task Answer_StopsWithoutReasonAndBookedTwice_WarnsAndCountsTheTimeOnce()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("""
                update plant.fact_production_stop set stop_reason_id = null where day = '2026-11-12' and machine_id = 3 and not planned;
                insert into plant.fact_production_stop
                select tenant_id, day, stop_id + 1000000, machine_id, shift_id, 4, planned, started_at, ended_at
                from plant.fact_production_stop where day = '2026-11-12';
                """);
            await scope.CommitAsync(CancellationToken.None);
        }

        var once = (await AskAsync(new() { Machine = "Packaging-001", Period = "2026-11-12" })).Data!.Value;
        var answer = await plant.Downtime.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Packaging-001", Period = "2026-11-12" }, CancellationToken.None);

        Assert.Equal(once.GetProperty("unplannedMinutes").GetDecimal(), answer.Data!.Value.GetProperty("unplannedMinutes").GetDecimal());
        Assert.Equal(once.GetProperty("unplannedStops").GetInt32(), answer.Data!.Value.GetProperty("unplannedStops").GetInt32());
        Assert.Contains(answer.Warnings, warning => warning.EndsWith(" have no reason.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_ProductionButNoStops_SaysSo()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("delete from plant.fact_production_stop");
            await scope.CommitAsync(CancellationToken.None);
        }

        var answer = await plant.Downtime.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-12" }, CancellationToken.None);

        Assert.Equal((ResultStatus.NoRows, "No stop of the whole plant is recorded for 12 Nov 2026, though production is."), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Answer_ForAnotherTenant_SeesNothing() => Assert.Equal(
        ResultStatus.NoData,
        (await loaded.Plant.Downtime.AnswerAsync(MetricsPlant.Asker(MetricsPlant.Other), new(), CancellationToken.None)).Status);

    [Fact]
    public async Task Answer_AskedAgain_ComesFromMemoryAndIsNotTheOee()
    {
        var question = new PlantQuestion { Machine = "CNC-001", Period = "2026-11-09/2026-11-15" };
        var first = await AskAsync(question);

        Assert.Same(first, await AskAsync(question));
        Assert.NotSame(first, await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), question, CancellationToken.None));
    }

    [Fact]
    public async Task Answer_UnknownMachine_OffersTheSameQuestionForTheNearest()
    {
        var answer = await AskAsync(new() { Machine = "Asembly-007", Period = "last week" });

        Assert.Equal(new Choice("Assembly-001", "What was the downtime of Assembly-001 last week?"), answer.Choices[0]);
    }

    [Fact]
    public async Task Answer_StopsAboveALimit_AreThoseOfTheGeneratedOnes()
    {
        var answer = await AskAsync(new() { Period = "2026-11-09/2026-11-15", Limit = "above 20 min" });

        var expected = Stops.Where(InWeek).Where(stop => !stop.Planned && stop.End - stop.Start > TimeSpan.FromMinutes(20)).OrderByDescending(stop => stop.End - stop.Start).ToList();
        var listed = answer.Data!.Value.GetProperty("listed");
        Assert.Equal(expected.Select(stop => Math.Round((decimal)(stop.End - stop.Start).TotalMinutes, 2)), listed.EnumerateArray().Select(stop => stop.GetProperty("minutes").GetDecimal()));
        Assert.StartsWith($"{expected.Count} of {Stops.Count(stop => InWeek(stop) && !stop.Planned)} unplanned stops of the whole plant were above 20 min last week", answer.Text, StringComparison.Ordinal);
        Assert.Contains("4.0 h of Packaging-001 from 12 Nov 09:20, Mechanical breakdown", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("downtime-limit", answer.Card);
    }

    [Fact]
    public async Task Answer_NoStopBeyondTheLimit_NamesTheLongest()
    {
        var answer = await AskAsync(new() { Machine = "Packaging-001", Period = "2026-11-12", Limit = "above 10 h" });

        Assert.Equal(0, answer.Data!.Value.GetProperty("listed").GetArrayLength());
        Assert.Contains(" was above 10 h on 12 Nov 2026; the longest: 4.0 h of Packaging-001", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithoutALimit_ListsTheLongestStops()
    {
        var listed = (await AskAsync(new() { Period = "2026-11-09/2026-11-15" })).Data!.Value.GetProperty("listed");

        Assert.Equal(5, listed.GetArrayLength());
        Assert.Equal(240m, listed[0].GetProperty("minutes").GetDecimal());
    }

    [Theory]
    [InlineData("above 5 %")]
    [InlineData("often")]
    public async Task Answer_ALimitThatIsNoTime_IsNamed(string limit) =>
        Assert.StartsWith($"Stops are held against a time, so they cannot be “{limit}”.", (await AskAsync(new() { Limit = limit })).Text, StringComparison.Ordinal);

    private static IReadOnlyList<StopRow> Stops => GenerateDemo.Run(new(2026, 11, 20), 30, 1).Stops;

    private static bool InWeek(StopRow stop) => stop.Day >= new DateOnly(2026, 11, 9) && stop.Day <= new DateOnly(2026, 11, 15);

    private static decimal Minutes(IEnumerable<StopRow> stops) => Math.Round((decimal)stops.Sum(stop => (stop.End - stop.Start).TotalSeconds) / 60, 2);

    private Task<SkillResult> AskAsync(PlantQuestion question) => loaded.Plant.Downtime.AnswerAsync(MetricsPlant.Asker(), question, CancellationToken.None);

    private async Task<decimal> MinutesAsync(PlantQuestion question) => (await AskAsync(question)).Data!.Value.GetProperty("unplannedMinutes").GetDecimal();
}
