using System.Text.Json;

namespace FactoryBot.Channels.Teams.Wire;

/// <summary>An inbound activity, as much of it as FactoryBot reads. Fields whose shape differs between channels stay raw JSON,
/// so that a shape nobody has seen before costs the field and not the message.</summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public Account? From { get; init; }
    public Account? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Text { get; init; }
    public string? Locale { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? DeliveryMode { get; init; }
    public IReadOnlyList<Account>? MembersAdded { get; init; }
    public IReadOnlyList<Account>? MembersRemoved { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? Entities { get; init; }
    public JsonElement? Attachments { get; init; }
    public JsonElement? ChannelData { get; init; }

    /// <summary>The Microsoft tenant of the sender; null in channels that know none.</summary>
    public string? TenantId() =>
        ChannelData.Child("tenant").Child("id").String() ?? Conversation?.TenantId;

    public bool ExpectsReplies => DeliveryMode == "expectReplies";
}

/// <summary>A person or a bot. Ids are opaque: they may look like GUIDs and are none.</summary>
internal sealed record Account
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
}

internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? ConversationType { get; init; }
    public bool? IsGroup { get; init; }
    public string? TenantId { get; init; }
}
