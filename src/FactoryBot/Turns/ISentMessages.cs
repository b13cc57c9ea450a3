namespace FactoryBot.Turns;

/// <summary>Which turn a message of the bot's own brought, for a channel that names it by an id of its own.</summary>
public interface ISentMessages
{
    /// <returns>Null for a message that is no answer.</returns>
    Task<Guid?> TurnOfAsync(string channel, string tenantKey, string conversationId, string messageId, CancellationToken cancellationToken);
}
