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
        var borders = parts.Count == 1 ? parts[0].Slice.Borders : [.. parts.SelectMany(part => part.Slice.Borders).DistinctBy(stop => stop.Key)];
        var inner = borders.Where(stop => stop.First >= from && stop.Last <= to).ToList();
        var reasons = parts.SelectMany(part => part.Slice.Reasons)
            .Concat(inner.Select(stop => new ReasonSum(stop.ReasonId, stop.Planned, 0, 1)))
            .GroupBy(sum => (sum.ReasonId, sum.Planned))
            .Select(reason => new ReasonSum(reason.Key.ReasonId, reason.Key.Planned, reason.Sum(sum => sum.Ticks), reason.Sum(sum => sum.Stops)));
        var micro = parts.Select(part => part.Slice.Micro).ToList();
        List<SheetEpisode> episodes = [.. Stitch(parts, rules, planned: false, micro), .. Stitch(parts, rules, planned: true, micro)];
        return new(
            Count(slice => slice.Rows),
            Count(slice => slice.Unplanned),
            Count(slice => slice.Planned),
            Count(slice => slice.Failures),
            parts.Sum(part => part.Slice.FailureTicks),
            micro.Aggregate((sum, one) => new(sum.Time + one.Time, sum.Stops + one.Stops)),
            [.. reasons],
            inner.Count == 0 ? borders : [.. borders.Except(inner)],
            episodes);

        // What was carried into a later part has been counted in an earlier one.
        Counted Count(Func<SliceSheet, Counted> of) => new(
            parts.Sum(part => of(part.Slice).Total - (part.Day == from ? 0 : of(part.Slice).Carried)),
            parts.Where(part => part.Day == from).Sum(part => of(part.Slice).Carried));
    }

    /// <param name="micro">Takes what has become a micro-stop by being whole.</param>
    private static List<SheetEpisode> Stitch(
        IReadOnlyList<(DateOnly Day, SliceSheet Slice)> parts, DowntimeRules rules, bool planned, List<StopSum> micro)
    {
        var whole = new List<SheetEpisode>();
        SheetEpisode? open = null;
        foreach (var next in parts.SelectMany(part => part.Slice.Episodes).Where(episode => episode.Planned == planned).OrderBy(episode => episode.Time.From))
        {
            if (!next.IsBorder)
            {
                whole.Add(next);
            }
            else if (open is null || !next.FromBefore)
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
        return whole;

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
