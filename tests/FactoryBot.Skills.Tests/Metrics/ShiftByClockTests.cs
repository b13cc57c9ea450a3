using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class ShiftByClockTests
{
    private static readonly PlantData Plant = new()
    {
        Version = 1,
        Sites = [new(1, "Leeds", [], "Europe/London")],
        Lines = [new(10, 1, "Line 1", [])],
        Machines = [],
        Shifts = [new(1, 1, "Day", [], new(6, 0), new(18, 0)), new(2, 1, "Night", [], new(20, 0), new(4, 0))],
        Products = [],
    };

    [Theory]
    [InlineData(9, ClockShifts.Running, "Day", "2026-11-21")]
    [InlineData(9, ClockShifts.Ended, "Night", "2026-11-20")]
    [InlineData(2, ClockShifts.Running, "Night", "2026-11-20")]
    [InlineData(2, ClockShifts.Ended, "Day", "2026-11-20")]
    [InlineData(18, ClockShifts.Ended, "Day", "2026-11-21")]
    public void Try_AShiftOfTheClock_IsItsNameAndTheDayOnWhichItBegan(int hour, string said, string shift, string day)
    {
        var question = new PlantQuestion { Shift = said, Line = "Line 1" };

        var no = ShiftByClock.Try(Plant, At(hour), ref question);

        Assert.Null(no);
        Assert.Equal((shift, day), (question.Shift, question.Period));
    }

    [Fact]
    public void Try_BetweenTwoShifts_SaysThatNoneRunsAndOffersTheLast()
    {
        var question = new PlantQuestion { Shift = ClockShifts.Running };

        var no = ShiftByClock.Try(Plant, At(19), ref question);

        Assert.Equal(ResultStatus.NoRows, no!.Status);
        Assert.Equal("What was the OEE of the whole plant on the last shift?", Assert.Single(no.Choices).Say);
    }

    [Fact]
    public void Try_OfAnotherTime_AsksWhichIsMeant()
    {
        var question = new PlantQuestion { Shift = ClockShifts.Running, Period = "2026-11-18" };

        var no = ShiftByClock.Try(Plant, At(9), ref question);

        Assert.Equal(ResultStatus.Clarify, no!.Status);
        Assert.Equal(2, no.Choices.Count);
    }

    [Fact]
    public void Try_ANamedShift_IsLeftAsItIs()
    {
        var question = new PlantQuestion { Shift = "Night" };

        Assert.Null(ShiftByClock.Try(Plant, At(9), ref question));
        Assert.Equal(("Night", null), (question.Shift, question.Period));
    }

    private static Asker At(int hour) => MetricsPlant.Asker() with { Now = new(2026, 11, 21, hour, 0, 0, TimeSpan.Zero) };
}
