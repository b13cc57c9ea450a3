namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>The demo plant's facts, from nothing but the days and a seed: the same call gives the same rows.</summary>
internal static class GenerateDemo
{
    private const int BreakAfter = 9000;
    private const int BreakSeconds = 1800;
    private const int MaintenanceSeconds = 3600;
    private const int BreakdownAfter = 12000;
    private const int OrderDays = 5;

    public static DemoRows Run(DateOnly end, int days, int seed, IProgress<double>? progress = null)
    {
        var rows = new DemoRows();
        var first = end.AddDays(1 - days);
        var orders = PlanOrders(first, days, rows);
        for (var day = 1; day <= days; day++)
        {
            AddDay(rows, new(first, days, seed), day, orders);
            progress?.Report(day / (double)days);
        }

        return rows;
    }

    /// <summary>The days after the last one of a plant, up to another one, and all its work orders. The same plant and days give the same rows,
    /// however many days they are made with; the plant stays as good as it was at its end.</summary>
    public static DemoRows Grow(DemoMade made, DateOnly after, DateOnly until)
    {
        var rows = new DemoRows();
        var last = until.DayNumber - made.First.DayNumber + 1;
        var orders = PlanOrders(made.First, last, rows);
        for (var day = after.DayNumber - made.First.DayNumber + 2; day <= last; day++)
        {
            // Stops and issues are numbered within their day.
            var (stops, issues) = (rows.Stops.Count, rows.Issues.Count);
            AddDay(rows, made, day, orders);
            Renumber(rows, stops, issues);
        }

        return rows;
    }

    private static void Renumber(DemoRows rows, int stops, int issues)
    {
        for (var i = stops; i < rows.Stops.Count; i++)
            rows.Stops[i] = rows.Stops[i] with { StopId = i - stops + 1 };
        for (var i = issues; i < rows.Issues.Count; i++)
            rows.Issues[i] = rows.Issues[i] with { IssueId = i - issues + 1 };
    }

    private static void AddDay(DemoRows rows, DemoMade made, int day, int[,] orders)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlant.TimeZone);
        foreach (var shift in DemoPlant.Shifts)
        {
            var from = rows.Production.Count;
            foreach (var machine in DemoPlant.Machines)
                AddShift(rows, new(made.First.AddDays(day - 1), day, made.Days, machine, shift, zone), orders[(day - 1) / OrderDays, machine.LineId], made.Seed);
            AddLines(rows, rows.Production[from..]);
        }
    }

    private static void AddShift(DemoRows rows, DemoShiftOfMachine at, int workOrderId, int seed)
    {
        var random = new DemoRandom(seed, at.Date.DayNumber, at.Machine.Id, at.Shift.Id);
        var (begin, length) = at.Bounds();
        var placed = Placed(at);
        var planned = length - placed.Where(IsPlanned).Sum(stop => stop.Length);

        var progress = DemoStory.Progress(at.Day, at.Days);
        var oee = DemoStory.PlantOee(progress) * at.Machine.OeeFactor * at.Shift.OeeFactor * random.Between(0.985, 1.015);
        var quality = DemoStory.Quality(progress) + random.Between(-0.006, 0.006);
        var availability = Math.Sqrt(oee / quality) * random.Between(0.985, 1.015);
        var performance = oee / quality / availability;
        if (DemoStory.Spikes(at.Day, at.Machine))
            quality = 1 - DemoStory.SpikeScrapRate;

        var run = (int)(planned * availability);
        if (DemoStory.BreaksDown(at.Day, at.Machine, at.Shift))
            run = (int)((planned - DemoStory.BreakdownSeconds) * Math.Sqrt(availability));
        var total = (int)Math.Round(run * performance / (double)at.Machine.IdealCycleSeconds);
        var scrap = (int)Math.Round(total * (1 - quality));

        rows.Production.Add(new(at.Date, at.Machine.Id, at.Shift.Id, workOrderId, length, planned, run, at.Machine.IdealCycleSeconds, total, total - scrap, scrap));
        var stops = DemoTimeline.Fill(length, placed, run, at.Machine.Reasons, random);
        foreach (var stop in stops)
            rows.Stops.Add(new(at.Date, rows.Stops.Count + 1, at.Machine.Id, at.Shift.Id, stop.ReasonId, IsPlanned(stop), begin.AddSeconds(stop.Start), begin.AddSeconds(stop.End)));
        DemoCounts.Add(rows, at, begin, length, stops, run, total, scrap);
        DemoIssues.Add(rows, at, begin, length, scrap, random);
    }

    private static List<ShiftStop> Placed(DemoShiftOfMachine at)
    {
        var placed = new List<ShiftStop>();
        if (DemoStory.IsMaintained(at.Day, at.Machine, at.Shift))
            placed.Add(new(0, MaintenanceSeconds, DemoPlant.MaintenanceReason));
        placed.Add(new(BreakAfter, BreakAfter + BreakSeconds, DemoPlant.BreakReason));
        if (DemoStory.BreaksDown(at.Day, at.Machine, at.Shift))
            placed.Add(new(BreakdownAfter, BreakdownAfter + DemoStory.BreakdownSeconds, DemoPlant.BreakdownReason));
        return placed;
    }

    private static bool IsPlanned(ShiftStop stop) => stop.ReasonId is DemoPlant.BreakReason or DemoPlant.MaintenanceReason;

    private static void AddLines(DemoRows rows, List<ProductionRow> shift)
    {
        foreach (var line in shift.GroupBy(row => DemoPlant.Machines[row.MachineId - 1].LineId))
        {
            var one = line.First();
            rows.Lines.Add(new(
                one.Day,
                line.Key,
                one.ShiftId,
                line.Sum(row => row.PlannedSeconds),
                line.Sum(row => row.RunSeconds),
                line.Sum(row => row.IdealCycleSeconds * row.Total),
                line.Sum(row => row.Total),
                line.Sum(row => row.Good),
                line.Sum(row => row.Scrap)));
        }
    }

    private static int[,] PlanOrders(DateOnly first, int days, DemoRows rows)
    {
        var blocks = (days + OrderDays - 1) / OrderDays;
        var orders = new int[blocks, DemoPlant.Lines.Length + 1];
        for (var block = 0; block < blocks; block++)
        {
            foreach (var line in DemoPlant.Lines)
            {
                var id = rows.WorkOrders.Count + 1;
                var product = DemoPlant.Products[(block + line.Id) % DemoPlant.Products.Length].Id;
                var starts = first.AddDays(block * OrderDays);
                var status = block == blocks - 1 ? DemoPlant.Running : DemoPlant.Completed;
                rows.WorkOrders.Add(new(id, $"WO-{1000 + id}", line.Id, product, status, starts, starts.AddDays(OrderDays - 1), 5000));
                orders[block, line.Id] = id;
            }
        }

        return orders;
    }
}

/// <summary>What a demo plant was made from.</summary>
/// <param name="Days">As many as it had at first: over these its OEE rises.</param>
internal sealed record DemoMade(DateOnly First, int Days, int Seed);
