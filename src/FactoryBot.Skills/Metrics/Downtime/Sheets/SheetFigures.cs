namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>What <see cref="ComputeDowntime"/> says, from sheets in place of stops.</summary>
internal static class SheetFigures
{
    /// <param name="machines">One slice for each machine with stops, over all days asked for.</param>
    /// <param name="complete">False: an episode shorter than <see cref="SliceSheet.Floor"/> may be the longest, so the stops have to be read for it.</param>
    public static DowntimeFigures Of(
        IReadOnlyList<(int MachineId, SliceSheet Slice)> machines, SheetReasons reasons, DowntimeRules rules, long runSeconds, out bool complete)
    {
        var ordered = machines.OrderBy(machine => machine.MachineId).ToList();
        var sums = new Dictionary<(int? Id, bool Planned), (long Ticks, int Stops)>();
        foreach (var (_, slice) in ordered)
        {
            foreach (var reason in slice.Reasons)
                Add(reason.ReasonId, reason.Planned, reason.Ticks, reason.Stops);
            foreach (var border in slice.Borders)
                Add(border.ReasonId, border.Planned, 0, 1);
        }

        // Of each machine only what can be the longest, or is a major one: most standstills are neither.
        var longest = ComputeDowntime.Longest(ordered.SelectMany(machine => Longest(machine.Slice).Select(episode => Episode(machine.MachineId, episode, reasons))));
        var major = ordered.SelectMany(machine => machine.Slice.Episodes.Where(episode => !episode.Planned && episode.Time.Ticks >= rules.Major.Ticks)
            .Select(episode => Episode(machine.MachineId, episode, reasons)));
        var counts = new StopSum(Time(sums.Where(sum => !sum.Key.Planned)), ordered.Sum(machine => machine.Slice.Unplanned.Total));
        complete = longest is { } known && known.Time.Ticks >= SliceSheet.Floor.Ticks && (!known.Reason.Planned || counts.Stops == 0);
        var failures = ordered.Sum(machine => machine.Slice.Failures.Total);
        return new()
        {
            Unplanned = counts,
            Planned = new(Time(sums.Where(sum => sum.Key.Planned)), ordered.Sum(machine => machine.Slice.Planned.Total)),
            Reasons = ComputeDowntime.Pareto(sums.Select(sum => (
                sum.Key.Id is { } id ? reasons.Name(id) : null, sum.Key.Id is { } same ? reasons.Category(same) : null, sum.Key.Planned, sum.Value.Ticks, sum.Value.Stops))),
            Machines = [.. ordered.Select(machine => new MachineDowntime(
                    machine.MachineId,
                    new(Time(machine.Slice, false), machine.Slice.Unplanned.Total),
                    new(Time(machine.Slice, true), machine.Slice.Planned.Total),
                    new(TimeSpan.FromTicks(machine.Slice.FailureTicks), machine.Slice.Failures.Total)))
                .OrderByDescending(machine => machine.Unplanned.Time).ThenBy(machine => machine.MachineId)],
            Longest = longest,
            Major = [.. major.OrderByDescending(episode => episode.Time.Ticks).ThenBy(episode => episode.Time.From)],
            Failures = failures,
            FailureTime = TimeSpan.FromTicks(ordered.Sum(machine => machine.Slice.FailureTicks)),
            Micro = StopSum.Of(ordered.Select(machine => machine.Slice.Micro)
                .Append(ComputeDowntime.SumOf(ordered.SelectMany(machine => machine.Slice.Episodes).Where(episode => episode.IsBorder && rules.IsMicro(episode)).Select(episode => episode.Time)))),
            CauseMachines = rules.Cause is null ? [] : [.. ordered.Select(machine => (machine.MachineId, Sum: CauseOf(machine.Slice, rules)))
                .Where(machine => machine.Sum.Time > TimeSpan.Zero).OrderByDescending(machine => machine.Sum.Time).ThenBy(machine => machine.MachineId)],
            Mtbf = failures == 0 || runSeconds == 0 ? null : TimeSpan.FromSeconds(runSeconds) / failures,
            Mttr = failures == 0 ? null : TimeSpan.FromTicks(ordered.Sum(machine => machine.Slice.FailureTicks)) / failures,
            WithoutReason = Time(sums.Where(sum => sum.Key.Id is null)),
            Rows = ordered.Sum(machine => (long)machine.Slice.Rows.Total),
        };

        void Add(int? id, bool planned, long ticks, int stops)
        {
            var sum = sums.GetValueOrDefault((id, planned));
            sums[(id, planned)] = (sum.Ticks + ticks, sum.Stops + stops);
        }
    }

    private static StopSum CauseOf(SliceSheet slice, DowntimeRules rules) => new(
        TimeSpan.FromTicks(slice.Reasons.Where(reason => rules.IsCause(reason.ReasonId)).Sum(reason => reason.Ticks)),
        slice.Reasons.Where(reason => rules.IsCause(reason.ReasonId)).Sum(reason => reason.Stops) + slice.Borders.Count(border => rules.IsCause(border.ReasonId)));

    private static IEnumerable<SheetEpisode> Longest(SliceSheet slice)
    {
        SheetEpisode? longest = null;
        foreach (var episode in slice.Episodes)
        {
            if (longest is null || (longest.Planned && !episode.Planned) || (longest.Planned == episode.Planned
                && (episode.Time.Ticks > longest.Time.Ticks || (episode.Time.Ticks == longest.Time.Ticks && episode.Time.From < longest.Time.From))))
                longest = episode;
        }

        return longest is null ? [] : [longest];
    }

    private static TimeSpan Time(IEnumerable<KeyValuePair<(int? Id, bool Planned), (long Ticks, int Stops)>> sums) =>
        TimeSpan.FromTicks(sums.Sum(sum => sum.Value.Ticks));

    private static TimeSpan Time(SliceSheet slice, bool planned) =>
        TimeSpan.FromTicks(slice.Reasons.Where(reason => reason.Planned == planned).Sum(reason => reason.Ticks));

    private static StopEpisode Episode(int machineId, SheetEpisode episode, SheetReasons reasons)
    {
        var part = episode.Largest;
        return new(machineId, episode.Time, new(
            machineId, part.Reason, part.ReasonId is { } id ? reasons.Category(id) : null, episode.Planned, part.Start, part.End, part.Key, part.ReasonId));
    }
}

/// <summary>The tenant's stop reasons by id.</summary>
internal sealed class SheetReasons(IReadOnlyDictionary<int, (string Name, string Category)> reasons)
{
    public string Name(int id) => reasons[id].Name;

    public string Category(int id) => reasons[id].Category;
}
