using FactoryBot.Skills.Database;
using Quartz;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Indexes catalogues anew that an earlier release has indexed in another way. Until then they are searched as they are.</summary>
[DisallowConcurrentExecution]
internal sealed class ReindexParts(FactoryDatabase database) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private const int BatchSize = 50_000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <returns>How many parts were indexed.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var parts = 0L;
        foreach (var tenantId in await ReindexStore.TenantsAsync(database, PartTerms.Version, cancellationToken))
        {
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            // An import of the whole list may have come first.
            if (await CatalogueStore.LockAsync(scope, cancellationToken) is not { TermsVersion: not PartTerms.Version } state)
                continue;
            await CatalogueStore.SaveStateAsync(scope, await IndexAsync(scope, state, cancellationToken), cancellationToken);
            await CatalogueStore.AnalyzeAsync(scope, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            parts += state.Parts;
        }

        return parts;
    }

    private static async Task<CatalogueState> IndexAsync(TenantScope scope, CatalogueState state, CancellationToken cancellationToken)
    {
        await ReindexStore.ForgetTermsAsync(scope, cancellationToken);
        var (index, segment) = (new TermIndex(), 1);
        for (var parts = await NextAsync(0); parts.Length > 0; parts = await NextAsync(parts[^1].PartNo))
        {
            IndexParts.Into(index, parts);
            if (index.Size < AddParts.MostWaitingPostings)
                continue;
            await CatalogueStore.AddTermsAsync(scope, segment++, index, cancellationToken);
            index = new();
        }

        if (index.Size > 0)
            await CatalogueStore.AddTermsAsync(scope, segment++, index, cancellationToken);
        return state with { Version = state.Version + 1, NextSegment = segment, TermsVersion = PartTerms.Version };

        Task<Part[]> NextAsync(int after) => ReindexStore.AfterAsync(scope, after, BatchSize, cancellationToken);
    }
}
