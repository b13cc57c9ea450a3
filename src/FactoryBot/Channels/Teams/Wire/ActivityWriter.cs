using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Teams.Wire;

/// <summary>Writes outbound activities straight to UTF-8. A property without a value is not written: connectors refuse nulls.</summary>
internal static class ActivityWriter
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    private const int LongestSummary = 300;

    // The JSON travels as application/json, never inside a page: letters may stay letters.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static Utf8JsonWriter Over(IBufferWriter<byte> output) => new(output, Options);

    public static void Message(Utf8JsonWriter json, TeamsReference to, TeamsMessage message)
    {
        Start(json, "message", to);
        if (message.Words.Length > 0)
        {
            json.WriteString("text"u8, MessageEntity.Marked(CardText.Escape(message.Words), message.Sources));
            json.WriteString("textFormat"u8, "markdown"u8);
        }
        if (message.Card is { } card)
        {
            json.WriteString("summary"u8, Summary(message.Words));
            json.WriteStartArray("attachments"u8);
            json.WriteStartObject();
            json.WriteString("contentType"u8, CardType);
            json.WritePropertyName("content"u8);
            CardJson.Write(json, card);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        // Other clients of this wire, and the local one, know no dialog of a bot's own.
        MessageEntity.Write(json, message, ownDialog: to is { Verified: true, ChannelId: TeamsChannel.ChannelName });
        json.WriteEndObject();
    }

    /// <summary>A message of nothing but one attachment that Teams itself draws.</summary>
    public static void Attachment(Utf8JsonWriter json, TeamsReference to, string type, string name, string? url, Action<Utf8JsonWriter> content)
    {
        Start(json, "message", to);
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("contentType"u8, type);
        json.WriteString("name"u8, name);
        Write(json, "contentUrl"u8, url);
        json.WriteStartObject("content"u8);
        content(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Typing(Utf8JsonWriter json, TeamsReference to)
    {
        Start(json, "typing", to);
        json.WriteEndObject();
    }

    /// <summary>Asks for the chat with one person, which exists or is created.</summary>
    public static void PersonalConversation(Utf8JsonWriter json, TeamsReference person)
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup"u8, false);
        Write(json, "bot"u8, person.Bot);
        json.WriteStartArray("members"u8);
        Write(json, person.User!);
        json.WriteEndArray();
        Write(json, "tenantId"u8, person.TenantId);
        json.WriteEndObject();
    }

    /// <summary>A thread of its own in a channel, with the message that opens it.</summary>
    public static void Thread(Utf8JsonWriter json, TeamsReference to, string channelId, ReadOnlySpan<byte> message)
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup"u8, true);
        Write(json, "bot"u8, to.Bot);
        json.WriteStartObject("channelData"u8);
        json.WriteStartObject("channel"u8);
        json.WriteString("id"u8, channelId);
        json.WriteEndObject();
        json.WriteEndObject();
        Write(json, "tenantId"u8, to.TenantId);
        json.WritePropertyName("activity"u8);
        json.WriteRawValue(message, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, ReadOnlySpan<char> type, TeamsReference to)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("channelId"u8, to.ChannelId);
        Write(json, "from"u8, to.Bot);
        Write(json, "recipient"u8, to.User);
        json.WriteStartObject("conversation"u8);
        json.WriteString("id"u8, to.Conversation.Id);
        Write(json, "conversationType"u8, to.Conversation.ConversationType);
        Write(json, "tenantId"u8, to.Conversation.TenantId);
        json.WriteEndObject();
        Write(json, "replyToId"u8, to.ActivityId);
        Write(json, "locale"u8, to.Locale);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Account? account)
    {
        if (account?.Id is null)
            return;
        json.WritePropertyName(name);
        Write(json, account);
    }

    private static void Write(Utf8JsonWriter json, Account account)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, account.Id);
        Write(json, "name"u8, account.Name);
        Write(json, "aadObjectId"u8, account.AadObjectId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    private static ReadOnlySpan<char> Summary(string words) =>
        words.Length <= LongestSummary ? words : words.AsSpan(0, TeamsMessage.WholeCharacters(words, LongestSummary));
}
