namespace FactoryBot.Skills.Metrics.Check;

/// <summary>One machine in one shift of one day, as booked.</summary>
internal readonly record struct SlotFacts(
    int MachineId, DateOnly Day, int ShiftId, long Planned, long Run, decimal Ideal, long Total, long Good, long Scrap, bool IdealMissing);

/// <summary>What another table counted for the same machine or line and day.</summary>
internal readonly record struct CountedFacts(int Id, DateOnly Day, long Total);

/// <summary>The stops of a machine in one week.</summary>
/// <param name="Overlap">Seconds that more than one stop claims.</param>
internal readonly record struct StopFacts(int MachineId, DateOnly Week, int Stops, long Unplanned, long Planned, long WithoutReason, int Overlapping, long Overlap);

internal readonly record struct OpenFacts(int MachineId, int Stops, DateTimeOffset Since);

/// <summary>All that is looked at for a part of the plant and a time.</summary>
internal sealed record CheckFacts(
    IReadOnlyList<SlotFacts> Slots,
    IReadOnlyList<CountedFacts> Hourly,
    IReadOnlyList<CountedFacts> ByLine,
    IReadOnlyList<StopFacts> Stops,
    IReadOnlyList<OpenFacts> Open,
    IReadOnlySet<int> LinesWithCalendar);
