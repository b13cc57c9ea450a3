using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Metrics.Output;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>A digest as REST returns it and a model reads it: ratios as fractions, times in minutes.</summary>
internal sealed record DigestData
{
    public required string Scope { get; init; }
    public string? Shift { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Null, and then left out: not computable.</summary>
    public decimal? Oee { get; init; }
    public decimal? Availability { get; init; }
    public decimal? Performance { get; init; }
    public decimal? Quality { get; init; }

    /// <summary>Against the period before.</summary>
    public decimal? ChangePoints { get; init; }
    public required long Total { get; init; }
    public required long Good { get; init; }
    public required long Scrap { get; init; }
    public decimal? ScrapRate { get; init; }
    public decimal? UnplannedMinutes { get; init; }
    public int? UnplannedStops { get; init; }
    public decimal? PlannedMinutes { get; init; }
    public required IReadOnlyList<LossData> TopLosses { get; init; }
    public required IReadOnlyList<DigestMachineData> Machines { get; init; }
    public required long QualityIssues { get; init; }
    public required string Convention { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(DigestReport report)
    {
        var (asked, oee, stops) = (report.Asked, report.Oee, report.Downtime?.Figures);
        return JsonSerializer.SerializeToElement(
            new DigestData
            {
                Scope = asked.Scope.Name,
                Shift = asked.Scope.Shift,
                From = asked.Period.From,
                To = asked.Period.To,
                Oee = OeeData.Round(oee.Figures.Oee),
                Availability = OeeData.Round(oee.Figures.Availability),
                Performance = OeeData.Round(oee.Figures.Performance),
                Quality = OeeData.Round(oee.Figures.Quality),
                ChangePoints = oee.Change is { } change ? Math.Round(change * 100, 4) : null,
                Total = oee.Sums.Total,
                Good = oee.Sums.Good,
                Scrap = oee.Sums.Scrap,
                ScrapRate = OeeData.Round(Pieces.Of(oee.Sums).ScrapRate),
                UnplannedMinutes = stops is null ? null : Minutes(stops.Unplanned.Time),
                UnplannedStops = stops?.Unplanned.Stops,
                PlannedMinutes = stops is null ? null : Minutes(stops.Planned.Time),
                TopLosses = [.. report.Top.Select(loss => new LossData(
                    loss.Kind.ToString().ToLowerInvariant(), loss.Name, Minutes(loss.Time), loss.Points is { } points ? Math.Round(points * 100, 4) : null))],
                Machines = [.. report.Ranked.Select(machine => new DigestMachineData(
                    machine.Name,
                    OeeData.Round(machine.Figures.Oee),
                    OeeData.Round(machine.Figures.Availability),
                    OeeData.Round(machine.Figures.Performance),
                    OeeData.Round(machine.Figures.Quality)))],
                QualityIssues = report.Issues.Rows,
                Convention = asked.Convention.Words,
                RowsRead = report.Rows,
            },
            DigestJson.Default.DigestData);
    }

    private static decimal Minutes(TimeSpan time) => Math.Round(time.Ticks / (decimal)TimeSpan.TicksPerMinute, 2);
}

/// <param name="Kind">availability, performance or quality.</param>
/// <param name="Points">Points of OEE that it costs.</param>
internal sealed record LossData(string Kind, string Name, decimal Minutes, decimal? Points);

internal sealed record DigestMachineData(string Name, decimal? Oee, decimal? Availability, decimal? Performance, decimal? Quality);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DigestData))]
internal sealed partial class DigestJson : JsonSerializerContext;
