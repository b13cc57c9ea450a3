using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Reads what a question speaks of: its words and set phrases, each with what else it may be called.</summary>
internal static class ReadConcepts
{
    private const double Synonym = 0.6;
    private const int MostWays = 16;

    // "Take all of it back": so many small words may stand inside a set phrase.
    private const int MostBetween = 2;

    /// <param name="thesauri">The tenant's own first.</param>
    public static List<Concept> Run(string question, IReadOnlyList<Thesaurus> thesauri)
    {
        var terms = TermReader.All(question);
        var content = Enumerable.Range(0, terms.Count).Where(i => !StopWords.Has(terms[i].Word)).ToList();
        var concepts = new List<(int At, Concept Concept)>();
        var taken = new HashSet<int>();
        for (var length = Math.Min(Thesaurus.LongestPhrase, content.Count); length > 1; length--)
        {
            for (var i = 0; i + length <= content.Count; i++)
            {
                var at = content.GetRange(i, length);
                if (at[^1] - at[0] >= length + MostBetween || at.Exists(taken.Contains) || Phrase(at.ConvertAll(a => terms[a]), thesauri) is not { } concept)
                    continue;
                taken.UnionWith(at);
                concepts.Add((at[0], concept));
            }
        }

        foreach (var at in content.Where(at => !taken.Contains(at)))
            concepts.Add((at, new(terms[at].Word, [new([terms[at].Stem], 1), .. Others(terms[at].Stem, thesauri)])));
        return [.. concepts.OrderBy(c => c.At).Select(c => c.Concept).DistinctBy(c => string.Join(' ', c.Ways[0].Stems))];
    }

    private static Concept? Phrase(List<Term> words, IReadOnlyList<Thesaurus> thesauri)
    {
        var others = Others(Thesaurus.Key(words), thesauri).ToList();
        return others.Count == 0
            ? null
            : new(string.Join(' ', words.Select(w => w.Word)), [new([.. words.Select(w => w.Stem).Distinct(StringComparer.Ordinal)], 1), .. others]);
    }

    private static IEnumerable<Way> Others(string phrase, IReadOnlyList<Thesaurus> thesauri) => thesauri
        .SelectMany(t => t.Of(phrase) ?? [])
        .Distinct(StringComparer.Ordinal)
        .Take(MostWays)
        .Select(other => new Way([.. other.Split(' ').Where(s => s.Length > 1 && !StopWords.Has(s))], Synonym))
        .Where(way => way.Stems.Count > 0);
}
