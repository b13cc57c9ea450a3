using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>What changed the OEE, as REST returns it and a model reads it. Effects are points of OEE, rounded so that each list adds up to its
/// whole: factors, machines, shifts and products to the change, reasons to the effect of availability.</summary>
internal sealed record WhyData
{
    public required string Scope { get; init; }
    public string? Shift { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required DateOnly BeforeFrom { get; init; }
    public required DateOnly BeforeTo { get; init; }
    public required decimal OeeBefore { get; init; }
    public required decimal Oee { get; init; }
    public required decimal ChangePoints { get; init; }
    public required IReadOnlyList<EffectData> Factors { get; init; }
    public required IReadOnlyList<EffectData> Reasons { get; init; }
    public required IReadOnlyList<EffectData> Machines { get; init; }
    public required IReadOnlyList<EffectData> Shifts { get; init; }
    public required IReadOnlyList<EffectData> Products { get; init; }
    public required string Convention { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(WhyReport report)
    {
        var factors = EffectData.Factors(report.Factors, report.Before, report.Now);
        return JsonSerializer.SerializeToElement(
            new WhyData
            {
                Scope = report.Asked.Scope.Name,
                Shift = report.Asked.Scope.Shift,
                From = report.Asked.Period.From,
                To = report.Asked.Period.To,
                BeforeFrom = report.BeforePeriod.From,
                BeforeTo = report.BeforePeriod.To,
                OeeBefore = OeeData.Round(report.Before.Oee)!.Value,
                Oee = OeeData.Round(report.Now.Oee)!.Value,
                ChangePoints = factors.Sum(f => f.Points),
                Factors = factors,
                Reasons = EffectData.Reasons(report.Reasons, r => (Minutes(r.Before), Minutes(r.Now))),
                Machines = EffectData.Parts(report.Machines),
                Shifts = EffectData.Parts(report.Shifts),
                Products = EffectData.Parts(report.Products),
                Convention = report.Asked.Convention.Words,
                RowsRead = report.Rows,
            },
            WhyJson.Default.WhyData);
    }

    private static decimal Minutes(TimeSpan time) => Math.Round(time.Ticks / (decimal)TimeSpan.TicksPerMinute, 2);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WhyData))]
internal sealed partial class WhyJson : JsonSerializerContext;
