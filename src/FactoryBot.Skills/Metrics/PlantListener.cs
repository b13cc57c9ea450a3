using FactoryBot.Skills.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Metrics;

/// <summary>Hears of loads by any host and makes the caches forget what they hold of that tenant.</summary>
internal sealed class PlantListener(FactoryDatabase database, PlantCache cache, TimeProvider clock, ILogger<PlantListener> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                logger.ListenerLost(problem);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, told) =>
        {
            if (Guid.TryParse(told.Payload, out var tenantId))
                cache.Forget(tenantId);
        };
        await using (var listen = new NpgsqlCommand("listen plant_data", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);

        // Whatever was loaded while nobody listened was not heard.
        cache.ForgetAll();
        while (true)
            await connection.WaitAsync(stoppingToken);
    }
}
