using System.Text.Json.Serialization;
using FactoryBot.Channels.WebChat.DirectLine;
using FactoryBot.Channels.WebChat.Page;

namespace FactoryBot.Channels.WebChat;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Claims))]
[JsonSerializable(typeof(WebReference))]
[JsonSerializable(typeof(OpenedConversation))]
[JsonSerializable(typeof(PageStart))]
internal sealed partial class WebChatJson : JsonSerializerContext;

/// <summary>The way back to a conversation of the page.</summary>
/// <param name="Sent">A message that was sent, whose place the next one takes.</param>
internal sealed record WebReference(Guid TenantId, string ConversationId, string? ReplyToId, string? Sent = null);

/// <summary>What the client gets to speak with.</summary>
internal sealed record OpenedConversation(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);
