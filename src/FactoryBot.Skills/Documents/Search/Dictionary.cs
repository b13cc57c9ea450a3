using FactoryBot.Skills.Documents.Terms;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>What English in general says of a question's words, where the dictionary is installed.</summary>
internal sealed class Dictionary(IOptions<DocumentsOptions> options)
{
    // The dictionary knows nothing of plants: what it offers counts little.
    private const double Weight = 0.4;
    private const double Common = 0.05;
    private const double Number = 8;
    private const int MostWays = 12;

    private readonly Lazy<WordNet?> words = new(() => WordNet.Open(options.Value.WordNetFolder));

    /// <summary>It is an English word.</summary>
    public bool Knows(string word) => words.Value?.Knows(word) == true;

    /// <summary>A word that stands in every text says less, unless plants use it for something of their own.</summary>
    public Concept Weigh(Concept concept)
    {
        if (words.Value is not { } net || concept.Ways[0].Stems.Count != 1)
            return concept;
        // "300 instead of 30": the asker's own numbers say little of what is asked.
        if (concept.Text.All(char.IsAsciiDigit))
            return concept with { Everyday = Number };
        var everyday = Math.Log(1 + net.Commonness(concept.Text));
        return concept with { Importance = concept.Ways.Count > 1 ? concept.Importance : concept.Importance / (1 + Common * everyday), Everyday = everyday };
    }

    /// <summary>The concept with what the dictionary calls it.</summary>
    public Concept Widen(Concept concept)
    {
        if (words.Value is not { } net || concept.Ways[0].Stems.Count != 1 || concept.Text.Any(char.IsAsciiDigit))
            return concept;
        var ways = net.Others(concept.Text).Take(MostWays)
            .Select(other => new Way([.. TermReader.Content(other).Select(t => t.Stem).Distinct(StringComparer.Ordinal)], Weight))
            .Where(w => w.Stems.Count > 0 && !concept.Ways.Any(known => known.Stems.SequenceEqual(w.Stems)))
            .DistinctBy(w => string.Join(' ', w.Stems));
        return concept with { Ways = [.. concept.Ways, .. ways] };
    }
}
