namespace FactoryBot.Skills.Metrics.Demo;

internal sealed record ProductionRow(
    DateOnly Day,
    int MachineId,
    int ShiftId,
    int WorkOrderId,
    int ScheduledSeconds,
    int PlannedSeconds,
    int RunSeconds,
    decimal IdealCycleSeconds,
    int Total,
    int Good,
    int Scrap);

internal sealed record LineRow(
    DateOnly Day, int LineId, int ShiftId, int PlannedSeconds, int RunSeconds, decimal IdealSeconds, int Total, int Good, int Scrap);

internal sealed record StopRow(
    DateOnly Day, long StopId, int MachineId, int ShiftId, int ReasonId, bool Planned, DateTimeOffset Start, DateTimeOffset End);

internal sealed record CountRow(
    DateOnly Day, int MachineId, int ShiftId, DateTimeOffset HourAt, int Total, int Good, int Scrap);

internal sealed record IssueRow(
    DateOnly Day,
    long IssueId,
    int MachineId,
    int ShiftId,
    int DefectTypeId,
    DateTimeOffset NoticedAt,
    string Severity,
    string Description,
    int PartsAffected);

internal sealed record WorkOrderRow(
    int WorkOrderId, string Number, int LineId, int ProductId, int JobStatusId, DateOnly StartsOn, DateOnly DueOn, int Quantity);

/// <summary>All facts of a generated plant.</summary>
internal sealed class DemoRows
{
    public List<WorkOrderRow> WorkOrders { get; } = [];
    public List<ProductionRow> Production { get; } = [];
    public List<LineRow> Lines { get; } = [];
    public List<StopRow> Stops { get; } = [];
    public List<CountRow> Counts { get; } = [];
    public List<IssueRow> Issues { get; } = [];

    public long Count => WorkOrders.Count + Production.Count + Lines.Count + Stops.Count + Counts.Count + Issues.Count;
}
