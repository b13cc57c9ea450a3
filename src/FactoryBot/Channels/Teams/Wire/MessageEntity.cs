using System.Text.Json;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Channels.Teams.Wire;

/// <summary>What Teams shows beside a message: that a model had part in it, a thumb up or down, and the sources behind its [1], [2].</summary>
internal static partial class MessageEntity
{
    // Teams shows no more, and cuts what is longer.
    private const int MostSources = 20;
    private const int LongestName = 80;
    private const int LongestExcerpt = 160;

    /// <param name="ownDialog">Whether the client asks us for the form behind the thumbs; otherwise it has one of its own, with a comment alone.</param>
    public static void Write(Utf8JsonWriter json, TeamsMessage message, bool ownDialog)
    {
        if (message.ByModel || message.Sources.Count > 0)
            Entity(json, message);
        if (message.Rated)
            FeedbackLoop(json, ownDialog ? "custom"u8 : "default"u8);
    }

    private static void Entity(Utf8JsonWriter json, TeamsMessage message)
    {
        json.WriteStartArray("entities"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "https://schema.org/Message"u8);
        json.WriteString("@type"u8, "Message"u8);
        json.WriteString("@context"u8, "https://schema.org"u8);
        if (message.ByModel)
        {
            json.WriteStartArray("additionalType"u8);
            json.WriteStringValue("AIGeneratedContent"u8);
            json.WriteEndArray();
        }
        if (message.Sources.Count > 0)
            Citations(json, message.Sources);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The escaped words with the numbers of the sources as Teams finds them. What would become a link with them stays escaped.</summary>
    public static string Marked(string escaped, IReadOnlyList<Source> sources) => sources.Count == 0
        ? escaped
        : EscapedNumber().Replace(escaped, m => sources.Any(s => m.Groups[1].ValueSpan.SequenceEqual($"{s.Number}")) ? $"[{m.Groups[1].Value}]" : m.Value);

    private static void Citations(Utf8JsonWriter json, IReadOnlyList<Source> sources)
    {
        json.WriteStartArray("citation"u8);
        foreach (var source in sources.DistinctBy(s => s.Number).Take(MostSources))
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "Claim"u8);
            json.WriteNumber("position"u8, source.Number);
            json.WriteStartObject("appearance"u8);
            json.WriteString("@type"u8, "DigitalDocument"u8);
            json.WriteString("name"u8, Cut(source.Title, LongestName));
            json.WriteString("abstract"u8, Cut(string.IsNullOrWhiteSpace(source.Excerpt) ? source.Title : source.Excerpt, LongestExcerpt));
            if (Uri.TryCreate(source.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
                json.WriteString("url"u8, url.AbsoluteUri);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void FeedbackLoop(Utf8JsonWriter json, ReadOnlySpan<byte> type)
    {
        json.WriteStartObject("channelData"u8);
        json.WriteStartObject("feedbackLoop"u8);
        json.WriteString("type"u8, type);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, TeamsMessage.WholeCharacters(text, most - 1)), "…");

    [GeneratedRegex(@"\\\[(\d{1,3})\\\](?![(\[:])")]
    private static partial Regex EscapedNumber();
}
