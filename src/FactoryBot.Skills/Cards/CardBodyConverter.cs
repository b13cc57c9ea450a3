using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>Writes the body of a card once for as long as it lives: the same card is stored, sent, and sent again with the next question's
/// buttons under it.</summary>
internal sealed class CardBodyConverter : JsonConverter<IReadOnlyList<CardElement>>
{
    private static readonly ConditionalWeakTable<IReadOnlyList<CardElement>, byte[]> Written = [];

    public override IReadOnlyList<CardElement>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, CardJsonContext.Default.IReadOnlyListCardElement);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CardElement> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Bytes(value), skipInputValidation: true);

    public static byte[] Bytes(IReadOnlyList<CardElement> body) => Written.GetOrAdd(body, CardJson.BodyBytes);
}
