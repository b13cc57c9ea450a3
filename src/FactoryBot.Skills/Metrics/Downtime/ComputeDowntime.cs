namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Downtime from booked stops: overlaps of one machine are merged before they are summed, and stops are cut at the borders of
/// the time asked for. The order of the rows does not matter.</summary>
/// <remarks>MTBF and MTTR follow ISO 22400-2 (mean operating time between failures, mean time to restoration). The standard divides by
/// the number of failures + 1 because it counts events from 0; here the failures are counted from 1 and divided by as they are.</remarks>
internal static class ComputeDowntime
{
    public const string Formula = "downtime = union of stops per machine; MTBF = run time ÷ failures, MTTR = failure time ÷ failures (ISO 22400-2)";
    public const int Version = 1;

    /// <param name="asked">For each machine the time asked for, in slices that do not overlap.</param>
    /// <param name="runSeconds">Actual production time (ISO 22400-2 APT) of the machines, for the MTBF.</param>
    public static DowntimeFigures Of(
        IEnumerable<BookedStop> stops, Func<int, IReadOnlyList<TimeSlice>> asked, DowntimeRules rules, long runSeconds)
    {
        var byMachine = stops.SelectMany(stop => StopPiece.Cut(stop, asked(stop.MachineId))).GroupBy(piece => piece.Stop.MachineId)
            .Select(pieces => (Id: pieces.Key, Pieces: pieces.ToList())).OrderBy(machine => machine.Id).ToList();
        var shares = byMachine.SelectMany(m => StopPiece.Groups(m.Pieces).SelectMany(StopPiece.Share)).ToList();
        var unplanned = byMachine.SelectMany(m => Episodes(m.Pieces, stop => !stop.Planned)).ToList();
        var planned = byMachine.SelectMany(m => Episodes(m.Pieces, stop => stop.Planned)).ToList();
        var failures = byMachine.SelectMany(m => Episodes(m.Pieces, rules.IsFailure)).ToList();
        return new()
        {
            Unplanned = new(Sum(shares, false), unplanned.Count),
            Planned = new(Sum(shares, true), planned.Count),
            Reasons = Pareto(shares.Where(s => s.Ticks > 0).Select(s => (s.Stop.Reason, s.Stop.Category, s.Stop.Planned, s.Ticks, 1))),
            Machines = [.. byMachine.Select(m => OfMachine(m.Id, m.Pieces, rules)).OrderByDescending(m => m.Unplanned.Time).ThenBy(m => m.MachineId)],
            Longest = Longest(unplanned.Concat(planned)),
            Major = [.. (rules.ListsPlanned ? unplanned.Concat(planned) : unplanned).Where(e => e.Time.Ticks >= rules.Major.Ticks).OrderByDescending(e => e.Time.Ticks).ThenBy(e => e.Time.From)],
            Failures = failures.Count,
            FailureTime = TimeSpan.FromTicks(failures.Sum(e => e.Time.Ticks)),
            Micro = SumOf(unplanned.Where(e => e.Time.Ticks < rules.Micro.Ticks).Select(e => e.Time)),
            Mtbf = failures.Count == 0 || runSeconds == 0 ? null : TimeSpan.FromSeconds(runSeconds) / failures.Count,
            Mttr = failures.Count == 0 ? null : TimeSpan.FromTicks(failures.Sum(e => e.Time.Ticks)) / failures.Count,
            WithoutReason = TimeSpan.FromTicks(shares.Where(s => s.Stop.Reason is null).Sum(s => s.Ticks)),
            CauseMachines = rules.Cause is null ? [] : [.. shares.Where(s => s.Ticks > 0 && rules.IsCause(s.Stop.ReasonId)).GroupBy(s => s.Stop.MachineId)
                .Select(m => (m.Key, new StopSum(TimeSpan.FromTicks(m.Sum(s => s.Ticks)), m.Count()))).OrderByDescending(m => m.Item2.Time).ThenBy(m => m.Key)],
            Rows = byMachine.Sum(m => m.Pieces.Select(p => p.Stop).Distinct(ReferenceEqualityComparer.Instance).Count()),
        };
    }

    private static TimeSpan Sum(IEnumerable<(BookedStop Stop, long Ticks)> shares, bool planned) =>
        TimeSpan.FromTicks(shares.Where(s => s.Stop.Planned == planned).Sum(s => s.Ticks));

    private static MachineDowntime OfMachine(int id, List<StopPiece> pieces, DowntimeRules rules)
    {
        var shares = StopPiece.Groups(pieces).SelectMany(StopPiece.Share).ToList();
        return new(
            id,
            new(Sum(shares, false), Episodes(pieces, stop => !stop.Planned).Count()),
            new(Sum(shares, true), Episodes(pieces, stop => stop.Planned).Count()),
            SumOf(Episodes(pieces, rules.IsFailure).Select(e => e.Time)));
    }

    internal static StopSum SumOf(IEnumerable<TimeSlice> times) =>
        StopSum.Of(times.Select(one => new StopSum(TimeSpan.FromTicks(one.Ticks), 1)));

    private static IEnumerable<StopEpisode> Episodes(IEnumerable<StopPiece> pieces, Func<BookedStop, bool> which) =>
        StopPiece.Groups(pieces.Where(piece => which(piece.Stop))).Select(group => new StopEpisode(
            group[0].Stop.MachineId,
            new(group[0].Time.From, group.Max(p => p.Time.To)),
            StopPiece.Share(group).MaxBy(part => part.Ticks).Stop));

    /// <summary>An unplanned one before planned ones, then the longest, then the first.</summary>
    internal static StopEpisode? Longest(IEnumerable<StopEpisode> episodes) => episodes
        .OrderByDescending(e => e.Reason.Planned ? 0 : 1).ThenByDescending(e => e.Time.Ticks).ThenBy(e => e.Time.From).ThenBy(e => e.MachineId).FirstOrDefault();

    /// <param name="sums">Time and stops by reason, in any number of parts.</param>
    internal static List<ReasonDowntime> Pareto(IEnumerable<(string? Reason, string? Category, bool Planned, long Ticks, int Stops)> sums)
    {
        var reasons = new List<ReasonDowntime>();
        foreach (var kind in sums.GroupBy(s => s.Planned).OrderBy(kind => kind.Key))
        {
            var (whole, soFar) = (kind.Sum(s => s.Ticks), 0L);
            foreach (var reason in kind.GroupBy(s => s.Reason).OrderByDescending(r => r.Sum(s => s.Ticks)).ThenBy(r => r.Key, StringComparer.Ordinal))
            {
                var ticks = reason.Sum(s => s.Ticks);
                soFar += ticks;
                reasons.Add(new(
                    reason.Key, kind.Key, TimeSpan.FromTicks(ticks), reason.Sum(s => s.Stops), (decimal)ticks / whole, (decimal)soFar / whole, reason.First().Category));
            }
        }

        return reasons;
    }
}
