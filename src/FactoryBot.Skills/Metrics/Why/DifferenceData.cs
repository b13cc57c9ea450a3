using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>What makes one place differ from others, as REST returns it and a model reads it. Effects are points of OEE, rounded so that each
/// list adds up to its whole: factors, machines, shifts and products to the difference, reasons to the effect of availability. "before" of
/// each effect is the others, "now" the place itself; of a reason its share of the planned time.</summary>
internal sealed record DifferenceData
{
    private const int Digits = 4;

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
        var (own, theirs, factors) = (report.Own, report.Theirs, report.Factors);
        var points = ShownShares.Points([factors.Availability, factors.Performance, factors.Quality], Digits);
        return JsonSerializer.SerializeToElement(
            new DifferenceData
            {
                Name = report.Name,
                Others = report.Others,
                From = report.Asked.Period.From,
                To = report.Asked.Period.To,
                Oee = OeeData.Round(own.Oee)!.Value,
                OeeOfOthers = OeeData.Round(theirs.Oee)!.Value,
                DifferencePoints = points.Sum(),
                FromBelow = report.Standing?.FromBelow,
                Among = report.Standing?.Of,
                Factors =
                [
                    new("availability", points[0], OeeData.Round(theirs.Availability), OeeData.Round(own.Availability)),
                    new("performance", points[1], OeeData.Round(theirs.Performance), OeeData.Round(own.Performance)),
                    new("quality", points[2], OeeData.Round(theirs.Quality), OeeData.Round(own.Quality)),
                ],
                Reasons = [.. report.Reasons.Zip(ShownShares.Points([.. report.Reasons.Select(r => r.Effect)], Digits))
                    .Select(r => new EffectData(r.First.Name, r.Second, OeeData.Round(report.ShareOfTheirs(r.First)), OeeData.Round(report.ShareOfOwn(r.First))))],
                Machines = Parts(report.Machines),
                Shifts = Parts(report.Shifts),
                Products = Parts(report.Products),
                Convention = report.Asked.Convention.Words,
                RowsRead = report.Sums.Rows + report.OtherSums.Rows,
            },
            DifferenceJson.Default.DifferenceData);
    }

    private static IReadOnlyList<EffectData> Parts(IReadOnlyList<PartEffect> parts) =>
        [.. parts.Zip(ShownShares.Points([.. parts.Select(part => part.Effect)], Digits))
            .Select(part => new EffectData(part.First.Name, part.Second, OeeData.Round(part.First.Before), OeeData.Round(part.First.Now)))];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DifferenceData))]
internal sealed partial class DifferenceJson : JsonSerializerContext;
