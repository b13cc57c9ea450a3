using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Output;

public sealed class GetOutputTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    private const string Week = "2026-11-09/2026-11-15";
    private static readonly string[] Splits = ["days", "machines", "lines", "shifts", "products"];

    [Fact]
    public async Task Production_AWeek_EqualsTheGeneratedRows()
    {
        var answer = await ProductionAsync(new() { Period = Week });

        var rows = Generated(9);
        var data = answer.Data!.Value;
        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Equal(
            (rows.Sum(r => (long)r.Total), rows.Sum(r => (long)r.Good), rows.Sum(r => (long)r.Scrap)),
            (Number(data, "total"), Number(data, "good"), Number(data, "scrap")));
        Assert.Equal(Generated(2).Sum(r => (long)r.Total), Number(data.GetProperty("before"), "total"));
        Assert.Equal(rows.Where(r => r.MachineId == 3).Sum(r => (long)r.Total), Number(Part(data, "machines", "Packaging-001"), "total"));
        Assert.Equal(rows.Where(r => r.ShiftId == 2).Sum(r => (long)r.Scrap), Number(Part(data, "shifts", "Night"), "scrap"));
        Assert.Equal(56, answer.Proof!.RowsRead);
        Assert.Contains("That is the sum over the machines", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("production", answer.Card);
    }

    [Theory]
    [InlineData(null, 7, "per day (7 days with production)")]
    [InlineData("by shift", 14, "per shift (14 shifts with production)")]
    [InlineData("by machine", 4, "per machine (4 machines with production)")]
    public async Task Production_Average_IsOverThePartsThatHaveAny(string? by, int parts, string said)
    {
        var answer = await ProductionAsync(new() { Period = Week, By = by, Mean = "average" });

        Assert.Equal(Generated(9).Sum(r => (decimal)r.Total) / parts, answer.Data!.Value.GetProperty("average").GetProperty("total").GetDecimal(), 3);
        Assert.Contains($"pieces on average {said}", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("production-average", answer.Card);
    }

    [Fact]
    public async Task Scrap_OfADefect_IsItsPartsInQualityIssuesBesideTheWholeScrap()
    {
        var all = (await ScrapAsync(new() { Period = Week })).Data!.Value.GetProperty("defects").EnumerateArray().ToList();
        var answer = await ScrapAsync(new() { Period = Week, Defect = "scratches" });

        var listed = all.Single(d => d.GetProperty("name").GetString() == "Surface scratch");
        Assert.Equal(listed.GetProperty("parts").GetInt64(), answer.Data!.Value.GetProperty("ofDefect").GetProperty("parts").GetInt64());
        Assert.Contains(" had Surface scratch in ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("defect type Surface scratch", answer.Proof!.ToString(), StringComparison.Ordinal);
        CardSamples.Save("scrap-defect", answer.Card);
    }

    [Fact]
    public async Task Scrap_OfADefectThatNobodyKnows_NamesIt()
    {
        var answer = await ScrapAsync(new() { Defect = "Dragon" });

        Assert.StartsWith("There is no defect type called “Dragon”. The nearest: ", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-22/2026-11-20", null, null)]
    [InlineData("2026-11-01/2026-11-12", "Line 2", null)]
    [InlineData("2026-11-05", null, "Night")]
    [InlineData("2026-11-03/2026-11-05", "Line 1", "Day")]
    public async Task Production_EverySplit_AddsUpToTheWhole(string period, string? line, string? shift)
    {
        var data = (await ProductionAsync(new() { Period = period, Line = line, Shift = shift })).Data!.Value;

        foreach (var split in Splits)
        {
            foreach (var name in new[] { "total", "good", "scrap" })
                Assert.Equal(Number(data, name), data.GetProperty(split).EnumerateArray().Sum(part => Number(part, name)));
        }
    }

    [Theory]
    [InlineData("by machine", "By machine: CNC-001 ")]
    [InlineData("shift", "By shift: Day ")]
    [InlineData("by product", "By product: ")]
    [InlineData("by line", "By line: Line 1 ")]
    [InlineData("Day", "By day: 9 Nov 2026 ")]
    public async Task Production_SplitAskedFor_IsInTheWords(string by, string expected)
    {
        var answer = await ProductionAsync(new() { Period = Week, By = by });

        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Empty(FactoryBot.Skills.Cards.CardRules.Check(answer.Card!));
    }

    [Fact]
    public async Task Production_UnknownSplit_NamesIt()
    {
        var answer = await ProductionAsync(new() { By = "colour" });

        Assert.Equal(
            (ResultStatus.NotUnderstood, "An answer cannot be split by “colour”, only by day, shift, line, machine, product, hour, work order."), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Scrap_TheSpikeOfTheStory_IsSeen()
    {
        var answer = await ScrapAsync(new() { Machine = "Assembly-001", Period = "2026-11-05" });

        var data = answer.Data!.Value;
        Assert.Equal(0.12m, data.GetProperty("scrapRate").GetDecimal(), 2);
        Assert.Equal(1 - data.GetProperty("scrapRate").GetDecimal(), data.GetProperty("firstPassYield").GetDecimal());
        Assert.Equal("Misaligned part", data.GetProperty("defects")[0].GetProperty("name").GetString());
        Assert.Matches(@"^Scrap of Assembly-001 was [0-9,]+ of [0-9,]+ pieces \([0-9.]+ %, [0-9.]+ per 1,000\) ", answer.Text);
        Assert.Contains(" points above the day before. First-pass yield 8", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Most parts in quality issues: Misaligned part, ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrap_AWeek_HasTheDefectsOfItsPieces()
    {
        var answer = await ScrapAsync(new() { Period = "2026-11-02/2026-11-08" });

        var data = answer.Data!.Value;
        Assert.Equal(Number(data, "scrap"), data.GetProperty("defects").EnumerateArray().Sum(d => Number(d, "parts")));
        Assert.Equal(Generated(2).Sum(r => (long)r.Scrap), Number(data, "scrap"));
        Assert.Equal(
            ["The week before", "Night shift", "CNC-001", "Production"],
            answer.Choices.Select(choice => choice.Title));
        Assert.Equal("What was the production of the whole plant from 2026-11-02 to 2026-11-08?", answer.Choices[3].Say);
        CardSamples.Save("scrap", answer.Card);
    }

    [Fact]
    public async Task Scrap_NoneBookedAndCountsThatDisagree_Warns()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("update plant.fact_production set scrap_count = 0, good_count = total_count - 1, work_order_id = null");
            await scope.CommitAsync(CancellationToken.None);
        }

        var answer = await plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { Machine = "CNC-001", Period = "2026-11-12" }, CancellationToken.None);

        Assert.Contains("do not add up to the total", answer.Warnings[0], StringComparison.Ordinal);
        Assert.Equal("no work order", answer.Data!.Value.GetProperty("products")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Scrap_NothingIsEverScrap_Warns()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("update plant.fact_production set scrap_count = 0, good_count = total_count");
            await scope.CommitAsync(CancellationToken.None);
        }

        var scrap = await plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { Machine = "CNC-001", Period = "2026-11-12" }, CancellationToken.None);
        var oee = await plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "CNC-001", Period = "2026-11-12" }, CancellationToken.None);

        Assert.StartsWith("No scrap of CNC-001 was booked at all among ", scrap.Warnings[0], StringComparison.Ordinal);
        Assert.Equal(scrap.Warnings, oee.Warnings);
    }

    [Fact]
    public async Task Production_ByHour_AddsUpToTheDay()
    {
        var answer = await ProductionAsync(new() { Machine = "CNC-001", Period = "2026-11-12", By = "by hour" });

        var data = answer.Data!.Value;
        Assert.Equal(data.GetProperty("total").GetInt64(), data.GetProperty("hours").EnumerateArray().Sum(hour => hour.GetProperty("total").GetInt64()));
        Assert.Equal("06:00", data.GetProperty("hours")[0].GetProperty("name").GetString());
        Assert.Matches(@"On average [0-9,.]+ pieces per hour ", answer.Text);
        Assert.Empty(answer.Warnings);
        CardSamples.Save("production-by-hour", answer.Card);
    }

    [Fact]
    public async Task Production_OfProducts_AddsUpToThePlant()
    {
        var whole = (await ProductionAsync(new() { Period = "2026-11-01/2026-11-20", By = "work order" })).Data!.Value;
        var parts = 0L;
        foreach (var product in new[] { "Pump housing", "Valve block", "Flange cover" })
            parts += (await ProductionAsync(new() { Period = "2026-11-01/2026-11-20", Product = product })).Data!.Value.GetProperty("total").GetInt64();

        Assert.Equal(whole.GetProperty("total").GetInt64(), parts);
        Assert.Equal(parts, whole.GetProperty("workOrders").EnumerateArray().Sum(order => order.GetProperty("total").GetInt64()));
    }

    [Fact]
    public async Task Production_NothingMade_HasNoRate()
    {
        var plant = await MetricsPlant.LoadedAsync(loaded.Postgres);
        await using (var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("update plant.fact_production set scrap_count = 0, good_count = 0, total_count = 0");
            await scope.CommitAsync(CancellationToken.None);
        }

        var answer = await plant.Output.ScrapAsync(MetricsPlant.Asker(), new() { Period = "2026-11-12" }, CancellationToken.None);

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.Contains("of 0 pieces (not computable)", answer.Text, StringComparison.Ordinal);
        Assert.Empty(FactoryBot.Skills.Cards.CardRules.Check(answer.Card!));
    }

    [Fact]
    public async Task Answers_OfOneQuestion_AreKeptApartByFigureAndSplit()
    {
        var question = new PlantQuestion { Period = Week };

        Assert.Same(await ProductionAsync(question), await ProductionAsync(question));
        Assert.NotSame(await ProductionAsync(question), await ScrapAsync(question));
        Assert.NotSame(await ProductionAsync(question), await ProductionAsync(question with { By = "shift" }));
    }

    [Fact]
    public async Task Production_ForAnotherTenant_SeesNothing() => Assert.Equal(
        ResultStatus.NoData,
        (await loaded.Plant.Output.ProductionAsync(MetricsPlant.Asker(MetricsPlant.Other), new(), CancellationToken.None)).Status);

    [Fact]
    public async Task Production_NoRows_SaysWhichDaysThereAre() =>
        Assert.Equal(ResultStatus.NoRows, (await ProductionAsync(new() { Period = "2025-01-01/2025-01-31" })).Status);

    private static List<ProductionRow> Generated(int monday) => [.. GenerateDemo.Run(new(2026, 11, 20), 30, 1).Production
        .Where(row => row.Day >= new DateOnly(2026, 11, monday) && row.Day < new DateOnly(2026, 11, monday + 7))];

    private static long Number(JsonElement data, string name) => data.GetProperty(name).GetInt64();

    private static JsonElement Part(JsonElement data, string split, string name) =>
        data.GetProperty(split).EnumerateArray().Single(part => part.GetProperty("name").GetString() == name);

    private Task<SkillResult> ProductionAsync(PlantQuestion question) =>
        loaded.Plant.Output.ProductionAsync(MetricsPlant.Asker(), question, CancellationToken.None);

    private Task<SkillResult> ScrapAsync(PlantQuestion question) =>
        loaded.Plant.Output.ScrapAsync(MetricsPlant.Asker(), question, CancellationToken.None);
}
