using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Check;

/// <summary>Answers what is wrong with the data; the same findings warn in the answers that they touch.</summary>
internal sealed class CheckData(PlantCache plants, AskPlant ask, CheckStore store)
{
    public const string Figure = "data problems";
    private const string Formula = "catalogue of data checks";

    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        AskAsync(asker, question with { Figure = Figure }, cancellationToken);

    /// <summary>What was found in a part of the plant, for a time.</summary>
    /// <param name="machineIds">Null: all machines.</param>
    public async Task<IReadOnlyList<DataFinding>> FindAsync(
        Guid tenantId, PlantData plant, int[]? machineIds, Period period, DateOnly today, CancellationToken cancellationToken) =>
        FindProblems.Of(plant, await store.ReadAsync(tenantId, period, machineIds, cancellationToken), period, today);

    /// <summary>All that was found in everything that was ever loaded. Null: nothing was.</summary>
    public async Task<IReadOnlyList<DataFinding>?> FindAllAsync(Guid tenantId, DateOnly today, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(tenantId, cancellationToken);
        return plant is { FirstDay: { } from, LastDay: { } to }
            ? await FindAsync(tenantId, plant, null, Period.Of(from, to > today ? to : today), today, cancellationToken)
            : null;
    }

    private async Task<SkillResult> AskAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        // Without a period all of the data is looked through, not only the last days.
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        var whole = string.IsNullOrWhiteSpace(question.Period) && plant is { FirstDay: { } from, LastDay: { } to }
            ? question with { Period = Period.Of(from, from > asker.Today ? to : asker.Today).Iso }
            : question;
        return await ask.AnswerAsync(asker, whole, ReadAsync, cancellationToken);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var facts = await store.ReadAsync(asked.Asker.TenantId, asked.Period, asked.Scope.MachineIds, cancellationToken);
        var findings = FindProblems.Of(asked.Plant, facts, asked.Period, asked.Asker.Today);
        var proof = asked.Proof([], facts.Slots.Count + facts.Stops.Sum(s => s.Stops), Formula, 1, asked.Plant.Version);
        var text = Sentence(findings, asked);
        var data = new CheckAnswer(asked.Scope.Name, asked.Period.From, asked.Period.To, [.. findings.Select(FindingData.Of)]);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = text,
                Data = JsonSerializer.SerializeToElement(data, CheckJson.Default.CheckAnswer),
                Card = CheckCard.Of(findings, asked, text, proof),
                Proof = proof,
                Choices = [new("What data is there", "What data is loaded?"), .. PlantChoices.Of("OEE", asked.Scope, asked.Period, null, asked.Plant).Take(2)],
            },
            asked.Plant.Version);
    }

    private static string Sentence(IReadOnlyList<DataFinding> findings, PlantAsked asked) => findings.Count == 0
        ? $"Nothing is wrong with the data of {asked.Scope.Name} {asked.When}, as far as my {DataChecks.All.Count.ToString(CultureInfo.InvariantCulture)} checks see."
        : $"{(findings.Count == 1 ? "One thing is" : string.Create(CultureInfo.InvariantCulture, $"{findings.Count} things are"))} wrong with the data of {asked.Scope.Name} {asked.When}. {string.Join(' ', findings.Take(3).Select(f => f.Sentence))}"
            + (findings.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $" And {findings.Count - 3} more.") : "");
}

internal sealed record CheckAnswer(string Scope, DateOnly From, DateOnly To, IReadOnlyList<FindingData> Findings);

/// <param name="Code">How programs tell the check from others.</param>
internal sealed record FindingData(string Code, string Title, string Where, string Sentence, DateOnly? From, DateOnly? To)
{
    public static FindingData Of(DataFinding finding) => new(finding.Code, finding.Check.Title, finding.Where, finding.Sentence, finding.From, finding.To);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(List<FindingData>))]
internal sealed partial class CheckJson : JsonSerializerContext;
