namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Spreads a shift's pieces over its clock hours by the time that the machine ran in each.</summary>
internal static class DemoCounts
{
    public static void Add(
        DemoRows rows, DemoShiftOfMachine at, DateTimeOffset begin, int length, List<ShiftStop> stops, int run, int total, int scrap)
    {
        var (ranUntil, totalUntil, scrapUntil) = (0, 0, 0);
        var from = 0;
        while (from < length)
        {
            var hourAt = FullHour(begin.AddSeconds(from));
            var to = Math.Min(length, (int)(hourAt.AddHours(1) - begin).TotalSeconds);
            ranUntil += to - from - stops.Sum(stop => Math.Max(0, Math.Min(stop.End, to) - Math.Max(stop.Start, from)));

            // Rounding the running sum, not each hour, makes the hours add up to the shift exactly.
            var totalNow = run == 0 ? 0 : (int)((long)total * ranUntil / run);
            var scrapNow = total == 0 ? 0 : (int)((long)scrap * totalNow / total);
            var (made, bad) = (totalNow - totalUntil, scrapNow - scrapUntil);
            rows.Counts.Add(new(at.Date, at.Machine.Id, at.Shift.Id, hourAt, made, made - bad, bad));
            (totalUntil, scrapUntil, from) = (totalNow, scrapNow, to);
        }
    }

    private static DateTimeOffset FullHour(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerHour));
}
