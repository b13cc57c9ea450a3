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
        var coverage = await store.CoverageAsync(asker.TenantId, cancellationToken);
        var data = StatsData.Of(plant, from, to, asker.Today, counts, coverage);
        var proof = PlantProof.Of(plant, asker.TimeZone);
        var text = $"{ListMachines.Sentence(plant)} {GetDateRange.Sentence(plant, from, to, asker.TimeZone)} {Freshness(data)} {Missing(data)}";
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

    /// <summary>Which lines are behind or have gaps.</summary>
    public static string Missing(StatsData data)
    {
        var wrong = data.LineData.Where(line => line.DaysMissing > 0 || line.LastDay < data.To).Select(line =>
            $"{line.Line} " + (line.LastDay is not { } last ? "has no data"
                : line.LastDay < data.To ? $"ends on {PeriodText.Day(last)}{(line.DaysMissing > 0 ? $" and lacks {Days(line.DaysMissing)}" : "")}"
                : $"lacks {Days(line.DaysMissing)}")).ToList();
        return wrong.Count == 0 ? "No day of any line is missing." : $"Missing: {string.Join(", ", wrong)}.";

        static string Days(int days) => days == 1 ? "1 day" : FormattableString.Invariant($"{days:N0} days");
    }

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
    IReadOnlyList<TableCount> Rows,
    IReadOnlyList<LineData> LineData)
{
    public static StatsData Of(
        PlantData plant, DateOnly from, DateOnly to, DateOnly today, IReadOnlyList<TableCount> counts, IReadOnlyList<LineCoverage> coverage) => new(
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
        counts,
        [.. plant.Lines.Select(line => LineOf(line, plant, coverage.FirstOrDefault(c => c.LineId == line.Id)))]);

    private static LineData LineOf(PlantLine line, PlantData plant, LineCoverage? covered) => new(
        line.Name,
        plant.SiteOf(line).Name,
        covered?.First,
        covered?.Last,
        covered?.Days ?? 0,
        covered is null ? 0 : covered.Last.DayNumber - covered.First.DayNumber + 1 - covered.Days);
}

/// <param name="FirstDay">Null: the line has no data.</param>
/// <param name="DaysMissing">Days without rows between its first and its last one.</param>
internal sealed record LineData(string Line, string Site, DateOnly? FirstDay, DateOnly? LastDay, int DaysWithData, int DaysMissing);
