using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.Checks;

/// <summary>Finds words that deny what the functions answered, with no number in them.</summary>
internal static partial class Contradictions
{
    public static string? Problem(string words, IReadOnlyList<CheckedResult> results, IReadOnlyList<Fact> facts)
    {
        var said = string.Join('\n', results.SelectMany(r => r.Result.Warnings.Append(r.Result.Text)));
        if (Denials().Matches(words).Any(m => !said.Contains(m.Value, StringComparison.OrdinalIgnoreCase)))
            return "denies_result";
        if (Nothings().Matches(words).Any(m => !said.Contains(m.Value, StringComparison.OrdinalIgnoreCase)))
            return "claims_none";
        var trend = Words.Trend(words);
        var directions = facts.Select(f => f.Direction).Where(d => d != Direction.None).Distinct().ToList();
        return trend != Direction.None && directions is [var only] && only != trend ? "direction" : null;
    }

    [GeneratedRegex(@"\bno (?:data|rows?|records?|figures|information|results?|access|permission)\b|\b(?:could ?n[o']t|can ?n[o']t|cannot|unable to|was ?n[o']t able to|not able to)\b|\bnot (?:available|found|allowed|permitted)\b|\b(?:do|does|did)(?: not|n't) have (?:any |the )?(?:data|access|permission|rights?|information)\b|\b(?:an|internal) error\b|\bfailed to\b|\bkeine daten\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denials();

    [GeneratedRegex(@"\b(?:no|without(?: any)?|zero|nor) (?:\p{L}+ )?(?:stops?|stoppages?|scrap|defects?|downtime|breakdowns?|rejects?|loss(?:es)?|production|output|issues?|problems?|incidents?|alerts?|failures?|change|difference|shifts?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Nothings();
}
