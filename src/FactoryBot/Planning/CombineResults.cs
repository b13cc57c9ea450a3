using System.Text.Json;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning;

/// <summary>Makes one answer of several functions' results, in order; nothing that one of them says is lost.</summary>
internal static partial class CombineResults
{
    private const int MostChoices = 6;

    public static SkillResult Of(IReadOnlyList<SkillResult> results)
    {
        if (results.Count == 1)
            return results[0];
        var sources = new List<Source>();
        var texts = new List<string>();
        foreach (var result in results)
        {
            texts.Add(Renumber(result.Text, sources.Count, result.Sources.Count));
            var offset = sources.Count;
            sources.AddRange(result.Sources.Select(s => s with { Number = s.Number + offset }));
        }
        var data = results.Where(r => r.Data is not null).Select(r => r.Data!.Value).ToList();
        return new()
        {
            Status = Status(results),
            Text = string.Join("\n\n", texts.Distinct(StringComparer.Ordinal)),
            Data = data.Count == 0 ? null : JsonSerializer.SerializeToElement(data),
            Card = CombineCards.Of([.. results.Select(r => r.Card).OfType<AdaptiveCard>().Distinct()]),
            Proof = Proof([.. results.Select(r => r.Proof).OfType<ProofLine>()]),
            Sources = sources,
            Warnings = [.. results.SelectMany(r => r.Warnings).Distinct(StringComparer.Ordinal)],
            Choices = [.. Clear(results.SelectMany(r => r.Choices)).Take(MostChoices)],
        };
    }

    // "The day before" of two machines says two things: nobody could tell which the button means.
    private static IEnumerable<Choice> Clear(IEnumerable<Choice> choices) =>
        choices.DistinctBy(c => c.Say).GroupBy(c => c.Title).Where(g => g.Count() == 1).Select(g => g.First());

    // The sentences of those that were not answered stand in the text, so an answer beside them stays an answer.
    private static ResultStatus Status(IReadOnlyList<SkillResult> results) =>
        results.Any(r => r.Status == ResultStatus.Answered) ? ResultStatus.Answered : results.Max(r => r.Status);

    private static ProofLine? Proof(IReadOnlyList<ProofLine> proofs) => proofs.Count switch
    {
        0 => null,
        1 => proofs[0],
        _ => new(
            Join(proofs.Select(p => p.Period)),
            Join(proofs.Select(p => p.Scope)),
            [.. proofs.SelectMany(p => p.Filters).Distinct(StringComparer.Ordinal)],
            proofs.Sum(p => p.RowsRead),
            Join(proofs.Select(p => p.Formula)),
            proofs.Max(p => p.FormulaVersion),
            proofs.All(p => p.LoadedAt is not null) ? proofs.Min(p => p.LoadedAt) : null,
            Join(proofs.Select(p => p.QueryId))),
    };

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts.Distinct(StringComparer.Ordinal));

    private static string Renumber(string text, int offset, int sources) => offset == 0 || sources == 0
        ? text
        : Citation().Replace(text, m => $"[{int.Parse(m.Groups[1].ValueSpan, provider: null) + offset}]");

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Citation();
}
