using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Calendar;
using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Writes what was read, and what follows from it.</summary>
internal static class WriteLines
{
    public static async Task<IntakeCounts> RunAsync(TenantScope scope, MasterData master, LinesRead lines, CancellationToken cancellationToken)
    {
        if (lines.Kind == ImportKind.Calendar)
            return await CalendarAsync(scope, master, lines, cancellationToken);
        await MasterStore.WriteAsync(scope, master, cancellationToken);
        switch (lines.Kind)
        {
            case ImportKind.Production:
                return await ProductionIntakeStore.WriteAsync(scope, await KeepProduction.CompleteAsync(scope, master, lines.Production, cancellationToken), cancellationToken);
            case ImportKind.Counts or ImportKind.Cycles:
                var counts = await CountIntakeStore.WriteAsync(scope, lines.Counts, cancellationToken);
                await SettleCounts.WithinAsync(scope, master, cancellationToken);
                return counts;
            case ImportKind.Stops:
                var (stops, touched) = await StopIntakeStore.WriteAsync(scope, lines.Stops, cancellationToken);
                await KeepProduction.FromStopsAsync(scope, master, touched, cancellationToken);
                await SettleCounts.WithinAsync(scope, master, cancellationToken);
                return stops;
            case ImportKind.Issues:
                return await IssueIntakeStore.WriteAsync(scope, lines.Issues, cancellationToken);
            default:
                return lines.Master;
        }
    }

    /// <summary>The shifts of each line or site that the file names replace its old ones; days that differ are added.</summary>
    private static async Task<IntakeCounts> CalendarAsync(TenantScope scope, MasterData master, LinesRead lines, CancellationToken cancellationToken)
    {
        var (rules, days) = await CalendarStore.ReadAsync(scope, cancellationToken);
        var named = lines.Rules.Select(rule => (rule.SiteId, rule.LineId)).ToHashSet();
        var (old, kept) = (rules.Where(rule => named.Contains((rule.SiteId, rule.LineId))).ToList(), rules.Where(rule => !named.Contains((rule.SiteId, rule.LineId))));
        var same = lines.Rules.Count(rule => old.Exists(o => Same(o, rule)));
        var newDays = lines.Days.Where(day => !days.Exists(d => d with { Id = 0 } == day)).ToList();
        var replaced = days.RemoveAll(d => newDays.Exists(n => (n.SiteId, n.LineId, n.Day, n.Kind, n.Starts) == (d.SiteId, d.LineId, d.Day, d.Kind, d.Starts)));
        var counts = new IntakeCounts(
            newDays.Count - replaced + Math.Max(0, lines.Rules.Count - old.Count), replaced + Math.Max(0, Math.Min(lines.Rules.Count, old.Count) - same) + Math.Max(0, old.Count - lines.Rules.Count),
            same + lines.Days.Count - newDays.Count);
        if (!counts.ChangesAnything)
            return counts;
        await MasterStore.WriteAsync(scope, master, cancellationToken);
        List<ShiftRule> all = [.. kept, .. lines.Rules];
        List<CalendarDay> allDays = [.. days, .. newDays];
        await CalendarStore.WriteAsync(scope, all, allDays, cancellationToken);
        master.Calendar = new(all, allDays);
        var slots = await DerivedSlotStore.ReadAsync(scope, cancellationToken);
        await KeepProduction.FromCountsAsync(scope, master, slots, cancellationToken);
        return counts;
    }

    private static bool Same(ShiftRule a, ShiftRule b) =>
        a with { Id = 0, Days = b.Days, Breaks = b.Breaks } == b with { Id = 0 } && a.Days.SequenceEqual(b.Days) && a.Breaks.SequenceEqual(b.Breaks);
}
