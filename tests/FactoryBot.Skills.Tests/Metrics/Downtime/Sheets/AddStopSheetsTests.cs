using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Downtime.Sheets;

namespace FactoryBot.Skills.Tests.Metrics.Downtime.Sheets;

/// <summary>Sheets against the stops themselves: the same figures, however the stops overlap, whatever borders they reach over.</summary>
public sealed class AddStopSheetsTests
{
    private static readonly DateOnly First = new(2026, 3, 20);
    private static readonly DateOnly Last = new(2026, 8, 10);
    private static readonly DowntimeRules Rules = new(["Breakdown"], TimeSpan.FromHours(2));

    private static readonly PlantShift[] Shifts =
    [
        new(1, 1, "Early", [], new(6, 0), new(14, 0)), new(2, 1, "Late", [], new(14, 0), new(22, 0)), new(3, 1, "Night", [], new(22, 0), new(6, 0)),
    ];

    private static readonly (int Id, string Name, string Category, bool Planned)[] Reasons =
        [(1, "Break", "Break", true), (2, "Maintenance", "Maintenance", true), (3, "Jam", "Breakdown", false), (4, "Sensor", "breakdown", false), (5, "No operator", "Organisation", false)];

    public static TheoryData<int, string> Plants
    {
        get
        {
            var plants = new TheoryData<int, string>();
            for (var seed = 1; seed <= 12; seed++)
                plants.Add(seed, (seed % 3) switch { 0 => "Europe/Berlin", 1 => "America/New_York", _ => "Asia/Kolkata" });
            return plants;
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Slice_OfRandomStops_SaysWhatTheStopsSay(int seed, string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var clock = new SheetClock(zone, Shifts);
        var random = new Random(seed);
        var machines = Enumerable.Range(1, 3).ToDictionary(id => id, id => Stops(id, seed, random));
        var sheets = machines.ToDictionary(m => m.Key, m => Kept(m.Value, clock));
        foreach (var period in new[] { (First, Last), (new(2026, 4, 1), new(2026, 4, 30)), (new(2026, 3, 29), new(2026, 3, 29)), (new(2026, 3, 31), new(2026, 5, 1)), (new(2026, 4, 7), new(2026, 4, 9)), (new(2026, 4, 1), new(2026, 6, 30)), (new(2026, 3, 30), new(2026, 7, 31)) })
        {
            foreach (var slice in new[] { SliceSheet.WholeDay, 1, 3 })
            {
                var asked = LocalTime.Of(Period.Of(period.Item1, period.Item2), zone, slice == SliceSheet.WholeDay ? null : [Shifts[slice - 1]]);
                var expected = ComputeDowntime.Of(machines.Values.SelectMany(stops => stops), _ => asked, Rules, 100_000);

                var slices = sheets.Select(m => (m.Key, Over(period.Item1, period.Item2, slice, m.Value))).Where(m => m.Item2 is not null).Select(m => (m.Key, m.Item2!)).ToList();
                var figures = SheetFigures.Of(slices, Known, Rules, 100_000, out var complete);

                SameFigures.Check(complete ? expected : expected with { Longest = null }, complete ? figures : figures with { Longest = null });
            }
        }
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var clock = new SheetClock(TimeZoneInfo.Utc, Shifts);
        var stops = Stops(1, 5, new(5));
        foreach (var slice in Days(stops, clock).SelectMany(day => day.Sheet.Slices.Values))
        {
            var bytes = SheetCodec.Write(slice);

            Assert.Equal(bytes, SheetCodec.Write(SheetCodec.Read(bytes, Known.Name)));
        }
    }

    [Fact]
    public void Read_OnlyWhatIsLong_LeavesOutWhatIsNeitherLongNorTheLongest()
    {
        var stops = Stops(1, 5, new(5));
        foreach (var slice in Kept(stops, new(TimeZoneInfo.Utc, Shifts))[SheetStore.MonthGrain].Values.SelectMany(sheet => sheet.Slices.Values))
        {
            var read = SheetCodec.Read(SheetCodec.Write(slice), Known.Name, Rules.Major);

            Assert.All(slice.Episodes.Where(e => e.IsBorder || e.Time.Ticks >= Rules.Major.Ticks && !e.Planned), e => Assert.Contains(read.Episodes, r => r.Time == e.Time));
            foreach (var planned in new[] { false, true })
            {
                var inner = read.Episodes.Where(e => !e.IsBorder && e.Planned == planned).ToList();
                Assert.True(inner.Count <= 1 || inner.TrueForAll(e => e.Time.Ticks >= Rules.Major.Ticks));
                Assert.Equal(slice.Episodes.Where(e => !e.IsBorder && e.Planned == planned).Max(e => (long?)e.Time.Ticks), inner.Max(e => (long?)e.Time.Ticks));
            }
        }
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Read_AReasonOfAnyId_IsThatReason(int id)
    {
        var slice = new SliceSheet(
            new(1, 0), default, default, default, 0, default, [new(id, true, 7, 1), new(null, true, 8, 1), new(null, false, 9, 1)], [], []);

        Assert.Equal(slice.Reasons, SheetCodec.Read(SheetCodec.Write(slice), Known.Name).Reasons);
    }

    private static SheetReasons Known => new(Reasons.ToDictionary(r => r.Id, r => (r.Name, r.Category)));

    /// <summary>Many short ones, some over midnight, some over days, some booked twice, on whole minutes so that borders meet.</summary>
    private static List<BookedStop> Stops(int machine, int seed, Random random) => [.. Enumerable.Range(0, 400 + seed * 40).Select(i =>
    {
        var start = new DateTimeOffset(First.AddDays(-2).ToDateTime(default), TimeSpan.Zero).AddMinutes(random.Next(0, 147 * 24 * 60 / 10) * 10);
        var length = random.Next(10) switch { 0 => random.Next(1, 5_000), 1 => 0, 2 => 1_440, _ => random.Next(1, 90) };
        var reason = random.Next(7) is var r and < 5 ? Reasons[r] : default;
        return new BookedStop(
            machine, reason.Name, reason.Category, reason.Name is null ? random.Next(4) == 0 : reason.Planned, start, start.AddMinutes(length), new(First, i), reason.Name is null ? null : reason.Id);
    })];

    private static IEnumerable<(DateOnly Day, StopSheet Sheet)> Days(List<BookedStop> stops, SheetClock clock)
    {
        for (var day = new DateOnly(2026, 3, 1); day <= new DateOnly(2026, 8, 31); day = day.AddDays(1))
        {
            var around = clock.Around(day, day);
            var sheet = MakeStopSheet.Of([.. stops.Where(s => s.Start < around.To && s.End > around.From)], day, clock, Rules);
            if (sheet.Slices.Count > 0)
                yield return (day, new(sheet.Slices.ToDictionary(slice => slice.Key, slice => SheetCodec.Read(SheetCodec.Write(slice.Value), Known.Name))));
        }
    }

    /// <summary>The sheets of each grain: days, and the months and quarters that are added up from those before.</summary>
    private static Dictionary<short, Dictionary<DateOnly, StopSheet>> Kept(List<BookedStop> stops, SheetClock clock)
    {
        var days = Days(stops, clock).ToDictionary(day => day.Day, day => day.Sheet);
        var months = Added(SheetStore.MonthGrain, days);
        return new() { [SheetStore.DayGrain] = days, [SheetStore.MonthGrain] = months, [SheetStore.QuarterGrain] = Added(SheetStore.QuarterGrain, months) };
    }

    private static Dictionary<DateOnly, StopSheet> Added(short grain, Dictionary<DateOnly, StopSheet> parts) => parts.GroupBy(part => SheetRun.FirstOf(grain, part.Key))
        .ToDictionary(of => of.Key, of => AddStopSheets.Of(of.Key, SheetRun.LastOf(grain, of.Key), Rules, [.. of.Select(part => (part.Key, part.Value))]));

    private static SliceSheet? Over(DateOnly from, DateOnly to, int slice, Dictionary<short, Dictionary<DateOnly, StopSheet>> kept)
    {
        var parts = new List<(DateOnly, SliceSheet)>();
        foreach (var run in SheetRun.Of(Period.Of(from, to)))
        {
            parts.AddRange(kept[run.Grain].Where(s => s.Key >= run.From && s.Key <= run.To && s.Value.Slices.ContainsKey(slice)).OrderBy(s => s.Key).Select(s => (s.Key, s.Value.Slices[slice])));
        }

        // As a question reads them: what is short stays behind.
        return parts.Count == 0 ? null : AddStopSheets.Slice(
            from, to, Rules, [.. parts.Select(part => (part.Item1, SheetCodec.Read(SheetCodec.Write(part.Item2), Known.Name, Rules.Major)))]);
    }
}
