using System.Collections.Concurrent;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>The words of a catalogue, by which a slip of the fingers is read as the word that was meant.</summary>
internal sealed class Spelling
{
    private const int ShortestWord = 5;
    private const int MostTenants = 200;
    private static readonly ConcurrentDictionary<CatalogueEdition, Spelling> Kept = new();

    private readonly Dictionary<string, long> known;
    private readonly ILookup<char, string> byLetter;

    public Spelling(IEnumerable<(string Word, long Parts)> words)
    {
        known = words.ToDictionary(w => w.Word, w => w.Parts, StringComparer.Ordinal);
        byLetter = known.Keys.Where(w => w.Length >= ShortestWord - 1).ToLookup(w => w[0]);
    }

    public static Spelling? Of(CatalogueEdition edition) => Kept.GetValueOrDefault(edition);

    public static Spelling Keep(CatalogueEdition edition, Spelling spelling)
    {
        if (Kept.Count > MostTenants)
            Kept.Clear();
        foreach (var old in Kept.Keys.Where(k => k.Database == edition.Database && k.Tenant == edition.Tenant && k != edition))
            Kept.TryRemove(old, out _);
        Kept[edition] = spelling;
        return spelling;
    }

    public long Parts(string word) => known.GetValueOrDefault(word);

    /// <summary>The words with the nearest known one in place of each that no part has and that is no word of the trade.</summary>
    public IReadOnlyList<Feature> Correct(IReadOnlyList<Feature> features) => [.. features.Select(Correct)];

    private Feature Correct(Feature feature)
    {
        if (feature.Kind != FeatureKind.Word || feature.Class != WordClass.Plain || feature.Text.Length < ShortestWord || known.ContainsKey(feature.Text))
            return feature;
        var limit = feature.Text.Length >= 8 ? 2 : 1;
        string? best = null;
        var bestDistance = limit + 1;
        var tie = false;
        foreach (var word in byLetter[feature.Text[0]])
        {
            var distance = Language.EditDistance.Between(feature.Text, word, limit);
            if (distance > limit || distance > bestDistance)
                continue;
            tie = distance == bestDistance;
            (best, bestDistance) = (word, distance);
        }

        return best is null || tie ? feature : feature with { Text = best, Class = Lexicon.ClassOf(best) };
    }
}
