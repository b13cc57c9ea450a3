using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Hears of changes by any host and makes the caches forget what they hold of that tenant.</summary>
internal sealed class TenancyListener(
    FactoryDatabase database, TenantDirectory directory, MemberCache members, ApiKeyCache keys, TimeProvider time, ILogger<TenancyListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Whatever was changed while nobody listened was not heard.
                await database.ListenAsync(TenancyStore.Channel, Hear, ForgetAll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                logger.ListenerLost(problem);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void ForgetAll()
    {
        directory.ForgetKeys();
        members.ForgetAll();
        keys.ForgetAll();
    }

    private void Hear(string payload)
    {
        var space = payload.IndexOf(' ', StringComparison.Ordinal);
        if (!Guid.TryParse(space < 0 ? payload : payload.AsSpan(0, space), out var tenantId))
            return;
        if (space >= 0)
        {
            members.ForgetPeople(tenantId);
            return;
        }

        directory.ForgetKeys();
        members.Forget(tenantId);
        keys.Forget(tenantId);
    }
}
