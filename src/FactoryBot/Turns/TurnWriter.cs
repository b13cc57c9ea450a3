namespace FactoryBot.Turns;

/// <summary>The one group commit through which every turn of this host is written: messages, answers and ends that come together share
/// a transaction and its flush to disk.</summary>
internal sealed class TurnWriter(TurnBatchStore store, HostIdentity host) : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly GroupCommit<TurnWrite, TurnWritten> commit =
        new((writes, cancellationToken) => store.WriteAsync(writes, host.Id, cancellationToken), LargestBatch);

    public async Task<Accepted> AcceptAsync(NewTurn turn) => (await commit.AddAsync(turn)).Accepted!;

    /// <returns>False when another host answered the turn first: then this answer must not be sent.</returns>
    public async Task<bool> AnswerAsync(AnsweredTurn turn) => (await commit.AddAsync(turn)).Counts;

    public Task EndAsync(DeliveredTurn turn) => commit.AddAsync(turn);

    public ValueTask DisposeAsync() => commit.DisposeAsync();
}

/// <summary>This process, among the hosts that share the database.</summary>
internal sealed class HostIdentity
{
    public Guid Id { get; } = Guid.NewGuid();
}
