namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>A stop as it came in. Its key makes it known again.</summary>
/// <param name="Line">The line of the file or the number in the batch, for the report.</param>
/// <param name="End">Null: the machine still stands.</param>
/// <param name="RunKey">The order or batch that it was booked on; null where it has its own time.</param>
internal sealed record StopRow(
    int Line, string Key, int MachineId, int ShiftId, DateOnly Day, int? ReasonId, bool Planned, DateTimeOffset Start, DateTimeOffset? End, string? RunKey = null);

/// <summary>Pieces that were counted at a time, or one cycle.</summary>
/// <param name="RunSeconds">How long the machine ran for them, where that is known.</param>
internal sealed record CountRow(
    int Line, string Key, int MachineId, int ShiftId, DateOnly Day, DateTimeOffset At, int? ProductId, int? OrderId, int Total, int Good, int Scrap, decimal? RunSeconds);

/// <summary>What a machine made in a shift, an order or a batch, as it was booked.</summary>
/// <param name="PlannedSeconds">Null: from the shift calendar.</param>
/// <param name="RunSeconds">Null: planned time less the stops.</param>
internal sealed record ProductionRow(
    int Line, string Key, int MachineId, int ShiftId, DateOnly Day, int? OrderId, DateTimeOffset? Start, DateTimeOffset? End, string? Operator,
    int? ScheduledSeconds, int? PlannedSeconds, int? RunSeconds, decimal IdealSeconds, int Total, int Good, int Scrap);

internal sealed record IssueRow(
    int Line, string Key, int MachineId, int ShiftId, DateOnly Day, int DefectId, DateTimeOffset At, string Severity, string Description, int Parts);

/// <summary>What became of rows: told of each load.</summary>
internal sealed record IntakeCounts(int New, int Changed, int Unchanged)
{
    public static IntakeCounts None { get; } = new(0, 0, 0);

    public bool ChangesAnything => New + Changed > 0;

    public static IntakeCounts operator +(IntakeCounts a, IntakeCounts b) => new(a.New + b.New, a.Changed + b.Changed, a.Unchanged + b.Unchanged);
}

/// <summary>The hours of a machine whose figures depend on rows that came in.</summary>
internal readonly record struct IntakeSlot(DateOnly Day, int MachineId, int ShiftId);
