namespace FactoryBot.Turns;

/// <summary>The group commits through which every turn of this host is written.</summary>
internal sealed class TurnWriter(TurnBatchStore store, HostIdentity host) : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly GroupCommit<NewTurn, Accepted> accept =
        new((turns, cancellationToken) => store.AcceptAsync(turns, host.Id, cancellationToken), LargestBatch);

    private readonly GroupCommit<AnsweredTurn, bool> answer = new(store.AnswerAsync, LargestBatch);

    private readonly GroupCommit<DeliveredTurn, bool> deliver = new(store.DeliverAsync, LargestBatch);

    public Task<Accepted> AcceptAsync(NewTurn turn) => accept.AddAsync(turn);

    /// <returns>False when another host answered the turn first: then this answer must not be sent.</returns>
    public Task<bool> AnswerAsync(AnsweredTurn turn) => answer.AddAsync(turn);

    public Task DeliverAsync(DeliveredTurn turn) => deliver.AddAsync(turn);

    public async ValueTask DisposeAsync()
    {
        await accept.DisposeAsync();
        await answer.DisposeAsync();
        await deliver.DisposeAsync();
    }
}

/// <summary>This process, among the hosts that share the database.</summary>
internal sealed class HostIdentity
{
    public Guid Id { get; } = Guid.NewGuid();
}
