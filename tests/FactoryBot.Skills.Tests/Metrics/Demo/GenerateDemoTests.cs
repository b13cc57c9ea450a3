using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;

namespace FactoryBot.Skills.Tests.Metrics.Demo;

public sealed class GenerateDemoTests
{
    // Among them runs that hold the last Sundays of March and October, on which Europe/Berlin changes its clocks.
    public static TheoryData<string, int, int> Plants => new()
    {
        { "2026-11-20", 30, 1 },
        { "2026-11-20", 30, 99 },
        { "2026-04-10", 30, 7 },
        { "2026-10-25", 30, 5 },
        { "2027-03-28", 45, 2 },
        { "2024-03-01", 30, 11 },
    };

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_Stops_SumToTheTimesOfTheirShift(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        var stops = rows.Stops.ToLookup(stop => (stop.Day, stop.MachineId, stop.ShiftId));

        Assert.All(rows.Production, row =>
        {
            var own = stops[(row.Day, row.MachineId, row.ShiftId)].ToList();
            Assert.Equal(row.ScheduledSeconds - row.PlannedSeconds, own.Where(stop => stop.Planned).Sum(Seconds));
            Assert.Equal(row.PlannedSeconds - row.RunSeconds, own.Where(stop => !stop.Planned).Sum(Seconds));
        });
        Assert.Equal(rows.Stops.Count, rows.Production.Sum(row => stops[(row.Day, row.MachineId, row.ShiftId)].Count()));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_StopsOfAMachine_NeitherOverlapNorLeaveTheirShift(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        foreach (var machine in rows.Stops.GroupBy(stop => stop.MachineId))
        {
            var ordered = machine.OrderBy(stop => stop.Start).ToList();
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }

        Assert.All(rows.Stops, stop =>
        {
            var (from, to) = (TimeZoneInfo.ConvertTime(stop.Start, berlin).DateTime, TimeZoneInfo.ConvertTime(stop.End, berlin).DateTime);
            var hour = stop.ShiftId == 1 ? 6 : 14;
            Assert.True(from >= stop.Day.ToDateTime(new(hour, 0)) && to <= stop.Day.ToDateTime(new(hour + 8, 0)) && from < to);
        });
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_HourlyCounts_SumToTheShift(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        var counts = rows.Counts.ToLookup(count => (count.Day, count.MachineId, count.ShiftId));

        Assert.All(rows.Production, row =>
        {
            var own = counts[(row.Day, row.MachineId, row.ShiftId)].ToList();
            Assert.Equal(8, own.Count);
            Assert.Equal((row.Total, row.Good, row.Scrap), (own.Sum(c => c.Total), own.Sum(c => c.Good), own.Sum(c => c.Scrap)));
            Assert.All(own, count => Assert.True(count.Good >= 0 && count.Scrap >= 0 && count.Good + count.Scrap == count.Total));
            Assert.All(own, count => Assert.Equal(0, count.HourAt.UtcTicks % TimeSpan.TicksPerHour));
        });
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_QualityIssues_SumToTheScrap(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        var issues = rows.Issues.ToLookup(issue => (issue.Day, issue.MachineId, issue.ShiftId), issue => issue.PartsAffected);

        Assert.All(rows.Production, row => Assert.Equal(row.Scrap, issues[(row.Day, row.MachineId, row.ShiftId)].Sum()));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_LinePerformance_IsTheSumOfItsMachines(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);

        Assert.All(rows.Lines, line =>
        {
            var own = rows.Production.Where(row => row.Day == line.Day && row.ShiftId == line.ShiftId && (row.MachineId - 1) / 2 + 1 == line.LineId).ToList();
            Assert.Equal(2, own.Count);
            Assert.Equal(
                (line.PlannedSeconds, line.RunSeconds, line.IdealSeconds, line.Total, line.Good, line.Scrap),
                (own.Sum(r => r.PlannedSeconds), own.Sum(r => r.RunSeconds), own.Sum(r => r.IdealCycleSeconds * r.Total), own.Sum(r => r.Total), own.Sum(r => r.Good), own.Sum(r => r.Scrap)));
        });
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_EveryShift_GivesAnOeeWithoutWarnings(string end, int days, int seed) =>
        Assert.All(Make(end, days, seed).Production, row => Assert.Empty(ComputeOee.Of(Sums(row)).Warnings));

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_PlantOee_RisesFromAbout65To80(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);

        Assert.InRange(OeeOn(rows, end, days, 1), 0.635m, 0.665m);
        Assert.InRange(OeeOn(rows, end, days, days), 0.785m, 0.815m);
        var thirds = Enumerable.Range(0, 3).Select(third => Oee(rows.Production.Where(row => Story(row, end, days) is var day && (day - 1) * 3 / days == third))).ToList();
        Assert.True(thirds[0] + 0.03m < thirds[1] && thirds[1] + 0.03m < thirds[2]);
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_NightShift_IsFiveToEightPercentBelowDay(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        var usual = rows.Production.Where(row => Story(row, end, days) != 22).ToList();
        var (day, night) = (Oee(usual.Where(row => row.ShiftId == 1)), Oee(usual.Where(row => row.ShiftId == 2)));

        Assert.InRange((day - night) / day, 0.05m, 0.08m);
        Assert.InRange(day - night, 0.05m, 0.08m);
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_Day15_AssemblyScrapsTwelvePercent(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        decimal Scrap(int day) => rows.Production.Where(row => row.MachineId == DemoPlant.Assembly && Story(row, end, days) == day) is var own
            ? (decimal)own.Sum(row => row.Scrap) / own.Sum(row => row.Total)
            : 0;

        Assert.InRange(Scrap(15), 0.118m, 0.122m);
        Assert.All(Enumerable.Range(1, days).Where(day => day != 15), day => Assert.InRange(Scrap(day), 0.005m, 0.06m));
        Assert.All(rows.Issues.Where(issue => issue.MachineId == DemoPlant.Assembly && issue.Day == First(end, days).AddDays(14)), issue => Assert.Equal("High", issue.Severity));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Run_Day22_PackagingIsBrokenForFourHours(string end, int days, int seed)
    {
        var rows = Make(end, days, seed);
        var longStops = rows.Stops.Where(stop => !stop.Planned && Seconds(stop) >= 4 * 3600).ToList();

        var stop = Assert.Single(longStops);
        Assert.Equal((First(end, days).AddDays(21), DemoPlant.Packaging, 4 * 3600), (stop.Day, stop.MachineId, Seconds(stop)));
    }

    [Fact]
    public void Run_SameArguments_GivesTheSameRows()
    {
        var (one, two) = (Make("2026-11-20", 30, 4), Make("2026-11-20", 30, 4));

        Assert.Equal(one.Production, two.Production);
        Assert.Equal(one.Stops, two.Stops);
        Assert.Equal(one.Counts, two.Counts);
        Assert.Equal(one.Issues, two.Issues);
    }

    [Fact]
    public void Run_OtherSeed_GivesOtherRows() =>
        Assert.NotEqual(Make("2026-11-20", 30, 4).Production, Make("2026-11-20", 30, 5).Production);

    private static DemoRows Make(string end, int days, int seed) => GenerateDemo.Run(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), days, seed);

    private static int Seconds(StopRow stop) => (int)(stop.End - stop.Start).TotalSeconds;

    private static DateOnly First(string end, int days) => DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture).AddDays(1 - days);

    private static int Story(ProductionRow row, string end, int days) => row.Day.DayNumber - First(end, days).DayNumber + 1;

    private static decimal OeeOn(DemoRows rows, string end, int days, int day) => Oee(rows.Production.Where(row => Story(row, end, days) == day));

    private static decimal Oee(IEnumerable<ProductionRow> rows) => ComputeOee.Of(OeeSums.Of(rows.Select(Sums))).Oee!.Value;

    private static OeeSums Sums(ProductionRow row) =>
        OeeSums.Of(row.PlannedSeconds, row.RunSeconds, row.IdealCycleSeconds, row.Total, row.Good, row.Scrap);
}
