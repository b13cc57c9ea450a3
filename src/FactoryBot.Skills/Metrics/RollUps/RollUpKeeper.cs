using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Downtime.Sheets;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Metrics.RollUps;

/// <summary>Keeps roll-ups short, sheets fresh and facts in their quarters behind the writers. Answers are right without it, only slower.</summary>
internal sealed class RollUpKeeper(
    FactoryDatabase database, RollUpStore store, RefreshStopSheets sheets, TimeProvider clock, ILogger<RollUpKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, bool> changed = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), KeepAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What was written while nobody listened was not heard.
                await database.ListenAsync("plant_facts", Hear, () => changed.TryAdd(Guid.Empty, true), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                logger.ListenerLost(problem);
                await WaitAsync(stoppingToken);
            }
        }
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Writers come in bursts: those of two seconds are worked off together.
            await WaitAsync(stoppingToken);
            try
            {
                if (changed.TryRemove(Guid.Empty, out _))
                {
                    foreach (var tenantId in await store.TenantsAsync(stoppingToken))
                        changed.TryAdd(tenantId, true);
                }

                foreach (var tenantId in changed.Keys.Where(id => id != Guid.Empty))
                {
                    changed.TryRemove(tenantId, out _);
                    await SettleCounts.RunAsync(database, tenantId, stoppingToken);
                    await sheets.RunAsync(tenantId, stoppingToken);
                    await store.CompactAsync(tenantId, stoppingToken);
                    await store.TidyPartitionsAsync(tenantId, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                // All tenants again: which one was left undone does not matter.
                changed.TryAdd(Guid.Empty, true);
                logger.RollUpsLate(problem);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken) =>
        await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Hear(string payload)
    {
        if (Guid.TryParse(payload, out var tenantId))
            changed.TryAdd(tenantId, true);
    }
}
