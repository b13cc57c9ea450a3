using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>Cards to JSON and back.</summary>
public static class CardJson
{
    private static readonly JsonWriterOptions Unindented = new()
    {
        // The JSON travels as application/json and never inside a page; letters stay letters and the card stays small.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? spare;

    public static void Write(IBufferWriter<byte> output, AdaptiveCard card)
    {
        var writer = spare ??= new(output, Unindented);
        writer.Reset(output);
        JsonSerializer.Serialize(writer, card, CardJsonContext.Default.AdaptiveCard);
        writer.Flush();
        writer.Reset(Nowhere);
    }

    public static void Write(Utf8JsonWriter output, AdaptiveCard card) =>
        JsonSerializer.Serialize(output, card, CardJsonContext.Default.AdaptiveCard);

    public static byte[] ToBytes(AdaptiveCard card)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        Write(output, card);
        return output.WrittenSpan.ToArray();
    }

    public static AdaptiveCard Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, CardJsonContext.Default.AdaptiveCard)
        ?? throw new JsonException("The card is null.");

    // The writer is kept for the thread; it must not keep a caller's buffer alive.
    private static readonly ArrayBufferWriter<byte> Nowhere = new(1);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(AdaptiveCard))]
public sealed partial class CardJsonContext : JsonSerializerContext;
