using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.Options;
using Quartz;

namespace FactoryBot.Skills.Documents.Embedding;

/// <summary>Gives the pieces vectors of the configured way while the one before serves, and changes over once all have theirs.</summary>
[DisallowConcurrentExecution]
internal sealed class EmbedAgain(FactoryDatabase database, Embeddings embeddings, IOptions<DocumentsOptions> options) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // So much is lost where the model goes away.
    private const int Batch = 96;

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

    /// <returns>How many pieces were given a vector.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var (done, after) = (0, 0L);
        while (true)
        {
            var (id, serves, pieces) = await PendingAsync(tenantId, after, cancellationToken);
            if (pieces.Count == 0)
            {
                if (serves || await SwitchAsync(tenantId, id, cancellationToken))
                    return done;
                after = 0;
                continue;
            }

            var vectors = await embeddings.OfAsync(embeddings.Configured, [.. pieces.Select(p => p.Text)], cancellationToken);
            if (vectors[0].IsEmpty)
                return done;
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            await EmbeddingStore.KeepServingAsync(scope, cancellationToken);
            done += await EmbeddingStore.WriteAsync(scope, id, serves, pieces, vectors, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            after = pieces[^1].PieceId;
        }
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
