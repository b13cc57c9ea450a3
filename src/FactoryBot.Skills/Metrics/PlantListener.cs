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
                // Whatever was loaded while nobody listened was not heard.
                await database.ListenAsync("plant_data", Hear, cache.ForgetAll, stoppingToken);
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

    private void Hear(string payload)
    {
        if (Guid.TryParse(payload, out var tenantId))
            cache.Forget(tenantId);
    }
}
