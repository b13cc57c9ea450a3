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

    public static void Write(IBufferWriter<byte> output, AdaptiveCard card)
    {
        using var writer = new Utf8JsonWriter(output, Unindented);
        Write(writer, card);
    }

    public static void Write(Utf8JsonWriter output, AdaptiveCard card) =>
        JsonSerializer.Serialize(output, card, CardJsonContext.Default.AdaptiveCard);

    public static byte[] ToBytes(AdaptiveCard card)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        Write(output, card);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>How many bytes the card has without its buttons.</summary>
    public static int BodyLength(AdaptiveCard card) => CardBodyConverter.Bytes(card.Body).Length;

    public static AdaptiveCard Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, CardJsonContext.Default.AdaptiveCard)
        ?? throw new JsonException("The card is null.");

    internal static byte[] BodyBytes(IReadOnlyList<CardElement> body)
    {
        var output = new ArrayBufferWriter<byte>(8192);
        using (var writer = new Utf8JsonWriter(output, Unindented))
            JsonSerializer.Serialize(writer, body, CardJsonContext.Default.IReadOnlyListCardElement);
        return output.WrittenSpan.ToArray();
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(IReadOnlyList<CardElement>))]
public sealed partial class CardJsonContext : JsonSerializerContext;
