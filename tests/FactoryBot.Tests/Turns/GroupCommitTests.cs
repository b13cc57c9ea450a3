using FactoryBot.Turns;
using Npgsql;

namespace FactoryBot.Tests.Turns;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task AddAsync_ItemsDuringAWrite_AreWrittenTogetherNext()
    {
        var batches = new List<int[]>();
        var first = new TaskCompletionSource();
        await using var commit = new GroupCommit<int, int>(
            async (items, _) =>
            {
                lock (batches)
                    batches.Add([.. items]);
                if (items[0] == 0)
                    await first.Task;
                return [.. items.Select(i => i * 10)];
            },
            most: 100);

        var head = commit.AddAsync(0);
        await UntilAsync(() => batches.Count == 1);
        var rest = Enumerable.Range(1, 5).Select(commit.AddAsync).ToArray();
        first.SetResult();

        Assert.Equal(0, await head);
        var written = await Task.WhenAll(rest);
        Assert.Equal([10, 20, 30, 40, 50], written);
        Assert.Equal([1, 2, 3, 4, 5], batches[1]);
    }

    [Fact]
    public async Task AddAsync_MoreThanTheLargestBatch_IsSplit()
    {
        var largest = 0;
        await using var commit = new GroupCommit<int, int>(
            (items, _) =>
            {
                largest = Math.Max(largest, items.Count);
                return Task.FromResult(items);
            },
            most: 4);

        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(commit.AddAsync));

        Assert.Equal(Enumerable.Range(0, 50), all);
        Assert.InRange(largest, 1, 4);
    }

    [Fact]
    public async Task AddAsync_OneBadItem_FailsAlone()
    {
        var gate = new TaskCompletionSource();
        await using var commit = new GroupCommit<int, int>(
            async (batch, _) =>
            {
                await gate.Task;
                return batch.Contains(13) ? throw new InvalidOperationException("13") : batch;
            },
            most: 100);

        int[] items = [1, 12, 13, 14];
        Task<int>[] all = [.. items.Select(commit.AddAsync)];
        gate.SetResult();

        Assert.Equal(1, await all[0]);
        Assert.Equal(12, await all[1]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => all[2]);
        Assert.Equal(14, await all[3]);
    }

    [Fact]
    public async Task AddAsync_DatabaseIsAway_AllAreToldAtOnce()
    {
        var gate = new TaskCompletionSource();
        var writes = 0;
        await using var commit = new GroupCommit<int, int>(
            async (_, _) =>
            {
                await gate.Task;
                writes++;
                throw new NpgsqlException("no route", new IOException());
            },
            most: 100);

        var first = commit.AddAsync(0);
        Task<int>[] rest = [.. Enumerable.Range(1, 20).Select(commit.AddAsync)];
        gate.SetResult();

        await Assert.ThrowsAsync<NpgsqlException>(() => first);
        foreach (var task in rest)
            await Assert.ThrowsAsync<NpgsqlException>(() => task);
        Assert.InRange(writes, 1, 2);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        Assert.True(condition());
    }
}
