using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

internal sealed class CardTextConverter : JsonConverter<CardText>
{
    public override CardText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CardText.FromJson(reader.GetString());

    public override void Write(Utf8JsonWriter writer, CardText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
