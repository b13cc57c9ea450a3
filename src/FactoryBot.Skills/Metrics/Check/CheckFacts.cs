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

/// <summary>A line over all months that a period touches.</summary>
/// <param name="Unplanned">A product was made in a month's shifts of a name with no planned time at all.</param>
/// <param name="IdealMissing">A product was made without an ideal time.</param>
internal readonly record struct LineSums(int LineId, bool Unplanned, long Total, long Good, long Scrap, bool IdealMissing);

/// <summary>What the kept sums show of a wide part of the plant.</summary>
/// <param name="SiteDays">The days of each site with production.</param>
/// <param name="LastDays">The last day of each line with production.</param>
/// <param name="Counted">Days of the whole plant on which the hourly counts hold more pieces than production.</param>
internal sealed record SumFacts(
    IReadOnlyList<LineSums> Lines,
    IReadOnlyList<(int SiteId, DateOnly Day)> SiteDays,
    IReadOnlyList<(int LineId, DateOnly Day)> LastDays,
    IReadOnlyList<(DateOnly Day, long Production, long Counted)> Counted,
    IReadOnlyList<OpenFacts> Open,
    IReadOnlySet<int> LinesWithCalendar);
