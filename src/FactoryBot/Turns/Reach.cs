using System.Collections.Concurrent;

namespace FactoryBot.Turns;

/// <summary>Remembers how a member can be written to, from the messages that they send. One write for each new way and each change from one channel
/// to another; the rest is known.</summary>
internal sealed class Reach(ReachStore store)
{
    private const int MostKnown = 100_000;

    private readonly ConcurrentDictionary<(Guid Tenant, Guid Member, string Channel), string> known = new();
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Member), string> lastUsed = new();

    public ValueTask NoteAsync(OpenTurn turn, Guid memberId, CancellationToken cancellationToken)
    {
        var message = turn.Message;
        var key = (turn.Conversation.TenantId, memberId, message.Channel);
        return message.Reference is null
            || (lastUsed.GetValueOrDefault((key.TenantId, memberId)) == message.Channel && known.TryGetValue(key, out var at) && (at == turn.Conversation.Id || message.Scope != ConversationScope.Personal))
            ? ValueTask.CompletedTask
            : new(KeepAsync(turn, memberId, key, cancellationToken));
    }

    private async Task KeepAsync(
        OpenTurn turn, Guid memberId, (Guid Tenant, Guid Member, string Channel) key, CancellationToken cancellationToken)
    {
        await store.KeepAsync(turn.Conversation.TenantId, memberId, turn.Message, turn.Conversation.Id, cancellationToken);
        if (known.Count >= MostKnown)
            known.Clear();
        known[key] = turn.Conversation.Id;
        if (lastUsed.Count >= MostKnown)
            lastUsed.Clear();
        lastUsed[(key.Tenant, key.Member)] = key.Channel;
    }
}
