using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Check;

namespace FactoryBot.Skills.Tests.Metrics.Check;

public sealed class FindProblemsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly CheckFacts Nothing = new([], [], [], [], [], new HashSet<int> { 1 });

    private static readonly PlantData Plant = new()
    {
        Version = 1,
        Sites = [new(1, "Site", [], "Europe/Berlin")],
        Lines = [new(1, 1, "Line 1", [])],
        Machines = [new(1, 1, "M-1", [], 30, null, null), new(2, 1, "M-2", [], 30, null, null)],
        Shifts = [],
        Products = [],
    };

    [Fact]
    public void Of_ACleanWeek_FindsNothing() =>
        Assert.Empty(Find(Nothing with { Slots = Week() }));

    [Fact]
    public void Of_ADayWithoutRows_NamesIt() =>
        Assert.Equal(["missing-days: No data of Line 1 for 4 Nov 2026."], Find(Nothing with { Slots = [.. Week(14).Where(s => s.Day != Monday.AddDays(2))] }, days: 14));

    [Fact]
    public void Of_DaysOnWhichTheLineNeverWorks_MissesNone() =>
        Assert.Empty(Find(Nothing with { Slots = [.. Week(14).Where(s => s.Day.DayOfWeek != DayOfWeek.Sunday)] }, days: 14));

    [Fact]
    public void Of_DataThatEndsEarly_SaysSo() =>
        Assert.Equal(["late-data"], Codes(Find(Nothing with { Slots = Week(14) }, days: 21)));

    [Fact]
    public void Of_RatiosAboveOne_NamesTheMachineAndNeverCutsThem()
    {
        SlotFacts over = Slot(1, 0) with { Run = 26_000, Planned = 25_000, Ideal = 27_000 };

        Assert.Equal(
            [
                "availability-above-100: Availability of M-1 is 104.0 %: more run time than planned time was booked. The planned time is probably wrong.",
                "performance-above-100: Performance of M-1 is 103.8 %: the ideal cycle time of that machine and product is probably wrong.",
            ],
            Find(Nothing with { Slots = [over, .. Week().Skip(1)] }));
    }

    [Fact]
    public void Of_NoScrapAtAll_DoubtsTheQuality() =>
        Assert.Equal(["no-scrap"], Codes(Find(Nothing with { Slots = [.. Week().Select(s => s with { Scrap = 0, Good = s.Total })] })));

    [Fact]
    public void Of_CountsThatDisagree_GivesBothSums() =>
        Assert.Equal(
            ["counts-disagree: Production of M-1 says 500 pieces and the hourly counts 480 on 1 day; production is what answers use."],
            Find(Nothing with { Slots = Week(), Hourly = [new(1, Monday, 480), new(2, Monday, 500)] }));

    [Fact]
    public void Of_NoPlannedTimeAndNoCalendar_WarnsOfBoth() =>
        Assert.Equal(["no-calendar"], Codes(Find(Nothing with { Slots = [.. Week().Select(s => s with { Planned = 0, Run = 0 })], LinesWithCalendar = new HashSet<int>() })));

    [Fact]
    public void Of_Stops_SeesOverlapsMissingReasonsAndJumps()
    {
        StopFacts first = new(1, Monday, 10, 20_000, 20_000, 8_000, 2, 1_200);
        StopFacts second = new(1, Monday.AddDays(7), 10, 40_000, 2_000, 0, 0, 0);
        var slots = Week(14).Select(s => s with { Planned = 25_000, Run = 25_000 - 2_100 }).ToList();

        Assert.Equal(["stops-without-reason", "overlapping-stops", "planned-share-jumps"], Codes(Find(Nothing with { Slots = slots, Stops = [first, second] }, days: 14)));
    }

    [Fact]
    public void Of_AStopThatNeverEnds_IsToldWithItsDay() =>
        Assert.Equal(
            ["open-stops: A stop of M-2 began on 5 Nov 2026 and was not ended; it is in no figure yet."],
            Find(Nothing with { Slots = Week(), Open = [new(2, 1, new(2026, 11, 5, 8, 0, 0, TimeSpan.Zero))] }));

    [Fact]
    public void All_EveryCheck_HasACodeOfItsOwn() =>
        Assert.Equal(DataChecks.All.Count, DataChecks.All.Select(check => check.Code).Distinct().Count());

    private static List<SlotFacts> Week(int days = 7) => [.. Enumerable.Range(0, days).SelectMany(day => new[] { Slot(1, day), Slot(2, day) })];

    private static SlotFacts Slot(int machine, int day) => new(machine, Monday.AddDays(day), 1, 25_000, 24_000, 20_000, 500, 490, 10, false);

    private static List<string> Find(CheckFacts facts, int days = 7) =>
        [.. FindProblems.Of(Plant, facts, Period.Of(Monday, Monday.AddDays(days - 1)), Monday.AddDays(days)).Select(f => $"{f.Code}: {f.Sentence}")];

    private static IEnumerable<string> Codes(List<string> found) => found.Select(f => f.Split(':')[0]);
}
