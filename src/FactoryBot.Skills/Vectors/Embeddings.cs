using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Vectors;

/// <summary>Makes vectors the configured way, or one that served before. Where they cannot be made there are none: words alone find then.</summary>
/// <param name="lexical">Makes them of words alone; null where no feature brings it.</param>
/// <param name="model">The client of the model's server, which the host brings.</param>
internal sealed class Embeddings(
    IOptions<EmbeddingOptions> options, ILogger<Embeddings> logger, IServiceProvider services,
    [FromKeyedServices(Embeddings.WithoutModel)] IEmbeddingGenerator<string, Embedding<float>>? lexical = null,
    IEmbeddingGenerator<string, Embedding<float>>? model = null)
{
    /// <summary>The way that needs no model: its name, and the key under which its generator is registered.</summary>
    public const string WithoutModel = "lexical-1";

    private const string ModelPrefix = "model:";

    /// <summary>The encoder inside the process, by the name that stands beside its vectors.</summary>
    public const string Encoder = "minilm-1";

    // Opened when it is asked for first: a plant without documents does not pay for its library. Null where the machine cannot run it.
    private readonly Lazy<IEmbeddingGenerator<string, Embedding<float>>?> encoder = new(
        () => options.Value.Encoder ? services.GetKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingOptions.EncoderKey) : null);

    /// <summary>The way that is configured, by name.</summary>
    public string Configured => options.Value.IsConfigured ? $"{ModelPrefix}{options.Value.Model}" : encoder.Value is null ? WithoutModel : Encoder;

    /// <summary>The way that is configured, where nothing has to be loaded for it: null while the encoder inside the process is not in use.</summary>
    public string? AtHand => options.Value.IsConfigured || encoder.IsValueCreated ? Configured : null;

    /// <summary>Its vectors say what a text means; those of words and parts of words do not.</summary>
    public static bool Means(string name) => name != WithoutModel;

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
        if (name == WithoutModel)
            return lexical is null ? new ReadOnlyMemory<float>[texts.Count] : Folded(await lexical.GenerateAsync(texts, null, cancellationToken));
        if (name == Encoder)
        {
            return encoder.Value is { } inside ? Folded(await inside.GenerateAsync(texts, null, cancellationToken))
                : throw new HttpRequestException("The encoder is switched off, or cannot run here.");
        }

        // Another model of the same server may still serve; with none configured there is no server to ask.
        return options.Value.IsConfigured && model is not null
            ? Folded(await model.GenerateAsync(texts, new() { ModelId = name[ModelPrefix.Length..] }, cancellationToken))
            : throw new HttpRequestException("No embedding model is configured any more.");
    }

    private static IReadOnlyList<ReadOnlyMemory<float>> Folded(IEnumerable<Embedding<float>> vectors) => [.. vectors.Select(v => VectorText.Fold(v.Vector))];
}
