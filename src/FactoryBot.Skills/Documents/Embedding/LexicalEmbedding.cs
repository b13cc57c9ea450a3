using System.Runtime.InteropServices;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Vectors without a model: words and pieces of words hashed into a fixed number of places, long and rare-looking words
/// heavier. Two texts are near each other when they share words or parts of words; it knows nothing of what words mean.</summary>
internal sealed class LexicalEmbedding : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Gram = 4;
    private const int LongestStem = 60;
    private const float GramWeight = 0.35f;

    public const string Name = Embeddings.WithoutModel;

    public static EmbeddingGeneratorMetadata Metadata { get; } = new("lexical", null, Name, VectorText.Dimensions);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>(Vector(v)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    public static float[] Vector(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in TermReader.Content(text))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term.Stem, out _)++;
        return Vector(counts.Select(c => (c.Key, c.Value)));
    }

    /// <summary>The same of a text whose words are counted already.</summary>
    public static float[] Vector(IEnumerable<(string Stem, int Count)> words)
    {
        var vector = new float[VectorText.Dimensions];
        Span<char> padded = stackalloc char[LongestStem + 2];
        foreach (var (stem, count) in words)
        {
            var weight = (1 + MathF.Log(count)) * Rarity(stem);
            Add(vector, stem, weight);
            var marked = Marked(stem, padded);
            for (var i = 0; i + Gram <= marked.Length; i++)
                Add(vector, marked.Slice(i, Gram), weight * GramWeight);
        }

        var length = MathF.Sqrt(vector.Sum(v => v * v));
        for (var i = 0; i < vector.Length && length > 0; i++)
            vector[i] /= length;
        return vector;
    }

    // Its first and last letters say more than the same letters inside.
    private static ReadOnlySpan<char> Marked(string stem, Span<char> to)
    {
        var letters = stem.AsSpan(0, Math.Min(stem.Length, LongestStem));
        to[0] = '<';
        letters.CopyTo(to[1..]);
        to[letters.Length + 1] = '>';
        return to[..(letters.Length + 2)];
    }

    // Without counts of a language: short words are common, codes are rare.
    private static float Rarity(string stem) => stem.Any(char.IsAsciiDigit) ? 2 : MathF.Log2(1 + Math.Min(stem.Length, 12));

    private static void Add(float[] vector, ReadOnlySpan<char> feature, float weight)
    {
        var hash = 2_166_136_261u;
        foreach (var c in feature)
            hash = (hash ^ c) * 16_777_619u;
        // One bit says the sign, so that collisions cancel out rather than add up.
        vector[(hash >> 1) % VectorText.Dimensions] += (hash & 1) == 0 ? weight : -weight;
    }
}
