using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>What changed the OEE, as REST returns it and a model reads it. Effects are points of OEE, rounded so that each list adds up to its
/// whole: factors, machines, shifts and products to the change, reasons to the effect of availability.</summary>
internal sealed record WhyData
{
    private const int Digits = 4;

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
        var (before, now, factors) = (report.Before, report.Now, report.Factors);
        var points = ShownShares.Points([factors.Availability, factors.Performance, factors.Quality], Digits);
        return JsonSerializer.SerializeToElement(
            new WhyData
            {
                Scope = report.Asked.Scope.Name,
                Shift = report.Asked.Scope.Shift,
                From = report.Asked.Period.From,
                To = report.Asked.Period.To,
                BeforeFrom = report.BeforePeriod.From,
                BeforeTo = report.BeforePeriod.To,
                OeeBefore = OeeData.Round(before.Oee)!.Value,
                Oee = OeeData.Round(now.Oee)!.Value,
                ChangePoints = points.Sum(),
                Factors =
                [
                    new("availability", points[0], OeeData.Round(before.Availability), OeeData.Round(now.Availability)),
                    new("performance", points[1], OeeData.Round(before.Performance), OeeData.Round(now.Performance)),
                    new("quality", points[2], OeeData.Round(before.Quality), OeeData.Round(now.Quality)),
                ],
                Reasons = [.. report.Reasons.Zip(ShownShares.Points([.. report.Reasons.Select(r => r.Effect)], Digits))
                    .Select(r => new EffectData(r.First.Name, r.Second, Minutes(r.First.Before), Minutes(r.First.Now)))],
                Machines = Parts(report.Machines),
                Shifts = Parts(report.Shifts),
                Products = Parts(report.Products),
                Convention = report.Asked.Convention.Words,
                RowsRead = report.Rows,
            },
            WhyJson.Default.WhyData);
    }

    private static IReadOnlyList<EffectData> Parts(IReadOnlyList<PartEffect> parts) =>
        [.. parts.Zip(ShownShares.Points([.. parts.Select(part => part.Effect)], Digits))
            .Select(part => new EffectData(part.First.Name, part.Second, OeeData.Round(part.First.Before), OeeData.Round(part.First.Now)))];

    private static decimal Minutes(TimeSpan time) => Math.Round(time.Ticks / (decimal)TimeSpan.TicksPerMinute, 2);
}

/// <param name="Points">Points of OEE; below 0 it lowered the OEE.</param>
/// <param name="Before">The factor, or the own OEE, as a fraction; of a reason the minutes lost.</param>
internal sealed record EffectData(string Name, decimal Points, decimal? Before, decimal? Now);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WhyData))]
internal sealed partial class WhyJson : JsonSerializerContext;
