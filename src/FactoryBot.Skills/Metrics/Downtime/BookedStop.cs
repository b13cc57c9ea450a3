using FactoryBot.Skills.Metrics.Downtime.Sheets;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>A stop as it was booked. Stops of one machine may overlap.</summary>
/// <param name="Reason">Null where none was given.</param>
/// <param name="Category">The kind of reason, for example "Breakdown".</param>
/// <param name="Planned">Taken out of the planned busy time, and so no loss.</param>
/// <param name="Key">Which row it is; needed for sums that are kept.</param>
internal sealed record BookedStop(
    int MachineId, string? Reason, string? Category, bool Planned, DateTimeOffset Start, DateTimeOffset End, StopKey Key = default, int? ReasonId = null);

/// <summary>A run of time, its end excluded.</summary>
internal readonly record struct TimeSlice(DateTimeOffset From, DateTimeOffset To)
{
    public long Ticks => Math.Max(0, (To - From).Ticks);

    public TimeSlice Within(TimeSlice other) => new(From > other.From ? From : other.From, To < other.To ? To : other.To);
}
