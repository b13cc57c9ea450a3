using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Vectors;
using Quartz;

namespace FactoryBot.Skills.Quotes.Meaning;

/// <summary>Gives the parts of catalogues that are new, changed or made in another way their vectors, a few at a time. Until then words alone find.</summary>
[DisallowConcurrentExecution]
internal sealed class EmbedParts(FactoryDatabase database, Embeddings embeddings) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Longer lists are found by words alone: to compare with each part would take longer than the words do, and to make a million vectors days.</summary>
    public const long MostParts = 20_000;

    // So much is lost where the model goes away.
    private const int Batch = 96;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <returns>How many parts were given a vector.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Parts alone do not pay for the memory of the encoder.
        if (embeddings.AtHand is not { } name)
            return 0;
        var done = 0;
        foreach (var tenantId in await PartVectorStore.TenantsAsync(database, name, MostParts, cancellationToken))
            done += await RunAsync(tenantId, name, cancellationToken);
        return done;
    }

    private async Task<int> RunAsync(Guid tenantId, string name, CancellationToken cancellationToken)
    {
        var version = await BeginAsync(tenantId, name, cancellationToken);
        for (var (done, after) = (0, 0); ;)
        {
            var parts = await NextAsync(tenantId, after, cancellationToken);
            if (parts.Length == 0)
            {
                await CompleteAsync(tenantId, version, name, cancellationToken);
                return done;
            }

            var vectors = await embeddings.OfAsync(name, [.. parts.Select(p => p.Words)], cancellationToken);
            if (vectors[0].IsEmpty)
                return done;
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            // A list that was loaded anew meanwhile may have other parts under these places.
            if ((await CatalogueStore.LockAsync(scope, cancellationToken)).Version != version)
                return done;
            await PartVectorStore.AddAsync(scope, name, parts, vectors, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            (done, after) = (done + parts.Length, parts[^1].PartNo);
        }
    }

    private async Task<long> BeginAsync(Guid tenantId, string name, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var state = await CatalogueStore.StateAsync(scope, cancellationToken);
        await PartVectorStore.ForgetAsync(scope, name, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return state.Version;
    }

    private async Task<Part[]> NextAsync(Guid tenantId, int after, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await PartVectorStore.WithoutAsync(scope, after, Batch, cancellationToken);
    }

    private async Task CompleteAsync(Guid tenantId, long version, string name, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await PartVectorStore.CompleteAsync(scope, version, name, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }
}
