using System.Text.Json;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Why;

public sealed class ExplainDifferenceTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    private const string Week = "2026-11-09/2026-11-15";

    [Theory]
    [InlineData("Packaging-001", null, null, "the other 3 machines together")]
    [InlineData("Packaging-001", "Line 2", null, "Testing-001")]
    [InlineData(null, "Line 2", null, "Line 1")]
    [InlineData(null, null, "Night", "the day shift")]
    [InlineData("CNC-001", null, "Night", "the day shift")]
    public async Task Answer_OnePlace_IsSetAgainstTheOthersAndEachListAddsUp(string? machine, string? line, string? shift, string others)
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { Machine = machine, Line = line, Shift = shift, Period = Week }, null, default);

        var data = answer.Data!.Value;
        Assert.Equal(others, data.GetProperty("others").GetString());
        AddsUp(data);
        Assert.Contains(others, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OnePlace_HasTheFiguresOfTheOeeAnswers()
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 2", Period = Week }, null, default);

        Assert.Equal(await OeeAsync(new() { Line = "Line 2", Period = Week }), answer.Data!.Value.GetProperty("oee").GetDecimal());
        Assert.Equal(await OeeAsync(new() { Line = "Line 1", Period = Week }), answer.Data.Value.GetProperty("oeeOfOthers").GetDecimal());
    }

    [Fact]
    public async Task Answer_TheDayOfTheBreakdown_NamesItFirst()
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Packaging-001", Period = "2026-11-12" }, null, default);

        Assert.Equal("Mechanical breakdown", answer.Data!.Value.GetProperty("reasons")[0].GetProperty("name").GetString());
        Assert.Equal((1, 4), (answer.Data.Value.GetProperty("fromBelow").GetInt32(), answer.Data.Value.GetProperty("among").GetInt32()));
        Assert.Contains("It is the lowest of 4 machines.", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("why-worst", answer.Card);
    }

    [Fact]
    public async Task Answer_NothingNamed_IsOfTheWorst()
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { By = "machine", Period = "2026-11-12" }, "worst", default);

        Assert.Equal("Packaging-001", answer.Data!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Answer_OneThatIsNotTheWorst_SaysWhichOneIs()
    {
        var best = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { By = "machine", Period = "2026-11-12" }, "best", default);

        Assert.Contains("It is the highest of 4 machines; the lowest is Packaging-001", best.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AMachineOfAShift_IsSetAgainstTheMachinesOfThatShift()
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Packaging-001", Shift = "Night", By = "machine", Period = Week }, "worst", default);

        Assert.Equal("the other 3 machines together", answer.Data!.Value.GetProperty("others").GetString());
        Assert.Equal(await OeeAsync(new() { Machine = "Packaging-001", Shift = "Night", Period = Week }), answer.Data.Value.GetProperty("oee").GetDecimal());
        AddsUp(answer.Data.Value);
    }

    [Fact]
    public async Task Answer_TwoNamed_AreSetAgainstEachOther()
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(
            MetricsPlant.Asker(), new() { Machine = "CNC-001", Period = Week, Other = new() { Machine = "Testing-001" } }, null, default);

        Assert.Equal("Testing-001", answer.Data!.Value.GetProperty("others").GetString());
        Assert.Equal(await OeeAsync(new() { Machine = "Testing-001", Period = Week }), answer.Data.Value.GetProperty("oeeOfOthers").GetDecimal());
        AddsUp(answer.Data.Value);
    }

    [Fact]
    public async Task Answer_TheOnlyOneOfItsKind_SaysSo()
    {
        var answer = await loaded.Plant.Difference.AnswerAsync(MetricsPlant.Asker(), new() { Site = "Main Plant", Period = Week }, null, default);

        Assert.Equal(ResultStatus.NoRows, answer.Status);
        Assert.StartsWith("There is nothing to set Main Plant against", answer.Text, StringComparison.Ordinal);
    }

    private async Task<decimal> OeeAsync(PlantQuestion question) =>
        (await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), question, default)).Data!.Value.GetProperty("oee").GetDecimal();

    private static void AddsUp(JsonElement data)
    {
        var difference = data.GetProperty("differencePoints").GetDecimal();
        Assert.Equal((data.GetProperty("oee").GetDecimal() - data.GetProperty("oeeOfOthers").GetDecimal()) * 100, difference, 2);
        foreach (var list in new[] { "factors", "machines", "shifts", "products" }.Where(list => data.GetProperty(list).GetArrayLength() > 0))
            Assert.Equal(difference, Points(data, list).Sum(part => part.Points), 3);
        // Each list is rounded by itself, to a ten-thousandth of a point.
        Assert.InRange(Points(data, "factors").First(f => f.Name == "availability").Points - Points(data, "reasons").Sum(r => r.Points), -0.0002m, 0.0002m);
    }

    private static List<(string Name, decimal Points)> Points(JsonElement data, string list) =>
        [.. data.GetProperty(list).EnumerateArray().Select(e => (e.GetProperty("name").GetString()!, e.GetProperty("points").GetDecimal()))];
}
