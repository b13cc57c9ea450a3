using System.Threading.Channels;
using FactoryBot.Skills.Database;

namespace FactoryBot.Turns;

/// <summary>Writes what many callers hand in at the same time in one transaction: one flush to disk serves them all.
/// While a batch is being written the next one gathers, so a single caller never waits for company.</summary>
internal sealed class GroupCommit<TItem, TResult> : IAsyncDisposable
{
    private readonly Channel<Entry> entries;
    private readonly Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> write;
    private readonly int most;
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    /// <param name="write">Writes a batch and returns one result for each item, in order.</param>
    /// <param name="most">The largest batch.</param>
    public GroupCommit(Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> write, int most)
    {
        this.write = write;
        this.most = most;
        entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
        loop = Task.Run(LoopAsync);
    }

    public Task<TResult> AddAsync(TItem item)
    {
        var entry = new Entry(item);
        if (!entries.Writer.TryWrite(entry))
            entry.Done.SetException(new ObjectDisposedException(nameof(GroupCommit<,>)));
        return entry.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!entries.Writer.TryComplete())
            return;
        stop.CancelAfter(TimeSpan.FromSeconds(5));
        await loop;
        stop.Dispose();
    }

    private async Task LoopAsync()
    {
        var batch = new List<Entry>(most);
        while (await entries.Reader.WaitToReadAsync())
        {
            while (batch.Count < most && entries.Reader.TryRead(out var entry))
                batch.Add(entry);
            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Entry> batch)
    {
        try
        {
            var results = await write(batch.ConvertAll(e => e.Item), stop.Token);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Done.SetResult(results[i]);
        }
        catch (Exception error) when (batch.Count > 1 && !DatabaseFaults.IsGone(error))
        {
            // One bad item must not fail the others: each is tried by itself and keeps its own error.
            foreach (var entry in batch)
                await WriteAsync([entry]);
        }
        catch (Exception error)
        {
            // A database that is away is away for all of them: tried one by one each would wait for it in turn.
            foreach (var entry in batch)
                entry.Done.SetException(error);
        }
    }

    private sealed record Entry(TItem Item)
    {
        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
