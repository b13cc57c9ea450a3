using System.Globalization;
using FactoryBot.Skills.Metrics.Cells;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>The two that are set against each other: what was named, and the others of its kind or the one that was named beside it.</summary>
/// <param name="By">What the two are; null where they are of different kinds.</param>
internal sealed record DifferenceSides(PlantScope Own, string Name, PlantScope Theirs, string Others, SplitBy? By)
{
    /// <summary>A shift against the other shifts of the same place, a machine against the other machines of the line that was named or of the
    /// plant, a line against the other lines of its site.</summary>
    /// <param name="by">What is set against its like, where more than one thing was named: a machine of the night shift against other machines of it.</param>
    /// <returns>Null where nothing was named, or there are no others.</returns>
    public static DifferenceSides? AgainstOthers(PlantData plant, PlantScope scope, PlantQuestion question, SplitBy? by)
    {
        if (scope.Shift is { } shift && (by is null or SplitBy.Shift || scope.IsWholePlant))
        {
            var others = plant.Shifts.Where(s => s.Name != shift).ToList();
            var names = others.Select(s => s.Name).Distinct(StringComparer.Ordinal).ToList();
            return names.Count == 0 ? null : new(
                scope, PlantScope.ShiftName(shift), scope with { Shift = null, ShiftIds = [.. others.Select(s => s.Id)] },
                names.Count == 1 ? "the " + PlantScope.ShiftName(names[0]) : Together(names.Count, "shifts"), SplitBy.Shift);
        }

        if (scope.Machine is { } machine)
        {
            var within = question.Line is null && question.Site is null ? null : scope.PlaceIds;
            var others = plant.Machines.Where(m => m.Id != machine.Id && (within is null || within.Contains(m.Id))).ToList();
            return Places(scope, machine.Name, [.. others.Select(m => m.Name)], [.. others.Select(m => m.Id)], "machines", SplitBy.Machine);
        }

        if (scope.Line is { } line)
        {
            var others = plant.Lines.Where(l => l.Id != line.Id && (question.Site is null || l.SiteId == line.SiteId)).ToList();
            return Places(scope, line.Name, [.. others.Select(l => l.Name)], MachinesOf(plant, others), "lines", SplitBy.Line);
        }

        if (scope.Site is { } site)
        {
            var others = plant.Sites.Where(s => s.Id != site.Id).ToList();
            var lines = plant.Lines.Where(l => l.SiteId != site.Id);
            return Places(scope, site.Name, [.. others.Select(s => s.Name)], MachinesOf(plant, lines), "sites", SplitBy.Site);
        }

        return null;
    }

    /// <summary>Two that were both named.</summary>
    public static DifferenceSides Of(PlantScope own, PlantScope theirs)
    {
        var by = own.Shift != theirs.Shift && own.Name == theirs.Name ? SplitBy.Shift
            : own.Machine is not null && theirs.Machine is not null ? SplitBy.Machine
            : own.Machine is null && theirs.Machine is null && own.Line is not null && theirs.Line is not null ? SplitBy.Line
            : (SplitBy?)null;
        return new(own, Named(own), theirs, Named(theirs), by);

        string Named(PlantScope scope) => by == SplitBy.Shift && scope.Shift is { } shift ? "the " + PlantScope.ShiftName(shift) : scope.Phrase;
    }

    /// <summary>Where the standing among all of a kind is read: the place without what was set against the others.</summary>
    public PlantScope Among => By == SplitBy.Shift
        ? Own with { Shift = null, ShiftIds = null }
        : new PlantScope { Shift = Own.Shift, ShiftIds = Own.ShiftIds, Product = Own.Product, MachineIds = Own.MachineIds is { } own && Theirs.MachineIds is { } theirs ? [.. own, .. theirs] : null };

    private static DifferenceSides? Places(PlantScope scope, string name, List<string> names, int[] machines, string nouns, SplitBy by) => names.Count == 0 ? null : new(
        scope,
        name,
        new() { Shift = scope.Shift, ShiftIds = scope.ShiftIds, Product = scope.Product, MachineIds = machines },
        names.Count == 1 ? names[0] : Together(names.Count, nouns),
        by);

    private static int[] MachinesOf(PlantData plant, IEnumerable<PlantLine> lines)
    {
        var ids = lines.Select(line => line.Id).ToHashSet();
        return [.. plant.Machines.Where(machine => ids.Contains(machine.LineId)).Select(machine => machine.Id)];
    }

    private static string Together(int count, string nouns) => string.Create(CultureInfo.InvariantCulture, $"the other {count} {nouns} together");
}
