using System.Runtime.CompilerServices;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>Finds elements by words: BM25 with names counted more than descriptions, and values of the data most of all that a question
/// says in so many words. Made once for a model.</summary>
internal sealed class ElementIndex
{
    private const double Saturation = 1.2;
    private const double LengthPart = 0.5;
    private const float NameWeight = 3;
    private const float ValueWeight = 2;

    // A word that is spelled otherwise says less than one that is there.
    private const double MisspeltWeight = 0.6;

    private static readonly ConditionalWeakTable<SemanticModel, ElementIndex> Made = [];

    private readonly Dictionary<string, List<(int Element, float Weight)>> postings = new(StringComparer.Ordinal);
    private readonly double[] lengths;
    private readonly double meanLength;

    public ElementIndex(IReadOnlyList<SchemaElement> elements)
    {
        Elements = elements;
        lengths = new double[elements.Count];
        for (var i = 0; i < elements.Count; i++)
            Add(i, elements[i]);
        meanLength = Math.Max(1, lengths.DefaultIfEmpty(1).Average());
    }

    public IReadOnlyList<SchemaElement> Elements { get; }

    public static ElementIndex Of(SemanticModel model) => Made.GetValue(model, m => new(ModelElements.Of(m)));

    /// <summary>The elements that share words with the question, the best first.</summary>
    public IReadOnlyList<(SchemaElement Element, double Score)> Find(string question, int most)
    {
        var scores = new Dictionary<int, double>();
        foreach (var word in Words(question).Where(w => !Grammar.IsFunction(w)).Distinct(StringComparer.Ordinal))
        {
            var best = new Dictionary<int, double>();
            foreach (var (term, weight) in Terms(word))
            {
                if (!postings.TryGetValue(term, out var found))
                    continue;
                var rarity = Math.Log(1 + ((Elements.Count - found.Count + 0.5) / (found.Count + 0.5)));
                foreach (var (element, times) in found)
                {
                    var score = weight * rarity * times * (Saturation + 1) / (times + (Saturation * (1 - LengthPart + (LengthPart * lengths[element] / meanLength))));
                    best[element] = Math.Max(best.GetValueOrDefault(element), score);
                }
            }

            foreach (var (element, score) in best)
                scores[element] = scores.GetValueOrDefault(element) + score;
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => (Elements[s.Key], s.Value))];
    }

    private IEnumerable<(string Term, double Weight)> Terms(string word)
    {
        var own = Forms(word).ToList();
        if (own.Exists(postings.ContainsKey))
            return own.Select(o => (o, 1.0));
        return postings.Keys.Where(known => EditDistance.TypingErrors(own[0], known) is not null).Take(4).Select(known => (known, MisspeltWeight));
    }

    private void Add(int at, SchemaElement element)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        Weigh(element.Names, NameWeight);
        Weigh([element.Text], 1);
        // Values do not make a column long: a column of a thousand cities is as good a find as one of three.
        lengths[at] = weights.Values.Sum();
        var known = weights.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var term in element.Values.SelectMany(Words).SelectMany(Forms).Where(t => !known.Contains(t)))
            weights[term] = ValueWeight;
        foreach (var (term, weight) in weights)
        {
            if (!postings.TryGetValue(term, out var list))
                postings[term] = list = [];
            list.Add((at, weight));
        }

        void Weigh(IEnumerable<string> texts, float weight)
        {
            foreach (var term in texts.SelectMany(Words).SelectMany(Forms))
                weights[term] = Math.Min(3 * NameWeight, weights.GetValueOrDefault(term) + weight);
        }
    }

    private static IEnumerable<string> Words(string text) => SchemaNames.Split(Lexer.Fold(text)).Where(w => w.Length > 1 || char.IsDigit(w[0]));

    // As a noun and as a verb: "shipped" finds "shipment".
    private static IEnumerable<string> Forms(string word) => new[] { Stems.Of(word), Stems.OfVerb(word) }.Distinct(StringComparer.Ordinal);
}
