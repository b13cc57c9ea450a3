using System.Collections.Concurrent;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>What the documents' own words have to do with each other: words that stand in the same pieces point the same way. Learnt of
/// the pieces alone by latent semantic analysis; nothing of a language is known beforehand.</summary>
internal sealed class WordVectors
{
    private const int Dimensions = 40;
    private const int Rounds = 6;
    private const int FewestPieces = 2;

    // Of so many pieces the sums are kept: 160 bytes each.
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<long, float[]> kept = new();
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly double[] rarity;
    private readonly float[][] vectors;

    private WordVectors(IReadOnlyList<IReadOnlyDictionary<string, double>> pieces)
    {
        var having = pieces.SelectMany(p => p.Keys).GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() >= FewestPieces)
            .Select(g => (g.Key, Pieces: g.Count())).OrderBy(t => t.Key, StringComparer.Ordinal).ToList();
        foreach (var (term, _) in having)
            places[term] = places.Count;
        rarity = [.. having.Select(h => Math.Log((pieces.Count + 1.0) / h.Pieces))];
        vectors = Main([.. pieces.Select(Row)], places.Count, Math.Min(Dimensions, Math.Min(places.Count, pieces.Count) / 3));
    }

    /// <param name="pieces">Of each piece its stems and how much each stands there.</param>
    /// <returns>Null where there is too little to learn from.</returns>
    public static WordVectors? Learn(IReadOnlyList<IReadOnlyDictionary<string, double>> pieces)
    {
        const int fewest = 30;
        return pieces.Count < fewest ? null : new WordVectors(pieces) is { vectors.Length: > fewest } learnt ? learnt : null;
    }

    /// <summary>Of a piece that was written: its text never changes, so it is read once.</summary>
    public float[] OfPiece(long pieceId, string[] path, string text)
    {
        if (kept.TryGetValue(pieceId, out var known))
            return known;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[pieceId] = OfPiece(LearntWords.Stems(path, text));
    }

    public float[] OfPiece(IReadOnlyDictionary<string, double> stems) => Sum(Row(stems).Select(r => (r.Place, (double)r.Value)));

    public float[] OfQuestion(IReadOnlyList<WeightedConcept> concepts) => Sum(
        from concept in concepts
        from way in concept.Ways
        from stem in way.Stems
        where places.ContainsKey(stem.Stem)
        let place = places[stem.Stem]
        select (place, rarity[place] * way.Weight / Math.Sqrt(concept.Ways.Count)));

    /// <summary>How alike two texts are, from 0 to 1.</summary>
    public static double Likeness(float[] one, float[] other)
    {
        var (product, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            product += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }

        return first > 0 && second > 0 ? Math.Max(0, product / Math.Sqrt(first * second)) : 0;
    }

    private float[] Sum(IEnumerable<(int Place, double Weight)> words)
    {
        var sum = new float[vectors[0].Length];
        foreach (var (place, weight) in words)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += (float)weight * vectors[place][i];
        }

        return sum;
    }

    private (int Place, float Value)[] Row(IReadOnlyDictionary<string, double> stems)
    {
        var row = stems.Where(s => places.ContainsKey(s.Key)).Select(s => (Place: places[s.Key], Value: rarity[places[s.Key]] * (1 + Math.Log(s.Value)))).ToArray();
        var length = Math.Sqrt(row.Sum(r => r.Value * r.Value));
        return [.. row.Select(r => (r.Place, (float)(length > 0 ? r.Value / length : 0)))];
    }

    /// <summary>The words' main directions by subspace iteration, each as long as the root of its weight.</summary>
    private static float[][] Main((int Place, float Value)[][] rows, int words, int dimensions)
    {
        var random = new Random(1);
        var known = Matrix(words, dimensions, () => (float)(random.NextDouble() - 0.5));
        for (var round = 1; round <= Rounds; round++)
        {
            var pieces = Matrix(rows.Length, dimensions, () => 0);
            for (var i = 0; i < rows.Length; i++)
                Array.ForEach(rows[i], word => Add(pieces[i], known[word.Place], word.Value));
            Straighten(pieces, dimensions);
            known = Matrix(words, dimensions, () => 0);
            for (var i = 0; i < rows.Length; i++)
                Array.ForEach(rows[i], word => Add(known[word.Place], pieces[i], word.Value));
            if (round < Rounds)
                Straighten(known, dimensions);
        }

        for (var d = 0; d < dimensions; d++)
        {
            var root = (float)Math.Sqrt(Math.Sqrt(known.Sum(k => (double)k[d] * k[d])) + 1e-9);
            Array.ForEach(known, k => k[d] /= root);
        }

        return known;
    }

    private static float[][] Matrix(int rows, int columns, Func<float> value) => [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => value()).ToArray())];

    private static void Add(float[] to, float[] what, float times)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += times * what[i];
    }

    // Columns at right angles to each other, each of length 1.
    private static void Straighten(float[][] matrix, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            for (var before = 0; before < column; before++)
            {
                var shared = (float)matrix.Sum(r => (double)r[column] * r[before]);
                Array.ForEach(matrix, r => r[column] -= shared * r[before]);
            }

            var length = (float)Math.Sqrt(matrix.Sum(r => (double)r[column] * r[column])) + 1e-12f;
            Array.ForEach(matrix, r => r[column] /= length);
        }
    }
}
