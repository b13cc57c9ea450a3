using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.Options;
using Quartz;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Gives the pieces vectors of the configured way while the one before serves, and changes over once all have theirs.</summary>
[DisallowConcurrentExecution]
internal sealed class EmbedAgain(FactoryDatabase database, Embeddings embeddings, IOptions<DocumentsOptions> options) : IJob, IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // So much is lost where the model goes away.
    private const int Batch = 96;

    private readonly SemaphoreSlim batches = new(1, 1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var tenant in await EmbeddingStore.TenantsAsync(database, cancellationToken))
        {
            await RunAsync(tenant, cancellationToken);
            await GraphAsync(tenant, cancellationToken);
        }
    }

    /// <summary>Puts the pieces of a tenant that has too many for the memory into the graph.</summary>
    /// <returns>How many pieces were put in.</returns>
    public async Task<int> GraphAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        for (var done = 0; ;)
        {
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            var put = await VectorStore.GraphAsync(scope, options.Value.MostVectorsInMemory, Batch, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            done += put;
            if (put < Batch)
                return done;
        }
    }

    public void Dispose() => batches.Dispose();

    /// <returns>How many pieces were given a vector.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var (done, after) = (0, 0L);
        while (true)
        {
            // One batch at a time: two that come upon the same pieces would have them read twice.
            await batches.WaitAsync(cancellationToken);
            try
            {
                var (more, count, last) = await RunBatchAsync(tenantId, after, cancellationToken);
                done += count;
                if (!more)
                    return done;
                after = last;
            }
            finally
            {
                batches.Release();
            }
        }
    }

    /// <returns>Whether there may be more to do, how many pieces were given a vector, and after which the next batch begins.</returns>
    private async Task<(bool More, int Count, long Last)> RunBatchAsync(Guid tenantId, long after, CancellationToken cancellationToken)
    {
        var (id, serves, pieces) = await PendingAsync(tenantId, after, cancellationToken);
        if (pieces.Count == 0)
            return (!serves && !await SwitchAsync(tenantId, id, cancellationToken), 0, 0);
        var vectors = await embeddings.OfAsync(embeddings.Configured, [.. pieces.Select(p => p.Text)], cancellationToken);
        if (vectors[0].IsEmpty)
            return (false, 0, after);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await EmbeddingStore.KeepServingAsync(scope, cancellationToken);
        var count = await EmbeddingStore.WriteAsync(scope, id, serves, pieces, vectors, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return (true, count, pieces[^1].PieceId);
    }

    private async Task<(short Id, bool Serves, IReadOnlyList<UnembeddedPiece> Pieces)> PendingAsync(Guid tenantId, long after, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var serves = (await EmbeddingStore.ServingAsync(scope, cancellationToken)).Name == embeddings.Configured;
        var id = await EmbeddingStore.IdAsync(scope, embeddings.Configured, cancellationToken);
        var pieces = await EmbeddingStore.PendingAsync(scope, id, serves, after, Batch, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return (id, serves, pieces);
    }

    private async Task<bool> SwitchAsync(Guid tenantId, short id, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var switched = await EmbeddingStore.SwitchAsync(scope, id, embeddings.Configured, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return switched;
    }
}
