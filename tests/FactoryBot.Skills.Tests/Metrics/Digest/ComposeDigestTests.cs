using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Digest;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Digest;

public sealed class ComposeDigestTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_WithoutAPeriod_IsOfYesterdayAndEqualsTheSingleFigures()
    {
        var digest = await loaded.Plant.Digest.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 2" }, default);

        var data = digest.Data!.Value;
        var oee = (await loaded.Plant.Oee.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 2", Period = "2026-11-20" }, default)).Data!.Value;
        var downtime = (await loaded.Plant.Downtime.AnswerAsync(MetricsPlant.Asker(), new() { Line = "Line 2", Period = "2026-11-20" }, default)).Data!.Value;
        Assert.Equal("2026-11-20", data.GetProperty("from").GetString());
        Assert.Equal(oee.GetProperty("oee").GetDecimal(), data.GetProperty("oee").GetDecimal());
        Assert.Equal(oee.GetProperty("good").GetInt64(), data.GetProperty("good").GetInt64());
        Assert.Equal(downtime.GetProperty("unplannedMinutes").GetDecimal(), data.GetProperty("unplannedMinutes").GetDecimal());
        Assert.Equal(3, data.GetProperty("topLosses").GetArrayLength());
        Assert.StartsWith("Digest of Line 2. OEE of Line 2 was ", digest.Text, StringComparison.Ordinal);
        CardSamples.Save("digest", digest.Card);
    }

    [Fact]
    public async Task Answer_OfTheDayOfTheBreakdown_NamesIt()
    {
        var digest = await loaded.Plant.Digest.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-12" }, default);

        Assert.Contains("Major stop: 4.0 h of Packaging-001 from 12 Nov 09:20, Mechanical breakdown.", digest.Text, StringComparison.Ordinal);
        CardSamples.Save("digest-plant", digest.Card);
    }

    [Fact]
    public async Task Handover_InTheMorning_IsOfTheNightShiftBefore()
    {
        var handover = await loaded.Plant.Handover.AnswerAsync(MetricsPlant.Asker(), new(), default);

        Assert.StartsWith("Shift hand-over of the whole plant on the night shift.", handover.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-20", handover.Data!.Value.GetProperty("from").GetString());
        CardSamples.Save("handover", handover.Card);
    }

    [Theory]
    [InlineData("2026-11-20T12:59:00Z", 19, "Night")]
    [InlineData("2026-11-20T13:01:00Z", 20, "Day")]
    [InlineData("2026-11-20T21:01:00Z", 20, "Night")]
    public async Task Handover_ShiftThatEndedLast_FollowsTheClockOfTheSite(string now, int day, string shift)
    {
        var plant = await loaded.Plant.Plants.GetAsync(MetricsPlant.Tenant, default);

        var ended = HandOverShift.LastEnded(plant, null, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((new DateOnly(2026, 11, day), shift), (ended!.Value.Day, ended.Value.Shift.Name));
    }

    [Fact]
    public async Task Answer_NothingLoaded_IsNoData()
    {
        var plant = new MetricsPlant(await loaded.Postgres.NewDatabaseAsync());

        Assert.Equal(ResultStatus.NoData, (await plant.Digest.AnswerAsync(MetricsPlant.Asker(), new(), default)).Status);
        Assert.Equal(ResultStatus.NoData, (await plant.Handover.AnswerAsync(MetricsPlant.Asker(), new PlantQuestion(), default)).Status);
    }
}
