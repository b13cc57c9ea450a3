using System.Text.Json;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

/// <summary>What data the tenant has: machines, reach, freshness, rows of each kind.</summary>
internal sealed class GetStats(PlantCache plants, PlantStore store, AnswerCache answers)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        if (plant is not { FirstDay: { } from, LastDay: { } to })
            return MetricsFailures.NoData();
        var key = new Key(asker.TenantId, plant.Version, asker.Today);
        if (answers.Find(key) is { } known)
            return known;

        var counts = await store.CountAsync(asker.TenantId, cancellationToken);
        var data = StatsData.Of(plant, from, to, asker.Today, counts);
        var proof = PlantProof.Of(plant, asker.TimeZone);
        var text = $"{ListMachines.Sentence(plant)} {GetDateRange.Sentence(plant, from, to, asker.TimeZone)} {Freshness(data)}";
        var answer = new SkillResult
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = JsonSerializer.SerializeToElement(data, MetricsJson.Default.StatsData),
            Card = StatsCard.Of(data, text, proof),
            Proof = proof,
            Choices =
            [
                new("OEE of the plant", new PlantQuestion().Sentence()),
                .. plant.Machines.Take(3).Select(machine => new Choice(machine.Name, new PlantQuestion { Machine = machine.Name }.Sentence())),
            ],
        };
        answers.Keep(key, answer);
        return answer;
    }

    public static string Freshness(StatsData data) => data.DaysBehind switch
    {
        <= 1 => "It is up to date.",
        { } days => $"The last day with data is {days} days ago.",
    };

    private sealed record Key(Guid TenantId, long Version, DateOnly Today);
}

/// <param name="DaysBehind">Days from the last one with data to today; 1 is normal in the morning.</param>
internal sealed record StatsData(
    int Sites,
    int Lines,
    int Products,
    DateOnly From,
    DateOnly To,
    int DaysBehind,
    long Version,
    DateTimeOffset? LoadedAt,
    IReadOnlyList<string> Shifts,
    IReadOnlyList<MachineData> Machines,
    IReadOnlyList<TableCount> Rows)
{
    public static StatsData Of(PlantData plant, DateOnly from, DateOnly to, DateOnly today, IReadOnlyList<TableCount> counts) => new(
        plant.Sites.Count,
        plant.Lines.Count,
        plant.Products.Count,
        from,
        to,
        Math.Max(0, today.DayNumber - to.DayNumber),
        plant.Version,
        plant.LoadedAt,
        [.. plant.Shifts.Select(shift => $"{shift.Name} {shift.Starts:HH\\:mm}–{shift.Ends:HH\\:mm}")],
        MachinesData.Of(plant).Machines,
        counts);
}
