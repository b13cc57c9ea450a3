using FactoryBot.Skills.Metrics.Calendar;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>What was counted of one product or order in a slot.</summary>
/// <param name="RunSeconds">Null: not every count says how long the machine ran.</param>
internal sealed record CountSum(IntakeSlot Slot, int? ProductId, int? OrderId, int Total, int Good, int Scrap, decimal? RunSeconds);

/// <summary>Makes production out of counts: times from the shift calendar and the stops, or from the cycles themselves. Pure.</summary>
internal static class DeriveProduction
{
    /// <param name="shift">Null: the line has no calendar or does not work then; the planned time stays 0, and so unknown.</param>
    public static IEnumerable<ProductionFact> Of(
        IntakeSlot slot, PlantMachine machine, MasterData master, PlannedShift? shift, IReadOnlyList<CountSum> sums, IReadOnlyList<StopSpan> stops)
    {
        var (planned, run) = ProductionTimes.Of(shift?.Busy ?? [], stops);
        var scheduled = shift?.ScheduledSeconds ?? 0;
        var ideals = sums.Select(sum => master.Ideal(machine, sum.ProductId)).ToList();
        var weights = sums.Zip(ideals, (sum, ideal) => sum.Total * (ideal == 0 ? 1 : ideal)).ToList();
        var measured = sums.All(sum => sum.RunSeconds is not null);
        var (scheduledParts, plannedParts, runParts) =
            (ProductionTimes.Share(scheduled, weights), ProductionTimes.Share(planned, weights), ProductionTimes.Share(run, weights));
        for (var i = 0; i < sums.Count; i++)
        {
            var sum = sums[i];
            yield return new(
                FormattableString.Invariant($"counts {slot.Day:yyyy-MM-dd} {slot.MachineId} {slot.ShiftId} {sum.OrderId ?? 0} {sum.ProductId ?? 0}"),
                slot, sum.OrderId, null, null, null, scheduledParts[i], plannedParts[i],
                measured ? (int)Math.Round(sum.RunSeconds!.Value, MidpointRounding.AwayFromZero) : runParts[i],
                ideals[i], sum.Total, sum.Good, sum.Scrap, Derived: true, PlanFromCalendar: shift is not null, RunFromStops: !measured);
        }
    }
}
