using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Check;

/// <summary>Adds to an answer what is wrong with the data that it was computed from, from the catalogue of checks: no shift calendar, tables
/// that count differently, stops that overlap or were never ended. What an answer warns of by itself is not said twice.</summary>
internal sealed class WarnOfData(CheckStore store, IOptions<MetricsOptions> options)
{
    private const int MostSentences = 5;

    private static readonly DataCheck[] Always = [DataChecks.NoCalendar, DataChecks.CountsDisagree, DataChecks.OverlappingStops, DataChecks.OpenStops];

    private static readonly Dictionary<string, (Touched Touches, DataCheck[] More)> Figures = new(StringComparer.Ordinal)
    {
        ["OEE"] = (Touched.Oee, [DataChecks.PlannedShareJumps]),
        ["TEEP"] = (Touched.Oee, [DataChecks.PlannedShareJumps]),
        ["OEE change"] = (Touched.Oee | Touched.Stops, [DataChecks.PlannedShareJumps, DataChecks.StopsWithoutReason]),
        ["trend"] = (Touched.All, [DataChecks.PlannedShareJumps]),
        ["ranking"] = (Touched.All, [DataChecks.PlannedShareJumps, DataChecks.MissingDays, DataChecks.LateData, DataChecks.NoScrap, DataChecks.StopsWithoutReason]),
        ["production"] = (Touched.Counts, []),
        ["scrap"] = (Touched.Counts | Touched.Quality, []),
        ["production against plan"] = (Touched.Counts, []),
        ["downtime"] = (Touched.Stops, []),
        ["daily digest"] = (Touched.All, [DataChecks.PlannedShareJumps]),
        ["shift hand-over"] = (Touched.All, []),
    };

    public async Task<SkillResult> AddToAsync(PlantAsked asked, SkillResult answer, CancellationToken cancellationToken)
    {
        if (answer.Status != ResultStatus.Answered || !Figures.TryGetValue(asked.Question.Figure, out var figure))
            return answer;
        var found = (await FindAsync(asked, cancellationToken))
            .Where(f => (f.Check.Touches & figure.Touches) != Touched.None && (Always.Contains(f.Check) || figure.More.Contains(f.Check)))
            .Select(f => f.Sentence).Except(answer.Warnings, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            return answer;
        var said = found.Count <= MostSentences ? found
            : [.. found.Take(MostSentences), FormattableString.Invariant($"{found.Count - MostSentences} more warnings of this kind: ask “what is wrong with the data”.")];
        return answer with { Warnings = [.. answer.Warnings, .. said], Card = answer.Card is { } card ? With(card, said) : null };
    }

    // Of many machines over many days the kept sums are looked at, not each row.
    private async Task<IReadOnlyList<DataFinding>> FindAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (tenant, plant, period, machines) = (asked.Asker.TenantId, asked.Plant, asked.Period, asked.Scope.MachineIds ?? asked.Scope.PlaceIds);
        if (!IsLarge(asked))
            return FindProblems.Of(plant, await store.ReadAsync(tenant, period, machines, cancellationToken), period, asked.Asker.Today);
        int[] lines = [.. machines is null ? plant.Lines.Select(line => line.Id) : plant.Machines.Where(m => machines.Contains(m.Id)).Select(m => m.LineId).Distinct()];
        return FindInSums.Of(plant, await store.ReadSumsAsync(tenant, period, machines, lines, cancellationToken), period, asked.Asker.Today, machines is null);
    }

    // Above the proof line, where the answer's own warnings are.
    private static AdaptiveCard With(AdaptiveCard card, IEnumerable<string> warnings)
    {
        var body = card.Body.ToList();
        body.InsertRange(Math.Max(0, body.Count - 1), warnings.Select(TextBlock.Warning));
        return card with { Body = body };
    }

    private bool IsLarge(PlantAsked asked) =>
        (long)((asked.Scope.MachineIds ?? asked.Scope.PlaceIds)?.Length ?? asked.Plant.Machines.Count) * asked.Period.Days > options.Value.CheckedMachineDays;
}
