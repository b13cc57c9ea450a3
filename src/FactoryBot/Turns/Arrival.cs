using FactoryBot.Skills.Database;

namespace FactoryBot.Turns;

/// <summary>A message that is being answered before it is stored, so that one write holds both. Where the answer takes longer the message is stored
/// by itself. It is acknowledged once it is stored: if this host dies before, its channel sends it again.</summary>
internal sealed class Arrival : IDisposable
{
    // Several times what a figure takes, and far less than a channel waits for its acknowledgement.
    private static readonly TimeSpan StoredAloneAfter = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource<Accepted> stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<NewTurn, Task<Accepted>> store;
    private readonly CancellationTokenSource dropped = new();
    private readonly ITimer timer;
    private bool handedIn;

    /// <param name="turn">The message.</param>
    /// <param name="store">Stores it, with its answer where it has one.</param>
    /// <param name="time">Says when an answer takes too long to be waited for.</param>
    public Arrival(NewTurn turn, Func<NewTurn, Task<Accepted>> store, TimeProvider time)
    {
        Turn = turn;
        this.store = store;
        timer = time.CreateTimer(static arrival => ((Arrival)arrival!).Store(), this, StoredAloneAfter, Timeout.InfiniteTimeSpan);
    }

    public NewTurn Turn { get; }

    /// <summary>What became of the message; fails where it could not be stored.</summary>
    public Task<Accepted> Stored => stored.Task;

    /// <summary>The message is not to be answered as it came: it could not be stored, was stored before, or stands behind
    /// a message that this host had not heard of.</summary>
    public CancellationToken Dropped => dropped.Token;

    /// <summary>Stores the message by itself, unless that has begun.</summary>
    public void Store()
    {
        if (IsFirst())
            _ = WriteAsync(Turn);
    }

    /// <summary>Returns once the message is stored: whoever changes something must not do so for a message that may be lost, or known already.</summary>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        Store();
        await stored.Task.WaitAsync(cancellationToken);
        Dropped.ThrowIfCancellationRequested();
    }

    /// <returns>The place of the message in its conversation, and whether the answer was stored with it.</returns>
    public async Task<(long Position, bool WithAnswer)> StoreAsync(AnsweredTurn answer, CancellationToken cancellationToken)
    {
        var first = IsFirst();
        var with = first && await WriteWithAsync(answer);
        var accepted = await stored.Task.WaitAsync(cancellationToken);
        Dropped.ThrowIfCancellationRequested();
        return (accepted.Position!.Value, with);
    }

    // The source has neither a timer nor a handle of its own, and may be cancelled after this.
    public void Dispose() => timer.Dispose();

    private bool IsFirst()
    {
        lock (gate)
        {
            if (handedIn)
                return false;
            handedIn = true;
        }
        timer.Dispose();
        return true;
    }

    private async Task<bool> WriteWithAsync(AnsweredTurn answer)
    {
        try
        {
            Became(await store(Turn with { Answer = answer }));
            return true;
        }
        catch (Exception error)
        {
            if (DatabaseFaults.IsGone(error))
                Failed(error);
            else
                // It may be the answer that cannot be stored; then it fails once more by itself, where that is said.
                await WriteAsync(Turn);
            return false;
        }
    }

    private async Task WriteAsync(NewTurn turn)
    {
        try
        {
            Became(await store(turn));
        }
        catch (Exception error)
        {
            Failed(error);
        }
    }

    private void Failed(Exception error)
    {
        dropped.Cancel();
        stored.SetException(error);
    }

    private void Became(Accepted accepted)
    {
        if (accepted is not { Alone: true, Position: not null })
            dropped.Cancel();
        stored.SetResult(accepted);
    }
}
