using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class GetOeeTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    private static readonly DateOnly Yesterday = new(2026, 11, 20);

    [Fact]
    public async Task Answer_AMachineAndAWeek_EqualsTheGeneratedRows()
    {
        var answer = await AskAsync(loaded.Plant, new() { Machine = "Assembly-001", Period = "2026-11-09/2026-11-15" });

        var expected = Generated(row => row.MachineId == 2 && InWeek(row, 9));
        var before = Generated(row => row.MachineId == 2 && InWeek(row, 2));
        var data = answer.Data!.Value;
        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Equal(Math.Round(expected.Oee!.Value, 6), data.GetProperty("oee").GetDecimal());
        Assert.Equal(Math.Round(expected.Availability!.Value, 6), data.GetProperty("availability").GetDecimal());
        Assert.Equal(Math.Round(expected.Performance!.Value, 6), data.GetProperty("performance").GetDecimal());
        Assert.Equal(Math.Round(expected.Quality!.Value, 6), data.GetProperty("quality").GetDecimal());
        Assert.Equal(Math.Round(before.Oee!.Value, 6), data.GetProperty("before").GetProperty("oee").GetDecimal());
        Assert.Equal(Math.Round((expected.Oee - before.Oee)!.Value * 100, 4), data.GetProperty("before").GetProperty("changePoints").GetDecimal());
        Assert.Equal(7, data.GetProperty("trend").GetArrayLength());
        Assert.Equal("Assembly-001", data.GetProperty("machine").GetString());
        Assert.Equal("Line 1", data.GetProperty("line").GetString());
    }

    [Fact]
    public async Task Answer_AMachineAndAWeek_SaysItInWordsWithProof()
    {
        var answer = await AskAsync(loaded.Plant, new() { Machine = "Assembly-001", Period = "2026-11-09/2026-11-15" });

        var expected = Generated(row => row.MachineId == 2 && InWeek(row, 9));
        Assert.StartsWith($"OEE of Assembly-001 was {OeeText.Percent(expected.Oee)} last week (9–15 Nov 2026), ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("points above the week before. Availability ", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith(" pieces were good.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("9–15 Nov 2026", "Assembly-001", 14L), (answer.Proof!.Period, answer.Proof.Scope, answer.Proof.RowsRead));
        Assert.Equal(MetricsPlant.Now, answer.Proof.LoadedAt);
        CardSamples.Save("oee", answer.Card);
    }

    [Fact]
    public async Task Answer_LinesOfAPlant_AddUpToThePlant()
    {
        var period = "2026-11-01/2026-11-20";

        var whole = (await AskAsync(loaded.Plant, new() { Period = period })).Data!.Value;
        var parts = new List<JsonElement>();
        foreach (var line in new[] { "Line 1", "Line 2" })
            parts.Add((await AskAsync(loaded.Plant, new() { Line = line, Period = period })).Data!.Value);

        foreach (var name in new[] { "total", "good", "scrap", "plannedMinutes", "runMinutes", "idealMinutes", "rowsRead" })
            Assert.Equal(whole.GetProperty(name).GetDecimal(), parts.Sum(part => part.GetProperty(name).GetDecimal()), 1);
    }

    [Fact]
    public async Task Answer_AShift_ReadsThatShiftOnly()
    {
        var answer = await AskAsync(loaded.Plant, new() { Shift = "nightshift", Period = "2026-11-09/2026-11-15" });

        var expected = Generated(row => row.ShiftId == 2 && InWeek(row, 9));
        Assert.Equal(Math.Round(expected.Oee!.Value, 6), answer.Data!.Value.GetProperty("oee").GetDecimal());
        Assert.StartsWith("OEE of the whole plant on the night shift was ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("night shift", answer.Proof!.Filters);
    }

    [Theory]
    [InlineData("assembly 1")]
    [InlineData("ASSEMBLY-001")]
    [InlineData("Assembly 001")]
    [InlineData("assembly")]
    public async Task Answer_AMachineWrittenOtherwise_FindsIt(string typed)
    {
        Assert.Equal("Assembly-001", (await AskAsync(loaded.Plant, new() { Machine = typed })).Data!.Value.GetProperty("machine").GetString());
    }

    [Fact]
    public async Task Answer_NoPeriod_TakesTheLastSevenDaysWithDataAndSaysSo()
    {
        var answer = await AskAsync(loaded.Plant, new());

        Assert.Contains("in the last 7 days with data (14–20 Nov 2026)", answer.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-14", answer.Data!.Value.GetProperty("period").GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("last week", "2026-11-09", "2026-11-15")]
    [InlineData("yesterday", "2026-11-20", "2026-11-20")]
    [InlineData("2026-11-03", "2026-11-03", "2026-11-03")]
    [InlineData("last month", "2026-10-01", "2026-10-31")]
    public async Task Answer_PeriodInWords_IsReadFromTheAskersToday(string words, string from, string to)
    {
        var period = (await AskAsync(loaded.Plant, new() { Period = words })).Data!.Value.GetProperty("period");

        Assert.Equal((from, to), (period.GetProperty("from").GetString(), period.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task Answer_PeriodPartlyBeforeTheData_IsAnsweredWithWarnings()
    {
        var answer = await AskAsync(loaded.Plant, new() { Period = "2026-10-20/2026-10-25" });

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Contains("The period begins before the first loaded day (22 Oct 2026).", answer.Warnings);
        Assert.Equal(JsonValueKind.Undefined, answer.Data!.Value.TryGetProperty("before", out var before) ? before.ValueKind : JsonValueKind.Undefined);
    }

    [Fact]
    public async Task Answer_DaysWithoutRows_NamesThem()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("delete from plant.fact_production where day in ('2026-11-10', '2026-11-12')");
            await scope.CommitAsync(CancellationToken.None);
        }

        var answer = await AskAsync(plant, new() { Period = "2026-11-09/2026-11-15" });

        Assert.Contains("No data for 10 Nov 2026, 12 Nov 2026.", answer.Warnings);
    }

    [Fact]
    public async Task Answer_UnknownMachine_NamesItAndOffersTheNearest()
    {
        var answer = await AskAsync(loaded.Plant, new() { Machine = "Asembly-007", Period = "last week" });

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.Contains("“Asembly-007”", answer.Text, StringComparison.Ordinal);
        Assert.Equal(new Choice("Assembly-001", "What was the OEE of Assembly-001 last week?"), answer.Choices[0]);
        Assert.Null(answer.Data);
    }

    [Theory]
    [InlineData("line", "Line 9")]
    [InlineData("site", "Paris")]
    [InlineData("shift", "weekend")]
    public async Task Answer_OtherUnknownName_SaysWhatKindItIs(string kind, string name)
    {
        var question = kind switch
        {
            "line" => new PlantQuestion { Line = name },
            "site" => new() { Site = name },
            _ => new() { Shift = name },
        };

        var answer = await AskAsync(loaded.Plant, question);

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.StartsWith($"There is no {kind} called “{name}”.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AMachineOfAnotherLine_SaysWhereItBelongs()
    {
        var answer = await AskAsync(loaded.Plant, new() { Machine = "Packaging-001", Line = "Line 1" });

        Assert.Equal((ResultStatus.NotUnderstood, "Packaging-001 does not belong to Line 1; it belongs to Line 2."), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Answer_PeriodWithoutRows_SaysWhichDaysThereAre()
    {
        var answer = await AskAsync(loaded.Plant, new() { Period = "2025-01-01/2025-01-31" });

        Assert.Equal(ResultStatus.NoRows, answer.Status);
        Assert.Contains("Data is loaded from 22 Oct 2026 to 20 Nov 2026.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_PeriodToCome_SaysSo()
    {
        var answer = await AskAsync(loaded.Plant, new() { Period = "2026-12-01/2026-12-31" });

        Assert.Equal(ResultStatus.NoRows, answer.Status);
        Assert.StartsWith("1–31 Dec 2026 is still to come.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_UnreadablePeriod_NamesIt()
    {
        var answer = await AskAsync(loaded.Plant, new() { Period = "when the moon is blue" });

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.Contains("when the moon is blue", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_NothingLoaded_SaysWhatToDo()
    {
        var plant = new MetricsPlant(await loaded.Postgres.NewDatabaseAsync());

        var answer = await AskAsync(plant, new());

        Assert.Equal(ResultStatus.NoData, answer.Status);
        Assert.Contains("factorybot demo", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ForAnotherTenant_SeesNothingOfTheFirst()
    {
        await AskAsync(loaded.Plant, new() { Machine = "Assembly-001" });

        var answer = await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(MetricsPlant.Other), new() { Machine = "Assembly-001" }, CancellationToken.None);

        Assert.Equal(ResultStatus.NoData, answer.Status);
    }

    [Fact]
    public async Task Answer_AskedAgain_ComesFromMemoryUntilALoad()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        var question = new PlantQuestion { Machine = "CNC-001", Period = "2026-11-09/2026-11-15" };
        var first = await AskAsync(plant, question);

        Assert.Same(first, await AskAsync(plant, question));
        await plant.Demo.RunAsync(MetricsPlant.Tenant, new() { Seed = 2 }, null, CancellationToken.None);
        Assert.NotEqual(first.Data!.Value.GetProperty("oee").GetDecimal(), (await AskAsync(plant, question)).Data!.Value.GetProperty("oee").GetDecimal());
    }

    [Fact]
    public async Task Answer_WithTheCacheSwitchedOff_ReadsEachTime()
    {
        var plant = new MetricsPlant(loaded.Plant.Database, new() { CachedAnswers = 0 });

        Assert.NotEqual((await AskAsync(plant, new())).Proof!.QueryId, (await AskAsync(plant, new())).Proof!.QueryId);
    }

    [Fact]
    public async Task Answer_FollowUps_AreWholeQuestionsAndAtMostFour()
    {
        var answer = await AskAsync(loaded.Plant, new() { Machine = "Assembly-001", Period = "2026-11-09/2026-11-15" });

        Assert.Equal(
            [
                new("The week before", "What was the OEE of Assembly-001 from 2026-11-02 to 2026-11-08?"),
                new("Night shift", "What was the OEE of Assembly-001 on the night shift from 2026-11-09 to 2026-11-15?"),
                new("Packaging-001", "What was the OEE of Packaging-001 from 2026-11-09 to 2026-11-15?"),
                new("Whole plant", "What was the OEE of the whole plant from 2026-11-09 to 2026-11-15?"),
            ],
            answer.Choices);
    }

    private static Task<SkillResult> AskAsync(MetricsPlant plant, PlantQuestion question) =>
        plant.Oee.AnswerAsync(MetricsPlant.Asker(), question, CancellationToken.None);

    private static bool InWeek(ProductionRow row, int monday) => row.Day.Month == 11 && row.Day.Day >= monday && row.Day.Day < monday + 7;

    private static OeeFigures Generated(Func<ProductionRow, bool> where) => ComputeOee.Of(OeeSums.Of(
        GenerateDemo.Run(Yesterday, 30, 1).Production.Where(where)
            .Select(row => OeeSums.Of(row.PlannedSeconds, row.RunSeconds, row.IdealCycleSeconds, row.Total, row.Good))));
}
