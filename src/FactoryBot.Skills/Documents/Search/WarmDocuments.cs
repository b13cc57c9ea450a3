using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Reads after a start what the first question of a tenant would wait for: its vectors, its words, and the encoder.</summary>
internal sealed class WarmDocuments(
    FactoryDatabase database, SearchDocuments search, Embeddings embeddings, TimeProvider clock, ILogger<WarmDocuments> logger) : BackgroundService
{
    // Whoever started the host wants its first answers more.
    private static readonly TimeSpan After = TimeSpan.FromSeconds(3);

    // Reads everything whatever it finds.
    private const string AnyWord = "documents";

    /// <summary>The sets of both ends: most members see the one or the other.</summary>
    private static readonly Role[] Roles = [Role.Viewer, Role.Owner];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var tenants = await EmbeddingStore.TenantsAsync(database, cancellationToken);
        if (tenants.Count > 0)
            await embeddings.OfAsync(embeddings.Configured, [AnyWord], cancellationToken);
        foreach (var tenant in tenants)
        {
            foreach (var role in Roles)
                await search.RunAsync(AnyWord, null, new() { TenantId = tenant, Role = (int)role }, cancellationToken);
        }

        return tenants.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(After, clock, stoppingToken);
            var started = clock.GetTimestamp();
            logger.Warmed(await RunAsync(stoppingToken), clock.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (NpgsqlException error)
        {
            // The first question reads it then.
            logger.NotWarmed(error);
        }
    }
}
