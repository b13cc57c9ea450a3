using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Makes vectors the way that serves a tenant. Where that model cannot be reached there are none: words alone find then.</summary>
/// <param name="model">The client of the model's server, which the host brings.</param>
internal sealed class Embeddings(
    LexicalEmbedding lexical, IOptions<EmbeddingOptions> options, ILogger<Embeddings> logger, IEmbeddingGenerator<string, Embedding<float>>? model = null)
{
    private const string ModelPrefix = "model:";

    /// <summary>The way that is configured, by name.</summary>
    public string Configured => options.Value.IsConfigured ? $"{ModelPrefix}{options.Value.Model}" : LexicalEmbedding.Name;

    /// <returns>One for each text; all empty where they could not be made.</returns>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> OfAsync(string name, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await MakeAsync(name, texts, cancellationToken);
        }
        catch (HttpRequestException error)
        {
            logger.NoVectors(error, name, texts.Count);
            return new ReadOnlyMemory<float>[texts.Count];
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> MakeAsync(string name, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
            return [];
        // Another model of the same server may still serve; with none configured there is no server to ask.
        var vectors = name == LexicalEmbedding.Name ? await lexical.GenerateAsync(texts, null, cancellationToken)
            : options.Value.IsConfigured && model is not null ? await model.GenerateAsync(texts, new() { ModelId = name[ModelPrefix.Length..] }, cancellationToken)
            : throw new HttpRequestException("No embedding model is configured any more.");
        return [.. vectors.Select(v => VectorText.Fold(v.Vector))];
    }
}
