using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Tests.Metrics.Downtime;

public sealed class ComputeDowntimeTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero);
    private static readonly DowntimeRules Rules = new(["Breakdown"], TimeSpan.FromHours(2));
    private static readonly TimeSlice Day = new(Midnight, Midnight.AddDays(1));

    [Fact]
    public void Of_OverlappingStops_AreMergedBeforeTheyAreSummed()
    {
        var figures = Of(Stop(60, 180, "Jam"), Stop(120, 240, "No operator"), Stop(400, 430, "Jam"));

        Assert.Equal((TimeSpan.FromMinutes(210), 2), (figures.Unplanned.Time, figures.Unplanned.Stops));
        Assert.Equal([("Jam", 150.0, 2), ("No operator", 60.0, 1)], figures.Reasons.Select(r => (r.Name, r.Time.TotalMinutes, r.Stops)));
        Assert.Equal([150m / 210, 1m], figures.Reasons.Select(r => r.Cumulative));
        Assert.Equal((180.0, "Jam"), ((figures.Longest!.Time.To - figures.Longest.Time.From).TotalMinutes, figures.Longest.Reason.Reason));
    }

    [Fact]
    public void Of_APlannedStopInsideAnother_TakesItsTimeOutOfTheLoss()
    {
        var figures = Of(Stop(60, 180, "Jam"), Stop(90, 120, "Break", planned: true));

        Assert.Equal((90.0, 30.0), (figures.Unplanned.Time.TotalMinutes, figures.Planned.Time.TotalMinutes));
        Assert.Equal((1, 1), (figures.Unplanned.Stops, figures.Planned.Stops));
    }

    [Fact]
    public void Of_StopsOfTwoMachines_AreNotMerged() =>
        Assert.Equal(120, Of(Stop(0, 60, "Jam"), Stop(0, 60, "Jam", machine: 2)).Unplanned.Time.TotalMinutes);

    [Fact]
    public void Of_AStopAcrossMidnight_IsCutAtIt()
    {
        var figures = Of(Stop(-90, 30, "Jam"), Stop(1_430, 1_500, "Jam"), Stop(1_440, 1_500, "Tool change"));

        Assert.Equal((40.0, 2, 2L), (figures.Unplanned.Time.TotalMinutes, figures.Unplanned.Stops, figures.Rows));
    }

    [Fact]
    public void Of_Failures_GiveMtbfAndMttr()
    {
        var figures = Of(
            10 * 3_600, Stop(0, 60, "Gearbox", category: "breakdown"), Stop(30, 90, "Sensor", category: "Breakdown"),
            Stop(300, 330, "Sensor", category: "Breakdown"), Stop(500, 700, "Material", category: "Logistics"));

        Assert.Equal(2, figures.Failures);
        Assert.Equal((TimeSpan.FromHours(5), TimeSpan.FromMinutes(60)), (figures.Mtbf!.Value, figures.Mttr!.Value));
        Assert.Equal("Material", Assert.Single(figures.Major).Reason.Reason);
    }

    [Fact]
    public void Of_NoFailure_HasNoMtbf() => Assert.Null(Of(3_600, Stop(0, 60, "Material", category: "Logistics")).Mtbf);

    [Fact]
    public void Of_StopsWithoutReason_AreCountedAsSuch()
    {
        var figures = Of(Stop(0, 60, null), Stop(100, 120, "Jam"));

        Assert.Equal((60.0, "no reason given"), (figures.WithoutReason.TotalMinutes, figures.Reasons[0].Name));
    }

    [Fact]
    public void Of_AnyRows_AnyOrder_PartsAddUpAndNothingExceedsTheTime()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new DemoRandom(seed);
            var stops = Enumerable.Range(0, 1 + random.Below(25)).Select(_ =>
            {
                var from = random.Below(1_600) - 100;
                return Stop(from, from + random.Below(300), random.Below(5) == 0 ? null : "R" + random.Below(4), random.Below(4) == 0, 1 + random.Below(3));
            }).ToArray();

            var figures = Of(stops);
            var shuffled = Of([.. stops.OrderBy(_ => random.Next())]);
            var halves = new[] { new TimeSlice(Midnight, Midnight.AddMinutes(700)), new TimeSlice(Midnight.AddMinutes(700), Midnight.AddDays(1)) }
                .Select(half => ComputeDowntime.Of(stops, _ => [half], Rules, 0)).ToArray();

            Assert.Equal(figures.Reasons, shuffled.Reasons);
            Assert.Equal((figures.Unplanned, figures.Planned, figures.Rows), (shuffled.Unplanned, shuffled.Planned, shuffled.Rows));
            Assert.Equal(figures.Unplanned.Time, Sum(figures.Reasons.Where(r => !r.Planned).Select(r => r.Time)));
            Assert.Equal(figures.Planned.Time, Sum(figures.Machines.Select(m => m.Planned.Time)));
            Assert.Equal(figures.Unplanned.Time, Sum(halves.Select(half => half.Unplanned.Time)));
            Assert.Equal(figures.Planned.Time, Sum(halves.Select(half => half.Planned.Time)));
            Assert.All(figures.Machines, m => Assert.True(m.Planned.Time + m.Unplanned.Time <= TimeSpan.FromDays(1)));
            Assert.Equal(Minutes(stops), (figures.Unplanned.Time + figures.Planned.Time).TotalMinutes);
        }
    }

    [Theory]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-11-09", 24)]
    public void LocalDay_OnAClockChange_HasItsTrueLength(string day, int hours)
    {
        var slice = Assert.Single(LocalTime.Of(PeriodOf(day, day), Berlin, null));

        Assert.Equal(TimeSpan.FromHours(hours), slice.To - slice.From);
    }

    [Fact]
    public void LocalDay_WhereTheClockJumpsAtMidnight_BeginsAfterIt()
    {
        var slice = Assert.Single(LocalTime.Of(PeriodOf("2018-11-04", "2018-11-04"), TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"), null));

        Assert.Equal(TimeSpan.FromHours(23), slice.To - slice.From);
    }

    [Fact]
    public void LocalShift_ThatEndsAfterMidnight_BelongsToTheDayOnWhichItBegins()
    {
        var slices = LocalTime.Of(PeriodOf("2026-11-09", "2026-11-10"), Berlin, [new(3, 1, "Late", [], new(22, 0), new(6, 0))]);

        Assert.Equal(
            [new TimeSlice(Midnight.AddHours(21), Midnight.AddHours(29)), new TimeSlice(Midnight.AddHours(45), Midnight.AddHours(53))], slices);
    }

    private static TimeZoneInfo Berlin => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static Period PeriodOf(string from, string to) => Period.Of(
        DateOnly.ParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly.ParseExact(to, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static DowntimeFigures Of(params BookedStop[] stops) => Of(0, stops);

    private static DowntimeFigures Of(long runSeconds, params BookedStop[] stops) => ComputeDowntime.Of(stops, _ => [Day], Rules, runSeconds);

    private static BookedStop Stop(int from, int to, string? reason, bool planned = false, int machine = 1, string category = "Other") =>
        new(machine, reason, reason is null ? null : category, planned, Midnight.AddMinutes(from), Midnight.AddMinutes(to));

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);

    // The same by counting minutes, the slow way.
    private static double Minutes(BookedStop[] stops) => stops.GroupBy(stop => stop.MachineId).Sum(machine =>
        Enumerable.Range(0, 1_440).Count(minute => machine.Any(stop => stop.Start <= Midnight.AddMinutes(minute) && stop.End > Midnight.AddMinutes(minute))));
}
