namespace FactoryBot.Channels.WebChat;

/// <summary>A conversation of the page.</summary>
/// <param name="Secret">Signs its tokens.</param>
internal sealed record WebConversation(Guid TenantId, string Id, string UserId, string? UserName, byte[] Secret, string TenantKey)
{
    public ConversationName Name => new(TenantId, Id);
}

internal readonly record struct ConversationName(Guid TenantId, string Id);
