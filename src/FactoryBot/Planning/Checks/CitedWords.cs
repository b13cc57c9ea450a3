using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.Checks;

/// <summary>Holds what a model wrote from quoted passages against them: every sentence names its sources, and each of those holds the
/// numbers and the terms that it is named for. Other sentences are dropped.</summary>
internal static partial class CitedWords
{
    private const double MostTerms = 0.7;
    private const int ShortestTerm = 4;
    private const int Stem = 5;

    /// <summary>Whether the results are passages to quote from rather than figures.</summary>
    public static bool Quotes(IReadOnlyList<SkillResult> results) => results.Any(r => r.Sources.Any(s => s.Passage is not null));

    /// <returns>The sentences that hold; null where none does, or where figures and passages are mixed and no sentence can be told apart.</returns>
    public static string? Keep(string words, IReadOnlyList<SkillResult> results)
    {
        if (results.Count != 1)
            return null;
        var sources = results[0].Sources.Where(s => s.Passage is not null).ToDictionary(s => s.Number);
        var kept = Sentences().Matches(words).Select(m => m.Value.Trim()).Where(s => s.Length > 0 && Holds(s, sources)).ToList();
        return kept.Count == 0 ? null : string.Join(' ', kept);
    }

    /// <summary>The words without the numbers of their sources, which are no figures.</summary>
    public static string Without(string words) => Citation().Replace(words, "");

    private static bool Holds(string sentence, Dictionary<int, Source> sources)
    {
        var cited = Citation().Matches(sentence).Select(m => int.TryParse(m.Groups[1].Value, out var number) ? number : 0).ToList();
        if (cited.Count == 0 || !cited.TrueForAll(sources.ContainsKey))
            return false;
        var said = Without(sentence);
        return cited.TrueForAll(c => Supports($"{sources[c].Title}\n{sources[c].Passage}", said));
    }

    private static bool Supports(string passage, string said)
    {
        var numbers = Numbers(passage).ToHashSet(StringComparer.Ordinal);
        var terms = Terms(passage).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wanted = Terms(said).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return Numbers(said).All(numbers.Contains) && wanted.Count > 0 && wanted.Count(terms.Contains) >= MostTerms * wanted.Count;
    }

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(m => m.Value.TrimEnd('.', ','));

    private static IEnumerable<string> Terms(string text) =>
        Word().Matches(text).Select(m => m.Value).Where(w => w.Length >= ShortestTerm).Select(w => w.Length > Stem ? w[..Stem] : w);

    // A sentence takes the sources with it that stand behind its full stop.
    [GeneratedRegex(@"[^.!?\n]*(?:[.!?](?=\S)(?!\s*\[)[^.!?\n]*)*(?:[.!?]+|\n|$)(?:\s*\[\d{1,2}\])*")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\s*\[(\d{1,2})\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}[\p{L}'-]*")]
    private static partial Regex Word();
}
