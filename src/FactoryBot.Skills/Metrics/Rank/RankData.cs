using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>A ranking as REST returns it and a model reads it: ratios as fractions, times in hours.</summary>
/// <param name="By">machine, line, site, shift, product or day.</param>
/// <param name="Order">best, worst, highest or lowest.</param>
/// <param name="Limit">The bound that all of them are on one side of.</param>
/// <param name="Of">How many there are on either side of it.</param>
internal sealed record RankData(
    string Figure, string By, string Order, string Scope, string? Shift, DateOnly From, DateOnly To, IReadOnlyList<RankedData> Ranked, IReadOnlyList<string> NotComputable, string? Limit, int? Of)
{
    public static JsonElement Write(RankReport report) => JsonSerializer.SerializeToElement(
        new RankData(
            report.Measure.Name,
            report.Noun,
            report.Order ?? "best",
            report.Asked.Scope.Name,
            report.Asked.Scope.Shift,
            report.Asked.Period.From,
            report.Asked.Period.To,
            [.. report.Ranked.Select((part, at) => new RankedData(at + 1, part.Name, OeeData.Round(part.Value)!.Value))],
            report.Without,
            report.Limit?.Words,
            report.Limit is null ? null : report.All),
        RankJson.Default.RankData);
}

internal sealed record RankedData(int Rank, string Name, decimal Value);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RankData))]
internal sealed partial class RankJson : JsonSerializerContext;
