using FactoryBot.Skills.Metrics.Demo;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>A made-up fleet: which machines there are, and what happens at each on each day. The same numbers, the same rows.</summary>
/// <param name="Lines">Of four machines each, twenty to a site.</param>
internal sealed record FleetPlant(int Lines, DateOnly First, DateOnly Last)
{
    public const int MachinesOfLine = 4;
    public const int LinesOfSite = 20;
    public const int ShiftsOfSite = 3;
    public const int ProductsOfLine = 3;
    public const int ShiftSeconds = 28_800;
    public const int BreakSeconds = 1_800;
    public const string Zone = "Europe/Berlin";

    public static readonly (int Id, string Name, string Category, bool Planned)[] Reasons =
    [
        (1, "Break", "Break", true), (2, "Planned maintenance", "Maintenance", true), (3, "Mechanical breakdown", "Breakdown", false),
        (4, "Sensor fault", "Breakdown", false), (5, "Material shortage", "Logistics", false), (6, "Tool change", "Set-up", false),
        (7, "Changeover", "Set-up", false), (8, "Adjustment", "Set-up", false), (9, "No operator", "Organisation", false), (10, "Conveyor jam", "Minor stop", false),
    ];

    public int Sites => (Lines + LinesOfSite - 1) / LinesOfSite;
    public int Machines => Lines * MachinesOfLine;
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static int LineOf(int machine) => (machine - 1) / MachinesOfLine + 1;

    public static int SiteOf(int machine) => (LineOf(machine) - 1) / LinesOfSite + 1;

    public static decimal IdealCycle(int machine) => 8 + machine % 23 + 0.25m * (machine % 3);

    /// <summary>A line makes one product a week.</summary>
    public static int OrderOf(int machine, DateOnly day) => LineOf(machine) * 1_000 + (day.DayNumber / 7 - 105_000);

    public static int ProductOf(int line, int week) => (line + week) % ProductsOfLine + (line - 1) * ProductsOfLine + 1;

    public static void Add(FleetRows rows, int machine, DateOnly day)
    {
        var random = new DemoRandom(7, day.DayNumber, machine);
        var begin = Midnight(day).AddHours(6);
        for (var shift = 0; shift < ShiftsOfSite; shift++)
            AddShift(rows, machine, day, (SiteOf(machine) - 1) * ShiftsOfSite + shift + 1, begin.AddSeconds(shift * ShiftSeconds), random);
        if (random.Unit() < 0.99)
        {
            var at = random.Below(86_400);
            rows.Issues.Add(new(
                day, machine, machine, (SiteOf(machine) - 1) * ShiftsOfSite + at / ShiftSeconds + 1, 1 + random.Below(6), begin.AddSeconds(at), random.Unit() < 0.8 ? "Low" : "High", "Found at the check", 1 + random.Below(20)));
        }
    }

    private static void AddShift(FleetRows rows, int machine, DateOnly day, int shift, DateTimeOffset begin, DemoRandom random)
    {
        var lost = 0;
        var at = 0;
        for (var i = 0; i < 4; i++)
        {
            // The break is the third; the others lie before, between and after, so that none of them reaches into it.
            if (i == 2)
            {
                Stop(13_500, BreakSeconds, 1, planned: true);
                at = 13_500 + BreakSeconds;
                continue;
            }

            var (from, room) = i < 2 ? (at, 6_700) : (at, ShiftSeconds - at);
            var start = from + random.Below(room / 3);
            var length = Math.Min(room - (start - from), random.Unit() < 0.004 ? 7_800 : 60 + random.Below(random.Unit() < 0.1 ? 4_000 : 1_100));
            Stop(start, length, 3 + random.Below(8), planned: false);
            lost += length;

            // Now and then somebody books the same standstill again, for another reason and a little later.
            if (random.Unit() < 0.12)
                Stop(start + length / 2, Math.Min(length / 2 + random.Below(600), from + room - start - length / 2), 3 + random.Below(8), planned: false);
            at = from + room;
        }

        var planned = ShiftSeconds - BreakSeconds;
        var ideal = IdealCycle(machine);
        var total = (int)((planned - lost) * random.Between(0.85, 0.99) / (double)ideal);
        var scrap = random.Below(1 + total / 25);
        rows.Production.Add(new(day, machine, shift, OrderOf(machine, day), ShiftSeconds, planned, planned - lost, ideal, total, total - scrap, scrap));
        for (var hour = 0; hour < 8; hour++)
        {
            var (made, bad) = (total * (hour + 1) / 8 - total * hour / 8, scrap * (hour + 1) / 8 - scrap * hour / 8);
            rows.Counts.Add(new(day, machine, shift, begin.AddHours(hour), made, made - bad, bad));
        }

        void Stop(int start, int length, int reason, bool planned) => rows.Stops.Add(new(
            day, (long)machine * 100 + rows.NextStop(machine, day), machine, shift, reason, planned, begin.AddSeconds(start), begin.AddSeconds(start + length)));
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(default), TimeSpan.Zero);
}

/// <summary>Rows of a while; emptied when they were written.</summary>
internal sealed class FleetRows
{
    private (int Machine, DateOnly Day, int Stops) last;

    public DemoRows All { get; } = new();
    public List<ProductionRow> Production => All.Production;
    public List<StopRow> Stops => All.Stops;
    public List<CountRow> Counts => All.Counts;
    public List<IssueRow> Issues => All.Issues;
    public long Count => All.Count;

    public int NextStop(int machine, DateOnly day)
    {
        last = last.Machine == machine && last.Day == day ? (machine, day, last.Stops + 1) : (machine, day, 0);
        return last.Stops;
    }

    public void Clear()
    {
        Production.Clear();
        Stops.Clear();
        Counts.Clear();
        Issues.Clear();
    }
}
