using FactoryBot.Skills.Metrics.Demo;

namespace FactoryBot.Skills.Tests.Metrics.Teep;

public sealed class GetTeepTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_AWeek_SetsTheGoodPiecesAgainstAllHours()
    {
        var answer = await loaded.Plant.Teep.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-09/2026-11-15" }, default);

        var week = GenerateDemo.Run(new(2026, 11, 20), 30, 1).Production
            .Where(row => row.Day >= new DateOnly(2026, 11, 9) && row.Day <= new DateOnly(2026, 11, 15)).ToList();
        var data = answer.Data!.Value;
        Assert.Equal(Math.Round(week.Sum(row => row.IdealCycleSeconds * row.Good) / (4 * 7 * 24 * 3600), 6), data.GetProperty("teep").GetDecimal());
        Assert.Equal(4 * 7 * 24 * 60, data.GetProperty("calendarMinutes").GetDecimal());
        Assert.StartsWith("TEEP of the whole plant was ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("in the standard form", answer.Text, StringComparison.Ordinal);
        CardSamples.Save("teep", answer.Card);
    }

    [Fact]
    public async Task Answer_TheWeekOfTheClockChange_HasOneHourMore()
    {
        var answer = await loaded.Plant.Teep.AnswerAsync(MetricsPlant.Asker(), new() { Machine = "CNC-001", Period = "2026-10-25" }, default);

        Assert.Equal(25 * 60, answer.Data!.Value.GetProperty("calendarMinutes").GetDecimal());
    }

    [Fact]
    public async Task Answer_ADayThatIsNotOver_IsNotCountedAsIdle()
    {
        var answer = await loaded.Plant.Teep.AnswerAsync(MetricsPlant.Asker(), new() { Period = "2026-11-16/2026-11-21" }, default);

        Assert.Equal(4 * 5 * 24 * 60, answer.Data!.Value.GetProperty("calendarMinutes").GetDecimal());
    }

    [Fact]
    public async Task Answer_AShift_HasTheHoursOfThatShift()
    {
        var answer = await loaded.Plant.Teep.AnswerAsync(MetricsPlant.Asker(), new() { Shift = "Day", Machine = "CNC-001", Period = "2026-11-10" }, default);

        Assert.Equal(8 * 60, answer.Data!.Value.GetProperty("calendarMinutes").GetDecimal());
        Assert.Contains("calendar time: the hours of the shift", answer.Proof!.Filters);
    }
}
