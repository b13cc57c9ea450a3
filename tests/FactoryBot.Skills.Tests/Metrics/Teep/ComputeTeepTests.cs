using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Teep;

namespace FactoryBot.Skills.Tests.Metrics.Teep;

public sealed class ComputeTeepTests
{
    private const long Day = 24 * 3600;

    [Fact]
    public void Of_TwoShiftsOfThree_IsLoadingTimesOee()
    {
        // Sixteen of twenty-four hours planned, three quarters of them good.
        var figures = ComputeTeep.Of(OeeSums.Of(16 * 3600, 14 * 3600, 36, 1_250, 1_200), Day);

        Assert.Equal(16m / 24, figures.Loading);
        Assert.Equal(0.75m, figures.Oee.Oee);
        Assert.Equal(0.5m, figures.Teep);
    }

    [Fact]
    public void Of_TheStrictForm_HasTheSameTeep()
    {
        var standard = OeeSums.Of(25_200, 20_000, 30, 600, 580, scheduledSeconds: 28_800);
        var strict = standard with { PlannedSeconds = standard.ScheduledSeconds };

        Assert.Equal(ComputeTeep.Of(standard, Day).Teep, ComputeTeep.Of(strict, Day).Teep);
        Assert.True(ComputeTeep.Of(strict, Day).Loading > ComputeTeep.Of(standard, Day).Loading);
        Assert.True(ComputeTeep.Of(strict, Day).Oee.Oee < ComputeTeep.Of(standard, Day).Oee.Oee);
    }

    [Fact]
    public void Of_NothingPlanned_IsZeroThoughOeeIsNotComputable()
    {
        var figures = ComputeTeep.Of(OeeSums.Of(0, 0, 30, 0, 0), Day);

        Assert.Equal((0m, 0m, null), (figures.Teep, figures.Loading, figures.Oee.Oee));
    }

    [Fact]
    public void Of_NoCalendarTime_IsNotComputable() =>
        Assert.Equal((null, null), (ComputeTeep.Of(OeeSums.Of(100, 90, 1, 80, 80), 0).Teep, ComputeTeep.Of(OeeSums.Of(100, 90, 1, 80, 80), 0).Loading));

    [Fact]
    public void Of_MorePlannedThanTheCalendarHas_IsShownAboveOne() =>
        Assert.Equal(1.25m, ComputeTeep.Of(OeeSums.Of(30 * 3600, 20 * 3600, 36, 100, 100), Day).Loading);
}
