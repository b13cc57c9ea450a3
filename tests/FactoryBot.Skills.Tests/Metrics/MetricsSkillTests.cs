using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class MetricsSkillTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    private SkillCatalog Catalog => new([new MetricsSkill(loaded.Plant.Oee, loaded.Plant.Stats, loaded.Plant.Coverage), new DowntimeSkill(loaded.Plant.Downtime), new OutputSkill(loaded.Plant.Output),
        new IssuesSkill(loaded.Plant.Issues)]);

    [Fact]
    public void Functions_AreDeclaredWithEnoughExamples() =>
        Assert.All(Catalog.All, function =>
        {
            Assert.True(function.Examples.Count >= 12);
            Assert.Equal(function.Examples.Count, function.Examples.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.Equal(("metrics", "metrics.view"), (function.Module, function.Permission));
        });

    [Fact]
    public async Task Oee_CalledAsAModelDoes_Answers()
    {
        var answer = await CallAsync("metrics_oee", ("machine", "Packaging-001"), ("period", "2026-11-12"), ("shift", "Day"));

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.StartsWith("OEE of Packaging-001 on the day shift was ", answer.Text, StringComparison.Ordinal);
        Assert.Contains(" points below the day before.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Answered, (await CallAsync("metrics_oee")).Status);
    }

    [Fact]
    public async Task Oee_OfADay_ShowsTheBreakdownOfTheStory()
    {
        var broken = (await CallAsync("metrics_oee", ("machine", "Packaging-001"), ("period", "2026-11-12"))).Data!.Value;
        var usual = (await CallAsync("metrics_oee", ("machine", "Packaging-001"), ("period", "2026-11-11"))).Data!.Value;

        Assert.True(broken.GetProperty("availability").GetDecimal() < usual.GetProperty("availability").GetDecimal() - 0.15m);
    }

    [Fact]
    public async Task Oee_Card_HasTheFigureTheFactorsTheTrendAndTheProof()
    {
        var answer = await CallAsync("metrics_oee", ("machine", "Assembly-001"), ("period", "2026-11-09/2026-11-15"));

        var body = answer.Card!.Body;
        var texts = Texts(body).ToList();
        var oee = OeeText.Percent(answer.Data!.Value.GetProperty("oee").GetDecimal());
        Assert.Contains(CardText.Escape("OEE · Assembly-001"), texts);
        Assert.Contains(CardText.Escape(oee), texts);
        Assert.Contains("ISO: effectiveness", texts);
        Assert.Contains(CardText.Escape(answer.Proof!.ToString()), texts);
        Assert.Equal(7, Assert.Single(body.OfType<LineChart>()).Data[0].Values.Count);
        Assert.Equal(answer.Text, answer.Card.FallbackText);
    }

    [Fact]
    public async Task Oee_CardOfOneDay_HasNoChart()
    {
        var answer = await CallAsync("metrics_oee", ("period", "2026-11-12"));

        Assert.Empty(answer.Card!.Body.OfType<LineChart>());
    }

    [Fact]
    public async Task Data_SaysMachinesReachAndFreshness()
    {
        var answer = await CallAsync("metrics_data");

        Assert.Equal(ResultStatus.Answered, answer.Status);
        Assert.StartsWith("4 machines on 2 lines at 1 site: CNC-001, Assembly-001, Packaging-001, Testing-001.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("22 Oct – 20 Nov 2026, loaded 21 Nov 2026 at 09:00 (Demo plant, 30 days). It is up to date.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(240, Rows(answer, "production"));
        Assert.Equal(1_920, Rows(answer, "hourly counts"));
        Assert.NotNull(answer.Card);
        Assert.NotNull(answer.Proof);
    }

    [Theory]
    [InlineData("period", "2026-11-01/2026-11-21", "The whole plant has data on all 20 days of 1–21 Nov 2026 so far, from 1 Nov 2026 to 20 Nov 2026.")]
    [InlineData("period", "2026-11-12", "The whole plant has data on 12 Nov 2026.")]
    [InlineData("machine", "CNC-001", "CNC-001 has data on all 30 days of 22 Oct – 20 Nov 2026, from 22 Oct 2026 to 20 Nov 2026.")]
    public async Task Data_OfATimeOrAPlace_SaysOnWhichDays(string slot, string value, string text)
    {
        var answer = await CallAsync("metrics_data", (slot, value));

        Assert.Equal((ResultStatus.Answered, text), (answer.Status, answer.Text));
        Assert.NotNull(answer.Proof);
    }

    [Fact]
    public async Task Data_OfATimeWithout_SaysThatThereAreNoRows() =>
        Assert.Equal(ResultStatus.NoRows, (await CallAsync("metrics_data", ("period", "2025-03-01/2025-03-31"), ("line", "Line 1"))).Status);

    [Fact]
    public async Task MachinesAndDateRange_GiveTheDataForRest()
    {
        var machines = await new ListMachines(loaded.Plant.Plants).AnswerAsync(MetricsPlant.Asker(), CancellationToken.None);
        var range = await new GetDateRange(loaded.Plant.Plants).AnswerAsync(MetricsPlant.Asker(), CancellationToken.None);

        Assert.Equal(4, machines.Data!.Value.GetProperty("machines").GetArrayLength());
        Assert.Equal("Line 1", machines.Data!.Value.GetProperty("machines")[0].GetProperty("line").GetString());
        Assert.Equal(("2026-10-22", "2026-11-20", 30), (
            range.Data!.Value.GetProperty("from").GetString(),
            range.Data!.Value.GetProperty("to").GetString(),
            range.Data!.Value.GetProperty("days").GetInt32()));
    }

    [Fact]
    public async Task Data_OfATenantWithoutData_SaysSo() =>
        Assert.Equal(
            ResultStatus.NoData,
            (await loaded.Plant.Stats.AnswerAsync(MetricsPlant.Asker(MetricsPlant.Other), CancellationToken.None)).Status);

    private Task<SkillResult> CallAsync(string function, params (string Name, string Value)[] arguments) =>
        Catalog.Find(function)!.CallAsync(
            arguments.Select(a => KeyValuePair.Create(a.Name, (object?)JsonSerializer.SerializeToElement(a.Value))),
            MetricsPlant.Asker(),
            CancellationToken.None);

    private static long Rows(SkillResult answer, string table) => answer.Data!.Value.GetProperty("rows").EnumerateArray()
        .Single(row => row.GetProperty("name").GetString() == table).GetProperty("rows").GetInt64();

    private static IEnumerable<string> Texts(IEnumerable<CardElement> elements) => elements.SelectMany(element =>
        (element is TextBlock block ? [block.Text.Value] : Array.Empty<string>()).Concat(Texts(element.Children)));
}
