using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Measures;

/// <summary>The stops that measures are computed from: the unplanned ones and the failures among them, or those of the stop reason that is asked for.</summary>
internal readonly record struct CountedStops(StopSum Unplanned, StopSum Failures)
{
    public static CountedStops Of(PlantAsked asked, DowntimeFigures figures) =>
        CauseDowntime.In(asked, figures, null) is { } cause ? new(cause.Sum, cause.Sum) : new(figures.Unplanned, figures.FailureSum);

    /// <summary>Of some machines of a place.</summary>
    public static CountedStops Of(PlantAsked asked, DowntimeFigures figures, IReadOnlyCollection<int> machineIds)
    {
        if (asked.Scope.Cause is not null)
        {
            var sum = StopSum.Of(figures.CauseMachines.Where(machine => machineIds.Contains(machine.MachineId)).Select(machine => machine.Sum));
            return new(sum, sum);
        }

        var own = figures.Machines.Where(machine => machineIds.Contains(machine.MachineId)).ToList();
        return new(StopSum.Of(own.Select(machine => machine.Unplanned)), StopSum.Of(own.Select(machine => machine.Failures)));
    }
}
