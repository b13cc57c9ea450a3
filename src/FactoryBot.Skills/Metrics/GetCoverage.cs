using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

/// <summary>On which days of a time a part of the plant has data.</summary>
internal sealed class GetCoverage(AskPlant ask, PlantCache plants, OeeStore store)
{
    private const string Figure = "data";
    private const int NamedDays = 5;

    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        // Without a time: as far as the data goes.
        var period = question.Period ?? (plant is { FirstDay: { } from, LastDay: { } to } ? $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}" : null);
        return await ask.AnswerAsync(asker, question with { Figure = Figure, Period = period }, ReadAsync, cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync(asked.Asker.TenantId, asked.Scope.Over(asked.Period.From, asked.Period.To), cancellationToken);
        var version = read.Version ?? asked.Plant.Version;
        var days = read.Days.Select(day => day.Day).ToHashSet();
        if (days.Count == 0)
            return new(MetricsFailures.NoRows(asked.Scope, asked.Period, asked.Plant, asked.Question), version);
        var missing = Enumerable.Range(0, asked.Period.Days).Select(asked.Period.From.AddDays).Where(day => day < asked.Asker.Today && !days.Contains(day)).ToList();
        var text = Sentence(asked, days, missing);
        var proof = asked.Proof([], read.Days.Sum(day => day.Sums.Rows), "days with production rows", 1, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = text,
                Data = JsonSerializer.SerializeToElement(
                    new CoverageData(asked.Scope.Name, asked.Period.From, asked.Period.To, days.Min(), days.Max(), days.Count, missing), MetricsJson.Default.CoverageData),
                Card = PlantCard.End([.. PlantCard.Begin("Data", asked), TextBlock.Of(text)], [], proof, text),
                Proof = proof,
            },
            version);
    }

    private static string Sentence(PlantAsked asked, HashSet<DateOnly> days, List<DateOnly> missing)
    {
        var machines = asked.Scope is { Line: { } line, Machine: null } ? $" ({string.Join(", ", asked.Plant.Machines.Where(m => m.LineId == line.Id).Select(m => m.Name))})" : "";
        var name = Letters.Capital(asked.Scope.Phrase) + machines;
        if (asked.Period.Days == 1)
            return $"{name} has data on {PeriodText.Day(days.Min())}.";
        var share = missing.Count == 0 ? FormattableString.Invariant($"all {days.Count:N0} days") : FormattableString.Invariant($"{days.Count:N0} of {days.Count + missing.Count:N0} days");
        var soFar = asked.Period.To >= asked.Asker.Today ? " so far" : "";
        var without = missing.Count == 0 ? ""
            : $" Without data: {string.Join(", ", missing.Take(NamedDays).Select(PeriodText.Day))}{(missing.Count > NamedDays ? FormattableString.Invariant($" and {missing.Count - NamedDays} more") : "")}.";
        return $"{name} has data on {share} of {asked.Period.Dates}{soFar}, from {PeriodText.Day(days.Min())} to {PeriodText.Day(days.Max())}.{without}";
    }
}

/// <param name="Missing">Days before today without rows; today's are still to come.</param>
internal sealed record CoverageData(string Scope, DateOnly From, DateOnly To, DateOnly FirstDay, DateOnly LastDay, int Days, IReadOnlyList<DateOnly> Missing);
