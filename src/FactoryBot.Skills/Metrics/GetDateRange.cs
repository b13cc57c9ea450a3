using System.Text.Json;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

/// <summary>How far the tenant's production data reaches, and when it was loaded.</summary>
internal sealed class GetDateRange(PlantCache plants)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        if (plant is not { FirstDay: { } from, LastDay: { } to })
            return MetricsFailures.NoData();
        var data = new DateRangeData(from, to, to.DayNumber - from.DayNumber + 1, plant.Version, plant.LoadedAt, plant.What);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = Sentence(plant, from, to, asker.TimeZone),
            Data = JsonSerializer.SerializeToElement(data, MetricsJson.Default.DateRangeData),
            Proof = PlantProof.Of(plant, asker.TimeZone),
        };
    }

    public static string Sentence(PlantData plant, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var loaded = plant.LoadedAt is { } at ? $", loaded {Moment(at, zone)} ({plant.What})" : "";
        return $"Production data covers {Period.Of(from, to).Dates}{loaded}.";
    }

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy 'at' HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Version">Raised by each load; 0 where no load was booked.</param>
internal sealed record DateRangeData(DateOnly From, DateOnly To, int Days, long Version, DateTimeOffset? LoadedAt, string? What);
