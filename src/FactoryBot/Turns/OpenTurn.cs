namespace FactoryBot.Turns;

/// <summary>A conversation of a tenant; the id holds the channel's name, so that two channels cannot meet in one.</summary>
internal readonly record struct ConversationKey(Guid TenantId, string Id)
{
    public static ConversationKey Of(Guid tenantId, InboundMessage message) =>
        Of(tenantId, message.Channel, message.ConversationId);

    public static ConversationKey Of(Guid tenantId, string channel, string conversationId) => new(tenantId, $"{channel}:{conversationId}");
}

/// <summary>A message that is not yet answered and delivered.</summary>
/// <param name="Position">Its place in the order of the conversation.</param>
/// <param name="Reply">The answer, where only the delivery is missing.</param>
/// <param name="Attempts">How often it was taken up from another host.</param>
internal sealed record OpenTurn(
    ConversationKey Conversation, Guid TurnId, long Position, InboundMessage Message, OutboundReply? Reply = null, int Attempts = 0)
{
    /// <summary>The message's way into the database, where it is answered before it is stored and has no place yet; null once it is.</summary>
    public Arrival? Arrival { get; init; }
}
