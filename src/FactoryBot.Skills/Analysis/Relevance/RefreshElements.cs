using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Vectors;
using Quartz;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>Keeps the vectors of schema elements and verified questions as the sources are: within a minute of a change that this product makes,
/// within half an hour of one that somebody makes in a database of his own. Another way of making vectors makes all anew.</summary>
[DisallowConcurrentExecution]
internal sealed class RefreshElements(FactoryDatabase database, SourceModels sources, SourceStore stored, QueryStore queries, Embeddings embeddings, TimeProvider time) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Unannounced = TimeSpan.FromMinutes(30);

    // So much is lost where the model goes away.
    private const int Batch = 96;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var tenant in await ElementStore.TenantsAsync(database, cancellationToken))
            await RunAsync(tenant, cancellationToken);
    }

    /// <returns>How many elements were given a vector.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var generator = embeddings.Configured;
        var (seen, lookedAt, now) = await InAsync(
            tenantId,
            async s =>
            {
                await ElementStore.WantAsync(s, cancellationToken);
                return await ElementStore.StateAsync(s, cancellationToken);
            },
            cancellationToken);
        var fingerprint = $"{generator} {now}";
        if (seen == fingerprint && lookedAt is { } at && time.GetUtcNow() - new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) < Unannounced)
            return 0;
        var wanted = await WantedAsync(tenantId, cancellationToken);
        var known = await InAsync(tenantId, s => ElementStore.KnownAsync(s, generator, cancellationToken), cancellationToken);
        var hashes = known.ToDictionary(k => (k.Source, k.Element), k => k.Hash);
        var done = 0;
        foreach (var batch in wanted.Where(w => hashes.GetValueOrDefault((w.Element.Source, w.Element.Element)) != w.Element.Hash).Chunk(Batch))
        {
            var vectors = await embeddings.OfAsync(generator, [.. batch.Select(b => b.Text)], cancellationToken);
            if (vectors[0].IsEmpty)
                return done;
            done += await InAsync(tenantId, s => ElementStore.WriteAsync(s, generator, [.. batch.Select(b => b.Element)], vectors, cancellationToken), cancellationToken);
        }

        await ForgetAsync(tenantId, generator, wanted, known, cancellationToken);
        await InAsync(tenantId, s => ElementStore.LookedAsync(s, fingerprint, time.GetUtcNow(), cancellationToken), cancellationToken);
        return done;
    }

    private async Task<List<(StoredElement Element, string Text)>> WantedAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var verified = (await queries.RulesAsync(tenantId, cancellationToken)).Verified;
        return [.. from source in await sources.AllAsync(tenantId, cancellationToken)
                   from element in ElementIndex.Of(source.Model).Elements.Concat(ModelElements.Of(verified, source.Name))
                   select (new StoredElement { Source = source.Name, Element = element.Key, Hash = element.Hash }, element.Whole)];
    }

    // A database that is away for a while keeps its vectors; one that was removed does not.
    private async Task ForgetAsync(
        Guid tenantId, string generator, List<(StoredElement Element, string Text)> wanted, IReadOnlyList<StoredElement> known, CancellationToken cancellationToken)
    {
        var still = wanted.Select(w => (w.Element.Source, w.Element.Element)).ToHashSet();
        var open = wanted.Select(w => w.Element.Source).ToHashSet(StringComparer.Ordinal);
        var connected = (await stored.AllAsync(tenantId, cancellationToken)).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        await InAsync(
            tenantId,
            s => ElementStore.ForgetAsync(s, generator, [.. known.Where(k => !still.Contains((k.Source, k.Element)) && (open.Contains(k.Source) || !connected.Contains(k.Source)))], cancellationToken),
            cancellationToken);
    }

    private async Task<T> InAsync<T>(Guid tenantId, Func<TenantScope, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var result = await work(scope);
        await scope.CommitAsync(cancellationToken);
        return result;
    }
}
