using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>A downtime answer as REST returns it and a model reads it: times in minutes, shares as fractions.</summary>
internal sealed record DowntimeData
{
    public required string Scope { get; init; }
    public string? Shift { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required decimal UnplannedMinutes { get; init; }
    public required int UnplannedStops { get; init; }
    public required decimal PlannedMinutes { get; init; }
    public required int PlannedStops { get; init; }
    public decimal? MicroMinutes { get; init; }
    public int? MicroStops { get; init; }

    /// <summary>Unplanned stops shorter than this are micro-stops.</summary>
    public required decimal MicroUnderMinutes { get; init; }
    public decimal? UnplannedMinutesBefore { get; init; }
    /// <summary>Unplanned time over unplanned stops; left out without stops.</summary>
    public decimal? MinutesPerStop { get; init; }

    /// <summary>The stop reason that was asked for, with what it took; left out where none was. All else is of all reasons.</summary>
    public CauseData? Reason { get; init; }
    public required int Failures { get; init; }

    /// <summary>Null, and then left out: not computable.</summary>
    public decimal? MtbfMinutes { get; init; }
    public decimal? MttrMinutes { get; init; }

    /// <summary>MTBF over MTBF and MTTR together.</summary>
    public decimal? InherentAvailability { get; init; }
    public required decimal WithoutReasonMinutes { get; init; }
    public required IReadOnlyList<ReasonData> Reasons { get; init; }
    public required IReadOnlyList<MachineStopsData> Machines { get; init; }
    public StopData? Longest { get; init; }
    public required IReadOnlyList<StopData> Major { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(DowntimeReport report)
    {
        var (asked, figures) = (report.Asked, report.Figures);
        var data = new DowntimeData
        {
            Scope = asked.Scope.Name,
            Shift = asked.Scope.Shift,
            From = asked.Period.From,
            To = asked.Period.To,
            UnplannedMinutes = Minutes(figures.Unplanned.Time),
            UnplannedStops = figures.Unplanned.Stops,
            PlannedMinutes = Minutes(figures.Planned.Time),
            PlannedStops = figures.Planned.Stops,
            MicroMinutes = figures.Micro is { } micro ? Minutes(micro.Time) : null,
            MicroStops = figures.Micro?.Stops,
            MicroUnderMinutes = Minutes(report.Rules.Micro),
            UnplannedMinutesBefore = report.Before is { } before ? Minutes(before.Unplanned.Time) : null,
            MinutesPerStop = figures.Unplanned.Stops == 0 ? null : Minutes(figures.Unplanned.Time / figures.Unplanned.Stops),
            Reason = report.Cause is { } cause ? CauseOf(report, cause) : null,
            Failures = figures.Failures,
            MtbfMinutes = figures.Mtbf is { } mtbf ? Minutes(mtbf) : null,
            MttrMinutes = figures.Mttr is { } mttr ? Minutes(mttr) : null,
            InherentAvailability = OeeData.Round(figures.InherentAvailability),
            WithoutReasonMinutes = Minutes(figures.WithoutReason),
            Reasons = [.. figures.Reasons.Select(r => new ReasonData(r.Reason, r.Planned, Minutes(r.Time), r.Stops, Math.Round(r.Share, 6), Math.Round(r.Cumulative, 6)))],
            Machines = [.. figures.Machines.Select(m => new MachineStopsData(
                report.MachineName(m.MachineId), Minutes(m.Unplanned.Time), m.Unplanned.Stops, Minutes(m.Planned.Time), m.Planned.Stops))],
            Longest = figures.Longest is { } longest ? StopOf(report, longest) : null,
            Major = [.. figures.Major.Select(stop => StopOf(report, stop))],
            RowsRead = figures.Rows,
        };
        return JsonSerializer.SerializeToElement(data, DowntimeJson.Default.DowntimeData);
    }

    private static StopData StopOf(DowntimeReport report, StopEpisode stop) =>
        new(report.MachineName(stop.MachineId), stop.Reason.Reason, stop.Reason.Planned, report.Local(stop), Minutes(stop.Time.To - stop.Time.From));

    private static CauseData CauseOf(DowntimeReport report, CauseDowntime cause) => new(
        cause.Name, cause.Planned, Minutes(cause.Sum.Time), cause.Sum.Stops, OeeData.Round(cause.Share), cause.PerStop is { } mean ? Minutes(mean) : null,
        cause.Before is { } before ? Minutes(before.Time) : null, [.. report.Figures.CauseMachines.Select(m => new CauseMachineData(report.MachineName(m.MachineId), Minutes(m.Sum.Time), m.Sum.Stops))]);

    private static decimal Minutes(TimeSpan time) => Math.Round(time.Ticks / (decimal)TimeSpan.TicksPerMinute, 2);
}

internal sealed record ReasonData(string? Reason, bool Planned, decimal Minutes, int Stops, decimal Share, decimal Cumulative);

internal sealed record MachineStopsData(string Machine, decimal UnplannedMinutes, int UnplannedStops, decimal PlannedMinutes, int PlannedStops);

/// <param name="Share">Of all unplanned downtime, or of all planned where the reason is planned.</param>
internal sealed record CauseData(
    string Name, bool Planned, decimal Minutes, int Stops, decimal? Share, decimal? MinutesPerStop, decimal? MinutesBefore, IReadOnlyList<CauseMachineData> Machines);

internal sealed record CauseMachineData(string Machine, decimal Minutes, int Stops);

internal sealed record StopData(string Machine, string? Reason, bool Planned, DateTimeOffset Start, decimal Minutes);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DowntimeData))]
internal sealed partial class DowntimeJson : JsonSerializerContext;
