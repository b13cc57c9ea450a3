using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Compare;

/// <summary>Two things side by side, as REST returns them and a model reads them: ratios as fractions, times in hours.</summary>
/// <param name="Difference">First less second; of ratios in points.</param>
internal sealed record CompareData(string Figure, SideData First, SideData Second, decimal? Difference, string? Higher, IReadOnlyList<FigurePairData> Figures, string Convention)
{
    public static JsonElement Of(CompareReport report)
    {
        var difference = report.Difference(report.Measure);
        var direction = difference is { } known ? report.Measure.Direction(known) : 0;
        return JsonSerializer.SerializeToElement(
            new CompareData(
                report.Measure.Name,
                SideOf(report.First, report.Measure),
                SideOf(report.Second, report.Measure),
                Points(report.Measure, difference),
                direction == 0 ? null : direction > 0 ? report.First.Label : report.Second.Label,
                [.. report.Shown.Select(m => new FigurePairData(
                    m.Name, OeeData.Round(m.Of(report.First.Input)), OeeData.Round(m.Of(report.Second.Input)), Points(m, report.Difference(m))))],
                report.Asked.Convention.Words),
            CompareJson.Default.CompareData);
    }

    private static SideData SideOf(Side side, Measure measure) =>
        new(side.Label, side.Scope.Name, side.Scope.Shift, side.Scope.Product?.Name, side.Period.From, side.Period.To, OeeData.Round(measure.Of(side.Input)), side.Input.Sums.Rows);

    private static decimal? Points(Measure measure, decimal? difference) =>
        difference is { } known ? Math.Round(measure.Unit == MeasureUnit.Ratio ? known * 100 : known, 4) : null;
}

/// <param name="Value">Null, and then left out: not computable.</param>
internal sealed record SideData(string Label, string Scope, string? Shift, string? Product, DateOnly From, DateOnly To, decimal? Value, long RowsRead);

internal sealed record FigurePairData(string Figure, decimal? First, decimal? Second, decimal? Difference);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CompareData))]
internal sealed partial class CompareJson : JsonSerializerContext;
