using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Vectors without a model: words and pieces of words hashed into a fixed number of places, long and rare-looking words
/// heavier. Two texts are near each other when they share words or parts of words; it knows nothing of what words mean.</summary>
internal sealed class LexicalEmbedding : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Gram = 4;
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
        var vector = new float[VectorText.Dimensions];
        foreach (var group in TermReader.Content(text).GroupBy(t => t.Stem, StringComparer.Ordinal))
        {
            var weight = (1 + MathF.Log(group.Count())) * Rarity(group.Key);
            Add(vector, group.Key, weight);
            var padded = $"<{group.Key}>";
            for (var i = 0; i + Gram <= padded.Length; i++)
                Add(vector, padded.AsSpan(i, Gram), weight * GramWeight);
        }

        var length = MathF.Sqrt(vector.Sum(v => v * v));
        for (var i = 0; i < vector.Length && length > 0; i++)
            vector[i] /= length;
        return vector;
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
