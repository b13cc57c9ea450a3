namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>The sheet of one machine and local day, from all stops that reach into its day or shifts. What it says depends on these alone.</summary>
internal static class MakeStopSheet
{
    public static StopSheet Of(IReadOnlyList<BookedStop> stops, DateOnly day, SheetClock clock, DowntimeRules rules)
    {
        var slices = new Dictionary<int, SliceSheet>();
        Add(SliceSheet.WholeDay, clock.Day(day), null);
        foreach (var shift in clock.Shifts)
            Add(shift.Id, clock.Shift(day, shift), clock.Shift(day.AddDays(-1), shift));
        return new(slices);

        void Add(int slice, TimeSlice time, TimeSlice? before)
        {
            var pieces = stops.SelectMany(stop => StopPiece.Cut(stop, [time])).ToList();
            if (pieces.Count > 0)
                slices[slice] = Slice(pieces, time, before, clock, rules);
        }
    }

    /// <param name="before">The shift of the day before; null for a whole day. Days join at midnight, shifts never do.</param>
    private static SliceSheet Slice(List<StopPiece> pieces, TimeSlice time, TimeSlice? before, SheetClock clock, DowntimeRules rules)
    {
        var isDay = before is null;
        var rows = pieces.Count(piece => before is { } shift ? Whole(piece).Within(shift).Ticks > 0 : FromBefore(piece));
        var unplanned = Groups(piece => !piece.Stop.Planned);
        var planned = Groups(piece => piece.Stop.Planned);
        var failures = Groups(piece => rules.IsFailure(piece.Stop));
        var episodes = unplanned.Concat(planned).Select(Episode).ToList();
        var shares = StopPiece.Groups(pieces).SelectMany(StopPiece.Share).Where(share => share.Ticks > 0).ToList();
        return new(
            new(pieces.Count, rows),
            Count(unplanned),
            Count(planned),
            Count(failures),
            failures.Sum(group => Span(group).Ticks),
            ComputeDowntime.SumOf(episodes.Where(episode => !episode.IsBorder && rules.IsMicro(episode)).Select(episode => episode.Time)),
            [.. shares.GroupBy(share => (share.Stop.ReasonId, share.Stop.Planned)).Select(reason => new ReasonSum(
                reason.Key.ReasonId, reason.Key.Planned, reason.Sum(share => share.Ticks), reason.Count(share => !IsBorder(share.Stop))))],
            [.. shares.Where(share => IsBorder(share.Stop)).Select(share => new BorderStop(
                share.Stop.Key, share.Stop.ReasonId, share.Stop.Planned, clock.DayOf(share.Stop.Start), clock.DayOf(share.Stop.End.AddTicks(-1))))],
            [.. episodes.Where(episode => episode.IsKept)]);

        List<List<StopPiece>> Groups(Func<StopPiece, bool> which) => [.. StopPiece.Groups(pieces.Where(which))];

        Counted Count(List<List<StopPiece>> groups) => new(groups.Count, isDay && groups.Any(group => group.Exists(FromBefore)) ? 1 : 0);

        bool FromBefore(StopPiece piece) => piece.Stop.Start < time.From;

        bool IsBorder(BookedStop stop) => isDay && (stop.Start < time.From || stop.End > time.To);

        SheetEpisode Episode(List<StopPiece> group)
        {
            var episode = new SheetEpisode(
                Span(group),
                group[0].Stop.Planned,
                isDay && group.Exists(FromBefore),
                isDay && group.Exists(piece => piece.Stop.End > time.To),
                [.. StopPiece.Share(group).Select(part => new EpisodePart(
                    part.Stop.Key, part.Stop.ReasonId, part.Stop.Reason, part.Stop.Start, part.Stop.End, part.Ticks))]);
            return episode.IsBorder ? episode : episode with { Parts = [episode.Largest] };
        }
    }

    private static TimeSlice Whole(StopPiece piece) => new(piece.Stop.Start, piece.Stop.End);

    private static TimeSlice Span(List<StopPiece> group) => new(group[0].Time.From, group.Max(piece => piece.Time.To));
}
