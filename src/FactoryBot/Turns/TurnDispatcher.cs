using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Options;

namespace FactoryBot.Turns;

/// <summary>Runs the conversations that this host answers: each in order, several at a time.</summary>
internal sealed class TurnDispatcher(
    TurnStore store, TurnRunner runner, HostIdentity host, IOptions<TurnOptions> options, TimeProvider time, ILogger<TurnDispatcher> log)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ConversationKey, ConversationQueue> conversations = new();
    private readonly SemaphoreSlim slots = new(options.Value.Concurrent);
    private readonly CancellationTokenSource stop = new();
    private int waiting;
    private int running;
    private volatile bool closed;
    private long settledAt;

    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Whether this host is known to answer the conversation, so that it need not be claimed again.</summary>
    public bool Holds(ConversationKey conversation) => 
        conversations.TryGetValue(conversation, out var queue) && queue.Held;

    public bool IsFull(ConversationKey conversation) =>
        closed
        || Waiting >= options.Value.Waiting
        || (conversations.TryGetValue(conversation, out var queue) && queue.Waiting >= options.Value.WaitingPerConversation);

    public void Add(OpenTurn turn)
    {
        Added added;
        ConversationQueue queue;
        do
        {
            queue = conversations.GetOrAdd(turn.Conversation, static key => new(key));
            added = queue.Add(turn);
        }
        while (added == Added.Closed);

        queue.Held = true;
        if (added != Added.Known)
            Interlocked.Increment(ref waiting);
        if (added == Added.Starts)
            _ = Task.Run(() => RunAsync(queue));
    }

    /// <summary>Begins to answer a message that is not stored yet, where the conversation is this host's own and at rest.</summary>
    /// <returns>Null where the message is to be stored first.</returns>
    public Arrival? Begin(NewTurn turn, Func<NewTurn, Task<Accepted>> store)
    {
        if (closed || turn.Claim || !conversations.TryGetValue(turn.Conversation, out var queue) || !queue.Held)
            return null;
        var arrival = new Arrival(turn, store, time);
        if (!queue.Begin(new(turn.Conversation, turn.TurnId, Position: 0, turn.Message) { Arrival = arrival }))
        {
            arrival.Dispose();
            return null;
        }
        Interlocked.Increment(ref waiting);
        _ = Task.Run(() => RunAsync(queue));
        return arrival;
    }

    /// <summary>Has the message stored that is being answered in the conversation, before one that came after it.</summary>
    public void StoreArrival(ConversationKey conversation)
    {
        if (conversations.TryGetValue(conversation, out var queue))
            queue.Arrival?.Store();
    }

    /// <summary>Takes in what the database holds for a conversation of this host.</summary>
    public async Task LoadAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        foreach (var turn in await store.OpenTurnsAsync(conversation, cancellationToken))
            Add(turn);
    }

    /// <summary>Takes over the conversations of hosts that are gone.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        foreach (var (conversation, own) in await store.AbandonedAsync(host.Id, options.Value.Waiting, cancellationToken))
        {
            try
            {
                if (own)
                    await LoadAsync(conversation, cancellationToken);
                else
                    await TakeOverAsync(conversation, cancellationToken);
            }
            catch (Exception error) when (!DatabaseFaults.IsGone(error) && !cancellationToken.IsCancellationRequested)
            {
                // A conversation that cannot be read must not keep the others waiting.
                log.ConversationBroke(error, conversation.TenantId);
            }
        }
    }

    private async Task TakeOverAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        var open = await store.TakeOverAsync(conversation, host.Id, cancellationToken);
        if (open.Count == 0)
            return;
        log.TookOver(conversation.TenantId, open.Count);
        foreach (var turn in open)
            Add(turn);
    }

    /// <summary>This host is known as alive again; others that lost the database with it may not be yet, and still be bringing their answers.</summary>
    public void Regained() => Settle();

    /// <summary>Forgets which conversations are this host's own, after it may have looked dead to the others.</summary>
    public void Forget()
    {
        Settle();
        foreach (var queue in conversations.Values)
            queue.Held = false;
    }

    /// <summary>Frees the memory of conversations in which nothing was said for the time.</summary>
    public void DropIdle(TimeSpan idle)
    {
        var limit = time.GetUtcNow() - idle;
        foreach (var (key, queue) in conversations)
        {
            if (queue.LastUsed <= limit && queue.TryClose())
                conversations.TryRemove(key, out _);
        }
    }

    /// <summary>Takes nothing more in, and waits for the running turns.</summary>
    public async Task DrainAsync(TimeSpan atMost)
    {
        closed = true;
        var until = time.GetUtcNow() + atMost;
        while (Volatile.Read(ref running) > 0 && time.GetUtcNow() < until)
            await Task.Delay(TimeSpan.FromMilliseconds(20), time);
        await stop.CancelAsync();
    }

    public ValueTask DisposeAsync()
    {
        stop.Cancel();
        slots.Dispose();
        stop.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(ConversationQueue queue)
    {
        Interlocked.Increment(ref running);
        try
        {
            while (!closed && queue.Next() is { } turn)
            {
                queue.LastUsed = time.GetUtcNow();
                await RunAsync(queue, turn);
                Interlocked.Decrement(ref waiting);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The turn stays open in the database; the next host takes it up.
        }
        catch (Exception error)
        {
            log.ConversationBroke(error, queue.Key.TenantId);
            GiveUp(queue);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    // What this host knows of the conversation may be wrong now. The next message, or the next look for waiting turns, loads it anew.
    private void GiveUp(ConversationQueue queue)
    {
        Interlocked.Add(ref waiting, -1 - queue.GiveUp());
        conversations.TryRemove(new(queue.Key, queue));
    }

    private async Task RunAsync(ConversationQueue queue, OpenTurn turn)
    {
        if (turn.Reply is not null && !await IsStillToBringAsync(turn))
        {
            queue.Done(turn);
            return;
        }
        if (turn.Arrival is { } arrival)
            await RunAsync(queue, turn, arrival);
        else
            await BringAsync(queue, turn, await AnswerAsync(queue, turn, stop.Token));
    }

    private async Task RunAsync(ConversationQueue queue, OpenTurn turn, Arrival arrival)
    {
        OutboundReply? reply;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, arrival.Dropped);
        try
        {
            reply = await AnswerAsync(queue, turn, ends.Token);
            turn = turn with { Position = (await arrival.Stored).Position!.Value, Arrival = null };
        }
        catch (Exception) when (arrival.Dropped.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            queue.Forget(turn);
            await LoadAsync(queue.Key, stop.Token);
            return;
        }
        finally
        {
            // However it ended, somebody waits for the message to be stored.
            arrival.Store();
            queue.Arrived();
            arrival.Dispose();
        }
        await BringAsync(queue, turn, reply);
    }

    private async Task<OutboundReply?> AnswerAsync(ConversationQueue queue, OpenTurn turn, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            return await runner.AnswerAsync(turn, queue, cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task BringAsync(ConversationQueue queue, OpenTurn turn, OutboundReply? reply)
    {
        if (reply is null)
            queue.Done(turn);
        else
            _ = MarkAsync(queue, turn, await runner.DeliverAsync(turn, reply, stop.Token));
    }

    private void Settle() => Volatile.Write(ref settledAt, (time.GetUtcNow() + TimeSpan.FromSeconds(options.Value.SettleSeconds)).UtcTicks);

    // An answer that was stored before this host took the turn in: its own host may have come back and brought it.
    private async Task<bool> IsStillToBringAsync(OpenTurn turn)
    {
        var waited = false;
        while (Volatile.Read(ref settledAt) - time.GetUtcNow().UtcTicks is > 0 and var wait)
        {
            await Task.Delay(TimeSpan.FromTicks(wait), time, stop.Token);
            waited = true;
        }
        return !waited || await store.IsOpenAsync(turn, stop.Token);
    }

    // The next turn need not wait for the mark. While it is missing the turn stays known, so nothing brings the answer twice.
    private async Task MarkAsync(ConversationQueue queue, OpenTurn turn, Sending sending)
    {
        Interlocked.Increment(ref running);
        try
        {
            await runner.MarkAsync(turn, sending, stop.Token);
            queue.Done(turn);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next host brings the answer once more.
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
