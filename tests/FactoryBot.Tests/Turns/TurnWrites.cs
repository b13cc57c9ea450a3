using System.Collections.Concurrent;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Turns;

/// <summary>One kind of write at a time.</summary>
internal static class TurnWrites
{
    private static readonly ConcurrentDictionary<Guid, long> Positions = new();

    public static async Task<IReadOnlyList<Accepted>> AcceptAsync(this TurnBatchStore store, IReadOnlyList<NewTurn> turns, Guid host)
    {
        Accepted[] accepted = [.. (await store.WriteAsync(turns, host, default)).Select(w => w.Accepted!)];
        foreach (var turn in accepted)
        {
            if (turn.Position is { } position)
                Positions[turn.TurnId] = position;
        }
        return accepted;
    }

    /// <summary>Where a turn that was accepted here stands in its conversation.</summary>
    public static long PositionOf(NewTurn turn) => Positions[turn.TurnId];

    public static async Task<bool> AnswerAsync(this TurnBatchStore store, AnsweredTurn answer) =>
        (await store.WriteAsync([answer], Guid.NewGuid(), default))[0].Counts;

    public static Task EndAsync(this TurnBatchStore store, NewTurn turn, long position, bool delivered = true) =>
        store.WriteAsync([new DeliveredTurn(turn.Conversation, turn.TurnId, position, delivered)], Guid.NewGuid(), default);
}
