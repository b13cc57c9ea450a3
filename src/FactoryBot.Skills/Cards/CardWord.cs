using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>
/// One of the words that Adaptive Cards knows for a property. Classes and not enums: the serialiser has some seventy-five methods of its own for
/// each enum and its nullable form, which are never compiled ahead of time, so that every start would wait for a thousand of them.
/// </summary>
public abstract class CardWord
{
    private protected CardWord(string json) => Json = json;

    /// <summary>The word as a card has it.</summary>
    public string Json { get; }

    public override string ToString() => Json;
}

internal interface ICardWords<T>
{
    static abstract IReadOnlyList<T> All { get; }
}

internal sealed class CardWordConverter<T> : JsonConverter<T>
    where T : CardWord, ICardWords<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Clients write "good" and "Good".
        var word = reader.GetString();
        return T.All.FirstOrDefault(known => known.Json.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? throw new JsonException($"'{word}' is no {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Json);
}
