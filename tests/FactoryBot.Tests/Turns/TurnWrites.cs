using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

/// <summary>One kind of write at a time.</summary>
internal static class TurnWrites
{
    public static async Task<IReadOnlyList<Accepted>> AcceptAsync(this TurnBatchStore store, IReadOnlyList<NewTurn> turns, Guid host) =>
        [.. (await store.WriteAsync(turns, host, default)).Select(w => w.Accepted!)];

    public static async Task<bool> AnswerAsync(this TurnBatchStore store, AnsweredTurn answer) =>
        (await store.WriteAsync([answer], Guid.NewGuid(), default))[0].Counts;

    public static Task EndAsync(this TurnBatchStore store, NewTurn turn, long position, bool delivered = true) =>
        store.WriteAsync([new DeliveredTurn(turn.Conversation, turn.TurnId, position, delivered)], Guid.NewGuid(), default);
}
