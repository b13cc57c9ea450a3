namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Adds the sheets of neighbouring days of one machine up to the sheet of the whole run.</summary>
internal static class AddStopSheets
{
    /// <param name="parts">By their first day, in order. Days without stops may be missing.</param>
    public static StopSheet Of(DateOnly from, DateOnly to, DowntimeRules rules, IReadOnlyList<(DateOnly Day, StopSheet Sheet)> parts) => new(
        parts.SelectMany(part => part.Sheet.Slices.Keys).Distinct().ToDictionary(
            slice => slice,
            slice => Slice(from, to, rules, [.. parts.Where(part => part.Sheet.Slices.ContainsKey(slice)).Select(part => (part.Day, part.Sheet.Slices[slice]))])));

    /// <returns>What a question about one slice adds up to; null where there is no stop.</returns>
    public static SliceSheet Slice(DateOnly from, DateOnly to, DowntimeRules rules, IReadOnlyList<(DateOnly Day, SliceSheet Slice)> parts)
    {
        // Tens of thousands of parts make one answer, so each list is gone through once.
        var (borders, inner) = Borders(from, to, parts);
        var reasons = new List<ReasonSum>();
        var micro = new List<StopSum>(parts.Count);
        var failureTicks = 0L;
        var (rows, unplanned, planned, failures) = (default(Counted), default(Counted), default(Counted), default(Counted));
        foreach (var (day, slice) in parts)
        {
            foreach (var reason in slice.Reasons)
                Add(reasons, reason);
            micro.Add(slice.Micro);
            failureTicks += slice.FailureTicks;
            rows = Add(rows, slice.Rows, day == from);
            unplanned = Add(unplanned, slice.Unplanned, day == from);
            planned = Add(planned, slice.Planned, day == from);
            failures = Add(failures, slice.Failures, day == from);
        }

        foreach (var stop in inner)
            Add(reasons, new(stop.ReasonId, stop.Planned, 0, 1));
        var episodes = new List<SheetEpisode>();
        Stitch(parts, rules, planned: false, micro, episodes);
        Stitch(parts, rules, planned: true, micro, episodes);
        var small = default(StopSum);
        foreach (var one in micro)
            small = new(small.Time + one.Time, small.Stops + one.Stops);
        return new(rows, unplanned, planned, failures, failureTicks, small, reasons, borders, episodes);
    }

    // What was carried into a later part has been counted in an earlier one.
    private static Counted Add(Counted sum, Counted one, bool isFirst) =>
        isFirst ? new(sum.Total + one.Total, sum.Carried + one.Carried) : sum with { Total = sum.Total + one.Total - one.Carried };

    private static void Add(List<ReasonSum> sums, ReasonSum one)
    {
        for (var i = 0; i < sums.Count; i++)
        {
            if (sums[i].ReasonId == one.ReasonId && sums[i].Planned == one.Planned)
            {
                sums[i] = new(one.ReasonId, one.Planned, sums[i].Ticks + one.Ticks, sums[i].Stops + one.Stops);
                return;
            }
        }

        sums.Add(one);
    }

    /// <returns>The stops that reach over a border of the run, and those that only reached over one within it; each once.</returns>
    private static (IReadOnlyList<BorderStop> Borders, List<BorderStop> Inner) Borders(
        DateOnly from, DateOnly to, IReadOnlyList<(DateOnly Day, SliceSheet Slice)> parts)
    {
        var (borders, inner, seen) = (new List<BorderStop>(), new List<BorderStop>(), new HashSet<StopKey>());
        foreach (var (_, slice) in parts)
        {
            foreach (var stop in slice.Borders)
            {
                if (seen.Add(stop.Key))
                    (stop.First >= from && stop.Last <= to ? inner : borders).Add(stop);
            }
        }

        return (borders, inner);
    }

    /// <param name="micro">Takes what has become a micro-stop by being whole.</param>
    private static void Stitch(
        IReadOnlyList<(DateOnly Day, SliceSheet Slice)> parts, DowntimeRules rules, bool planned, List<StopSum> micro, List<SheetEpisode> whole)
    {
        var borders = new List<SheetEpisode>();
        foreach (var (_, slice) in parts)
        {
            foreach (var episode in slice.Episodes)
            {
                if (episode.Planned == planned)
                    (episode.IsBorder ? borders : whole).Add(episode);
            }
        }

        SheetEpisode? open = null;
        borders.Sort((one, other) => one.Time.From.CompareTo(other.Time.From));
        foreach (var next in borders)
        {
            if (open is null || !next.FromBefore)
            {
                Close();
                open = next;
            }
            else
            {
                open = open with { Time = new(open.Time.From, next.Time.To), Onward = next.Onward, Parts = Add(open.Parts, next.Parts) };
            }
        }

        Close();

        void Close()
        {
            if (open is { IsBorder: false } && rules.IsMicro(open))
                micro.Add(new(TimeSpan.FromTicks(open.Time.Ticks), 1));
            if (open is { IsKept: true })
                whole.Add(open.IsBorder ? open : open with { Parts = [open.Largest] });
        }
    }

    private static List<EpisodePart> Add(IReadOnlyList<EpisodePart> left, IReadOnlyList<EpisodePart> right) =>
        [.. left.Concat(right).GroupBy(part => part.Key).Select(same => same.First() with { Ticks = same.Sum(part => part.Ticks) })];
}
