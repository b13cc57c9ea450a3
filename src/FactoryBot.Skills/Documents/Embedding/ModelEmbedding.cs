using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Vectors of a model behind an API like OpenAI's: in batches, tried again where the server is busy.</summary>
internal sealed class ModelEmbedding(HttpClient http, IOptions<EmbeddingOptions> options, TimeProvider clock) : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <param name="options">Its model, where it is not the configured one.</param>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embedded = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(Settings.Batch))
            embedded.AddRange(await BatchAsync(options?.ModelId ?? Settings.Model!, batch, cancellationToken));
        return embedded;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    /// <summary>Shorter without bending angles much: each number is added to a place of its own choice, with a sign of its own choice.</summary>
    internal static float[] Fold(float[] vector)
    {
        if (vector.Length <= VectorText.Dimensions)
            return vector;
        var folded = new float[VectorText.Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            var hash = ((uint)i + 1) * 2_654_435_761u;
            folded[i % VectorText.Dimensions] += (hash >> 16 & 1) == 0 ? vector[i] : -vector[i];
        }

        return folded;
    }

    private EmbeddingOptions Settings => options.Value;

    private async Task<IEnumerable<Embedding<float>>> BatchAsync(string model, string[] texts, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var wait = FirstWait * Math.Pow(2, attempt);
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(TimeSpan.FromSeconds(Settings.Seconds));
                using var request = Request(model, texts);
                using var response = await http.SendAsync(request, limit.Token);
                if (!Passing(response.StatusCode) || attempt >= Settings.Retries)
                    return await ReadAsync(response.EnsureSuccessStatusCode(), texts.Length, limit.Token);
                wait = response.Headers.RetryAfter?.Delta is { } asked && asked <= LongestWait ? asked : wait;
            }
            catch (HttpRequestException error) when (error.StatusCode is null && attempt < Settings.Retries)
            {
                // The connection could not be made; the next one may.
            }
            catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
            {
                throw new HttpRequestException("The embedding model took too long.", slow);
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private HttpRequestMessage Request(string model, string[] texts)
    {
        var body = new EmbeddingRequest(model, texts, Settings.Dimensions == 0 ? null : Settings.Dimensions);
        var request = new HttpRequestMessage(HttpMethod.Post, Settings.Endpoint.TrimEnd('/') + "/embeddings") { Content = JsonContent.Create(body, EmbeddingJson.Default.EmbeddingRequest) };
        if (!string.IsNullOrWhiteSpace(Settings.ApiKey))
        {
            request.Headers.Authorization = new("Bearer", Settings.ApiKey);
            if (request.RequestUri!.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase))
                request.Headers.Add("api-key", Settings.ApiKey);
        }

        return request;
    }

    private static async Task<IEnumerable<Embedding<float>>> ReadAsync(HttpResponseMessage response, int expected, CancellationToken cancellationToken)
    {
        EmbeddingResponse? answer;
        try
        {
            answer = await response.Content.ReadFromJsonAsync(EmbeddingJson.Default.EmbeddingResponse, cancellationToken);
        }
        catch (JsonException error)
        {
            throw new HttpRequestException("The embedding model's answer is no JSON of the expected form.", error);
        }

        return answer?.Data is { } data && data.Count == expected && data.All(d => d.Embedding is { Length: > 0 })
            ? data.OrderBy(d => d.Index).Select(d => new Embedding<float>(Fold(d.Embedding!)))
            : throw new HttpRequestException("The embedding model did not answer with one vector for each text.");
    }

    private static bool Passing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
}

internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Input, int? Dimensions);

internal sealed record EmbeddingResponse(IReadOnlyList<EmbeddingDatum>? Data);

internal sealed record EmbeddingDatum(int Index, float[]? Embedding);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingResponse))]
internal sealed partial class EmbeddingJson : JsonSerializerContext;
