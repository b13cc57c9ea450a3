using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>The inbox: stores a message before its channel acknowledges it, and hands it to the conversation it belongs to.</summary>
internal sealed class TurnIntake(
    TenantDirectory tenants,
    TurnWriter writer,
    TurnStore store,
    TurnDispatcher dispatcher,
    ReplyWaiters waiters,
    TimeProvider time) : ITurnIntake
{
    private const int StoreTries = 15;
    private static readonly TimeSpan StoreAgain = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public async Task<IntakeReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var tenantId = await tenants.TenantOfAsync(message.Channel, message.TenantKey, cancellationToken);
        var conversation = ConversationKey.Of(tenantId, message);
        if (dispatcher.IsFull(conversation))
            return new(Intake.Busy, tenantId, Guid.Empty);

        var turnId = Guid.CreateVersion7(time.GetUtcNow());
        if (message.Awaited)
            waiters.Expect(turnId);
        var turn = new NewTurn(conversation, turnId, message, Claim: !dispatcher.Holds(conversation));
        var arrival = IsAnsweredAtOnce(message) ? dispatcher.Begin(turn, StoreAsync) : null;
        if (arrival is null)
            dispatcher.StoreArrival(conversation);
        // Not the caller's token: once handed in, the message is stored even if the caller hangs up.
        var stored = await (arrival?.Stored ?? StoreAsync(turn));
        if (stored.TurnId != turnId)
        {
            waiters.GiveUp(turnId);
            return new(Intake.Duplicate, tenantId, stored.TurnId);
        }
        if (arrival is not null)
            return new(Intake.Accepted, tenantId, turnId);
        if (stored is { Ours: true, Alone: true, Position: { } position })
            dispatcher.Add(new(conversation, turnId, position, message));
        else if (stored.Ours)
            await dispatcher.LoadAsync(conversation, cancellationToken);
        return new(Intake.Accepted, tenantId, turnId);
    }

    public async Task<OutboundReply?> WaitAsync(IntakeReceipt receipt, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            if (waiters.Find(receipt.TurnId) is { } handed)
                return await await Task.WhenAny(handed, StoredAsync(receipt, TimeSpan.FromSeconds(2), limit.Token));
            return await StoredAsync(receipt, LookEvery, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            waiters.GiveUp(receipt.TurnId);
        }
    }

    // The files of a message are fetched first, and what a group must not read is told to its asker for a stored message only.
    private static bool IsAnsweredAtOnce(InboundMessage message) =>
        message is { Kind: InboundKind.Message, Scope: ConversationScope.Personal, Files.Count: 0 };

    // A server that restarts is back within seconds; a caller is not refused for that. Storing twice is harmless: the turn's id is known.
    private async Task<Accepted> StoreAsync(NewTurn turn)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await writer.AcceptAsync(turn);
            }
            catch (Exception error) when (DatabaseFaults.IsGone(error) && tries < StoreTries)
            {
                await Task.Delay(StoreAgain, time);
            }
        }
    }

    // Another host may answer the turn: then only the database knows.
    private async Task<OutboundReply> StoredAsync(IntakeReceipt receipt, TimeSpan every, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(every, time, cancellationToken);
            if (await store.ReplyAsync(receipt.TenantId, receipt.TurnId, cancellationToken) is { } reply)
                return reply;
        }
    }
}
