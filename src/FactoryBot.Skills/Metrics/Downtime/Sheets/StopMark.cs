namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Days of a machine, both included, whose sheets are old.</summary>
internal sealed record StopMark(int MachineId, DateOnly First, DateOnly Last)
{
    public bool Touches(DateOnly from, DateOnly to) => First <= to && Last >= from;
}

/// <param name="Slice"><see cref="SliceSheet.WholeDay"/> or a shift's id.</param>
/// <param name="Bucket">The day, or the first of the month or quarter.</param>
internal readonly record struct StoredSheet(short Grain, int MachineId, int Slice, DateOnly Bucket, byte[] Bytes);

/// <param name="Rules">Null where there are no sheets yet.</param>
internal sealed record SheetState(string? Rules, SheetReasons Reasons, IReadOnlyList<StopMark> Marks);
