using System.Collections.Concurrent;

namespace FactoryBot.Turns;

/// <summary>Callers on this host that wait for the answer of a turn inside their own request.</summary>
internal sealed class ReplyWaiters
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<OutboundReply>> waiting = new();

    public void Expect(Guid turnId) =>
        waiting.TryAdd(turnId, new(TaskCreationOptions.RunContinuationsAsynchronously));

    public Task<OutboundReply>? Find(Guid turnId) => waiting.TryGetValue(turnId, out var waiter) ? waiter.Task : null;

    /// <summary>Ends the waiting; after it the reply goes through the channel.</summary>
    public void GiveUp(Guid turnId) => waiting.TryRemove(turnId, out _);

    /// <returns>True when somebody waited and has the reply now.</returns>
    public bool Hand(Guid turnId, OutboundReply reply) =>
        waiting.TryRemove(turnId, out var waiter) && waiter.TrySetResult(reply);
}
