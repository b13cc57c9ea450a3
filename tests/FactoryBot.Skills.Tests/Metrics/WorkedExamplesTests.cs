using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.Teep;

namespace FactoryBot.Skills.Tests.Metrics;

/// <summary>Shifts as textbooks work them out by hand, each with the way in which it counts breaks, set-up and maintenance.</summary>
public sealed class WorkedExamplesTests
{
    // A shift of 500 minutes with 40 of breaks, 20 of maintenance, 30 of set-up and 50 of breakdowns: it ran 360, at best 40 pieces a minute.
    private const long Run = 360 * 60;
    private const long Total = 12_960;
    private const long Good = 12_312;
    private const decimal Ideal = 1.5m;

    [Fact]
    public void BreaksAndMaintenanceTakenOut_IsTheStandardForm()
    {
        var figures = ComputeOee.Of(Shift(outMinutes: 40 + 20, OeeForm.Standard));

        Assert.Equal((360m / 440, 0.9m, 0.95m), (figures.Availability, figures.Performance, figures.Quality));
        Assert.Equal(360m / 440 * 0.9m * 0.95m, figures.Oee!.Value, 20);
    }

    [Fact]
    public void BreaksAsALoss_IsTheStrictForm()
    {
        var figures = ComputeOee.Of(Shift(outMinutes: 40 + 20, OeeForm.Strict));

        Assert.Equal(360m / 500, figures.Availability);
        Assert.Equal(0.72m * 0.9m * 0.95m, figures.Oee!.Value, 20);
    }

    [Fact]
    public void SetUpTakenOut_LeavesLessPlannedTime()
    {
        var booked = Shift(outMinutes: 40 + 20, OeeForm.Standard);

        var figures = ComputeOee.Of(ReadSums.Counted(booked, new(SetUp: StopCounting.NotPlanned), added: -30 * 60));

        Assert.Equal(360m / 410, figures.Availability);
    }

    [Fact]
    public void MaintenanceAsALoss_LeavesMorePlannedTime()
    {
        var booked = Shift(outMinutes: 40 + 20, OeeForm.Standard);

        Assert.Equal(360m / 460, ComputeOee.Of(ReadSums.Counted(booked, new(Maintenance: StopCounting.Loss), added: 20 * 60)).Availability);
    }

    [Fact]
    public void FiveDaysOfThreeShifts_LoadTheWeekByFiveSevenths() =>
        Assert.Equal(5m / 7, ComputeTeep.Of(OeeSums.Of(5 * 24 * 3600, 0, 1, 0, 0), 7 * 24 * 3600).Loading);

    [Fact]
    public void Failures_GiveMtbfMttrAndInherentAvailability()
    {
        var start = new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero);
        var stops = Enumerable.Range(0, 4).Select(day => new BookedStop(1, "Motor", "Breakdown", false, start.AddDays(day), start.AddDays(day).AddHours(2)));

        var figures = ComputeDowntime.Of(stops, _ => [new(start, start.AddDays(7))], new(["Breakdown"], TimeSpan.FromHours(3)), 72 * 3600);

        Assert.Equal((TimeSpan.FromHours(18), TimeSpan.FromHours(2), 0.9m), (figures.Mtbf, figures.Mttr, figures.InherentAvailability));
    }

    [Fact]
    public void YieldsOfThreeSteps_RollUpToTheirProduct()
    {
        Pieces[] steps = [new(2_000, 1_900, 100), new(1_900, 1_710, 190), new(1_710, 1_539, 171)];

        Assert.Equal(0.95m * 0.9m * 0.9m, OutputReport.RolledYieldOf(steps)!.Value, 20);
        Assert.Null(OutputReport.RolledYieldOf([.. steps, default]));
    }

    [Fact]
    public void MachinesOfDifferentSpeed_AreWeighedByTheirTime()
    {
        var sums = OeeSums.Of(300 * 60, 240 * 60, 10, 1_200, 1_140) + OeeSums.Of(300 * 60, 270 * 60, 90, 150, 147);

        var figures = ComputeOee.Of(sums);

        Assert.Equal((11_400m + 13_230) / 36_000, figures.Oee);
        Assert.Equal((11_400m + 13_230) / (12_000 + 13_500), figures.Quality);
        Assert.Equal(1_287m / 1_350, figures.QualityByCount);
        Assert.NotEqual((ComputeOee.Of(OeeSums.Of(300 * 60, 240 * 60, 10, 1_200, 1_140)).Oee + ComputeOee.Of(OeeSums.Of(300 * 60, 270 * 60, 90, 150, 147)).Oee) / 2, figures.Quality);
    }

    private static OeeSums Shift(int outMinutes, OeeForm form) =>
        ReadSums.Counted(OeeSums.Of((500 - outMinutes) * 60, Run, Ideal, Total, Good, scheduledSeconds: 500 * 60), new(form), 0);
}
