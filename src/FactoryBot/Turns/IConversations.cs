namespace FactoryBot.Turns;

/// <summary>The stored ways back into conversations, by which something may be sent that nobody has just asked for.</summary>
public interface IConversations
{
    /// <summary>Drops the way back into a conversation, and into the threads of a channel: the bot was removed from it. The next
    /// message from there brings a new one.</summary>
    Task ForgetAsync(string channel, string tenantKey, string conversationId, CancellationToken cancellationToken);
}
