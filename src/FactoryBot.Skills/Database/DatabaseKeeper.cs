using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Database;

/// <summary>Starts the database before any other service runs, and its private server again should that die.</summary>
internal sealed class DatabaseKeeper(FactoryDatabase database, ILogger<DatabaseKeeper> logger, TimeProvider? time = null)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public Task StartingAsync(CancellationToken cancellationToken) => database.StartAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time ?? TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A start that fails, on a port that is taken for one, ends its services before they are asked to stop: no fault of this one.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.EnsureRunningAsync(stoppingToken);
        }
        catch (Exception e) when (e is DatabaseSetupException or IOException)
        {
            DatabaseLog.ServerRestartFailed(logger, e);
        }
    }
}
