using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>What makes one place differ from others, as REST returns it and a model reads it. Effects are points of OEE, rounded so that each
/// list adds up to its whole: factors, machines, shifts and products to the difference, reasons to the effect of availability. "before" of
/// each effect is the others, "now" the place itself; of a reason its share of the planned time.</summary>
internal sealed record DifferenceData
{
    public required string Name { get; init; }
    public required string Others { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required decimal Oee { get; init; }
    public required decimal OeeOfOthers { get; init; }
    public required decimal DifferencePoints { get; init; }

    /// <summary>1 is the lowest of <see cref="Among"/>; left out where two were named.</summary>
    public int? FromBelow { get; init; }
    public int? Among { get; init; }
    public required IReadOnlyList<EffectData> Factors { get; init; }
    public required IReadOnlyList<EffectData> Reasons { get; init; }
    public required IReadOnlyList<EffectData> Machines { get; init; }
    public required IReadOnlyList<EffectData> Shifts { get; init; }
    public required IReadOnlyList<EffectData> Products { get; init; }
    public required string Convention { get; init; }
    public required long RowsRead { get; init; }

    public static JsonElement Of(DifferenceReport report)
    {
        var factors = EffectData.Factors(report.Factors, report.Theirs, report.Own);
        return JsonSerializer.SerializeToElement(
            new DifferenceData
            {
                Name = report.Name,
                Others = report.Others,
                From = report.Asked.Period.From,
                To = report.Asked.Period.To,
                Oee = OeeData.Round(report.Own.Oee)!.Value,
                OeeOfOthers = OeeData.Round(report.Theirs.Oee)!.Value,
                DifferencePoints = factors.Sum(f => f.Points),
                FromBelow = report.Standing?.FromBelow,
                Among = report.Standing?.Of,
                Factors = factors,
                Reasons = EffectData.Reasons(report.Reasons, r => (OeeData.Round(report.ShareOfTheirs(r)), OeeData.Round(report.ShareOfOwn(r)))),
                Machines = EffectData.Parts(report.Machines),
                Shifts = EffectData.Parts(report.Shifts),
                Products = EffectData.Parts(report.Products),
                Convention = report.Asked.Convention.Words,
                RowsRead = report.Sums.Rows + report.OtherSums.Rows,
            },
            DifferenceJson.Default.DifferenceData);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DifferenceData))]
internal sealed partial class DifferenceJson : JsonSerializerContext;
