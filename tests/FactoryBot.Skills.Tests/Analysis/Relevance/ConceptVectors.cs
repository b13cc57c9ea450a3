using Microsoft.Extensions.AI;

namespace FactoryBot.Skills.Tests.Analysis.Relevance;

/// <summary>Knows that some words mean the same, as a model would; texts of none of them are all alike.</summary>
internal sealed class ConceptVectors : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly string[][] Concepts = [["customer", "patronage"], ["product", "merchandise"], ["revenue", "takings"], ["category", "genre"]];

    public bool Away { get; set; }

    public int Made { get; private set; }

    public void Reset() => Made = 0;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Away)
            throw new HttpRequestException("The model is away.");
        var all = values.ToList();
        Made += all.Count;
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(all.Select(Vector)));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static Embedding<float> Vector(string text)
    {
        var vector = new float[256];
        // What a text is called stands first and counts most.
        var name = text.Split(':')[0];
        for (var i = 0; i < Concepts.Length; i++)
            vector[i] = Concepts[i].Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)) ? 1 : Concepts[i].Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? 0.2f : 0;
        vector[255] = 0.1f;
        return new(vector);
    }
}
