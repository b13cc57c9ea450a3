using System.Text.Json;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Why;

public sealed class ExplainOeeTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_TheDayOfTheBreakdown_NamesItFirstAndAddsUp()
    {
        var answer = await loaded.Plant.Why.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 2", Period = "2026-11-12" }, default);

        var data = answer.Data!.Value;
        var change = data.GetProperty("changePoints").GetDecimal();
        Assert.Equal((data.GetProperty("oee").GetDecimal() - data.GetProperty("oeeBefore").GetDecimal()) * 100, change, 3);
        foreach (var list in new[] { "factors", "machines", "shifts" })
            Assert.Equal(change, Points(data, list).Sum(part => part.Points));
        Assert.Equal(Points(data, "factors").First(f => f.Name == "availability").Points, Points(data, "reasons").Sum(r => r.Points), 3);
        Assert.Equal("Mechanical breakdown", Points(data, "reasons")[0].Name);
        Assert.Equal("Packaging-001", Points(data, "machines")[0].Name);
        Assert.StartsWith("OEE of Line 2 fell by ", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("why", answer.Card);
    }

    [Fact]
    public async Task Answer_TheDayOfTheScrap_IsQualityOfAssembly()
    {
        var answer = await loaded.Plant.Why.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "Assembly-001", Period = "2026-11-05" }, default);

        var factors = Points(answer.Data!.Value, "factors");
        Assert.Equal("quality", factors.MinBy(f => f.Points).Name);
        Assert.True(factors.First(f => f.Name == "quality").Points < -4);
    }

    [Fact]
    public async Task Answer_TwoTimes_SetsTheEarlierOneFirst()
    {
        var answer = await loaded.Plant.Why.AnswerAsync(
            MetricsPlant.Asker(), new() { Period = "2026-10-26/2026-11-01", OtherPeriod = "2026-11-09/2026-11-15" }, default);

        Assert.Equal(("2026-10-26", "2026-11-09"), (answer.Data!.Value.GetProperty("beforeFrom").GetString(), answer.Data.Value.GetProperty("from").GetString()));
        Assert.Contains("did not fall: it rose by", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_NothingBefore_IsNoRows()
    {
        var answer = await loaded.Plant.Why.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-10-22" }, default);

        Assert.Equal(ResultStatus.NoRows, answer.Status);
    }

    private static List<(string Name, decimal Points)> Points(JsonElement data, string list) =>
        [.. data.GetProperty(list).EnumerateArray().Select(e => (e.GetProperty("name").GetString()!, e.GetProperty("points").GetDecimal()))];
}
