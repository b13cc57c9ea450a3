using System.Numerics;

namespace FactoryBot.Skills.Metrics;

/// <summary>The times and counts behind an OEE, summed over any number of production rows. Adding is exact (whole seconds,
/// whole pieces, decimal products), so every split of the same rows adds up to the same whole.</summary>
/// <param name="PlannedSeconds">Planned busy time (ISO 22400-2 PBT): the time in which the machine was meant to produce.</param>
/// <param name="RunSeconds">Actual production time (ISO 22400-2 APT): the time in which it produced.</param>
/// <param name="IdealSeconds">Ideal cycle (ISO 22400-2 planned run time per item, PRI) × all pieces, summed.</param>
/// <param name="IdealGoodSeconds">Ideal cycle × good pieces, summed.</param>
/// <param name="Total">Produced quantity (ISO 22400-2 PQ), pieces.</param>
/// <param name="Good">Good quantity (ISO 22400-2 GQ), pieces.</param>
/// <param name="Scrap">Scrap quantity (ISO 22400-2 SQ), pieces.</param>
/// <param name="Rows">Production rows that were read.</param>
/// <param name="ScheduledSeconds">The planned time with its planned stops (breaks, planned maintenance) still in it.</param>
internal readonly record struct OeeSums(
    long PlannedSeconds,
    long RunSeconds,
    decimal IdealSeconds,
    decimal IdealGoodSeconds,
    long Total,
    long Good,
    long Scrap,
    long Rows,
    long ScheduledSeconds) : IAdditionOperators<OeeSums, OeeSums, OeeSums>
{
    public static OeeSums Of(
        long plannedSeconds, long runSeconds, decimal idealCycleSeconds, long total, long good, long? scrap = null, long? scheduledSeconds = null) =>
        new(plannedSeconds, runSeconds, idealCycleSeconds * total, idealCycleSeconds * good, total, good, scrap ?? total - good, 1, scheduledSeconds ?? plannedSeconds);

    public static OeeSums Of(IEnumerable<OeeSums> parts) => parts.Aggregate(default(OeeSums), (sum, part) => sum + part);

    public static OeeSums operator +(OeeSums left, OeeSums right) => new(
        left.PlannedSeconds + right.PlannedSeconds,
        left.RunSeconds + right.RunSeconds,
        left.IdealSeconds + right.IdealSeconds,
        left.IdealGoodSeconds + right.IdealGoodSeconds,
        left.Total + right.Total,
        left.Good + right.Good,
        left.Scrap + right.Scrap,
        left.Rows + right.Rows,
        left.ScheduledSeconds + right.ScheduledSeconds);
}
