using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Trend;

/// <summary>A trend as REST returns it and a model reads it: ratios in %, times in hours.</summary>
internal sealed record TrendData
{
    public required string Figure { get; init; }

    /// <summary>"%", "pieces", "h" or "count".</summary>
    public required string Unit { get; init; }
    public required string Scope { get; init; }
    public string? Shift { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>rising, falling, or none.</summary>
    public required string Direction { get; init; }
    public required double SlopePerWeek { get; init; }
    public ChangePointData? ChangePoint { get; init; }
    public required IReadOnlyList<DayValueData> Outliers { get; init; }
    public required IReadOnlyList<TrendDayData> Days { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(TrendReport report) => JsonSerializer.SerializeToElement(
        new TrendData
        {
            Figure = report.Measure.Name,
            Unit = report.Measure.Unit switch
            {
                MeasureUnit.Ratio => "%",
                MeasureUnit.Pieces => "pieces",
                MeasureUnit.Hours => "h",
                _ => "count",
            },
            Scope = report.Asked.Scope.Name,
            Shift = report.Asked.Scope.Shift,
            From = report.Asked.Period.From,
            To = report.Asked.Period.To,
            Direction = report.Statistics.Direction switch { > 0 => "rising", < 0 => "falling", _ => "none" },
            SlopePerWeek = Math.Round(report.Statistics.SlopePerDay * 7, 4),
            ChangePoint = report.Statistics.ChangePoint is { } change
                ? new(report.Days[change.At].Day, Math.Round(change.Before, 4), Math.Round(change.After, 4))
                : null,
            Outliers = [.. report.Statistics.Outliers.Select(at => new DayValueData(report.Days[at].Day, report.Days[at].Value))],
            Days = [.. report.Days.Zip(report.Statistics.MovingAverage, (day, average) => new TrendDayData(day.Day, day.Value, Math.Round(average, 4)))],
            RowsRead = report.Rows,
        },
        TrendJson.Default.TrendData);
}

/// <param name="Day">The first day of the new level.</param>
internal sealed record ChangePointData(DateOnly Day, double Before, double After);

internal sealed record DayValueData(DateOnly Day, double Value);

internal sealed record TrendDayData(DateOnly Day, double Value, double Average);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrendData))]
internal sealed partial class TrendJson : JsonSerializerContext;
