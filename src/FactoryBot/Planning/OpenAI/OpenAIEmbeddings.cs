using System.Collections.Concurrent;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using Polly;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Vectors of a model behind the OpenAI wire, in batches. A failure of the wire is an <see cref="HttpRequestException"/>: words
/// alone find meanwhile.</summary>
internal sealed class OpenAIEmbeddings(EmbeddingOptions options, TimeProvider time, ILogger log) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ConcurrentDictionary<string, EmbeddingClient> clients = new(StringComparer.Ordinal);
    private readonly OpenAIOptions server = new()
    {
        Endpoint = options.Endpoint, Model = options.Model, ApiKey = options.ApiKey, Retries = options.Retries, NetworkSeconds = options.Seconds,
        Auth = string.IsNullOrWhiteSpace(options.ApiKey) ? OpenAIAuth.None : OpenAIAuth.Key,
    };

    private readonly ResiliencePipeline retry = OpenAIRetry.Pipeline(new() { Retries = options.Retries }, time, log);

    /// <param name="options">Its model, where it is not the configured one.</param>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var client = clients.GetOrAdd(options?.ModelId ?? server.Model!, model => OpenAIWire.Embeddings(server, model));
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(Settings.Batch))
            made.AddRange(await BatchAsync(client, batch, cancellationToken));
        return made;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private EmbeddingOptions Settings => options;

    private async Task<IEnumerable<Embedding<float>>> BatchAsync(EmbeddingClient client, string[] texts, CancellationToken cancellationToken)
    {
        try
        {
            var wire = new global::OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = Settings.Dimensions == 0 ? null : Settings.Dimensions };
            var answer = await retry.ExecuteAsync(async token => (await client.GenerateEmbeddingsAsync(texts, wire, token)).Value, cancellationToken);
            return answer.Count == texts.Length ? answer.OrderBy(e => e.Index).Select(e => new Embedding<float>(e.ToFloats()))
                : throw new HttpRequestException("The embedding model did not answer with one vector for each text.");
        }
        catch (Exception error) when (error is not HttpRequestException && OpenAIErrors.IsWire(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"The embedding model failed: {OpenAIErrors.Of(error).Message}", error);
        }
    }
}
