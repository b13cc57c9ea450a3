using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>The proof line of what is known of the plant without a formula.</summary>
internal static class PlantProof
{
    public static ProofLine Of(PlantData plant, TimeZoneInfo zone) => new(
        plant is { FirstDay: { } from, LastDay: { } to } ? Period.Of(from, to).Dates : "no production data",
        "the whole plant",
        [],
        plant.ProductionRows,
        "plant master data and row counts",
        1,
        plant.LoadedAt is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null,
        "load " + plant.Version);
}
