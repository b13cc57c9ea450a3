using FactoryBot.Skills.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FactoryBot.Turns;

/// <summary>Keeps this host known to the others as alive, wakes conversations that another host stored messages for, and
/// takes up what dead hosts left.</summary>
internal sealed class HostPresence(
    TurnStore store,
    TurnDispatcher dispatcher,
    HostIdentity host,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<HostPresence> log) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private NpgsqlConnection? presence;

    // Registered before any channel takes messages in: a host that holds no lock would look dead.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        presence = await store.RegisterHostAsync(host.Id, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await dispatcher.DrainAsync(TimeSpan.FromSeconds(options.Value.DrainSeconds));
        await base.StopAsync(cancellationToken);
        if (presence is not null)
            await presence.DisposeAsync();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ListenAsync(stoppingToken), SweepAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (presence is null)
                {
                    presence = await store.RegisterHostAsync(host.Id, stopping);
                    dispatcher.Regained();
                }
                presence.Notification += Woken;
                while (true)
                    await Listener.WaitAsync(presence, stopping);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                log.LostPresence(error);
                dispatcher.Forget();
                if (presence is not null)
                    await presence.DisposeAsync();
                presence = null;
                await Task.Delay(Retry, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        var every = TimeSpan.FromSeconds(options.Value.TakeOverEverySeconds);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await dispatcher.TakeOverAsync(stopping);
                dispatcher.DropIdle(TimeSpan.FromMinutes(options.Value.IdleMinutes));
                await Task.Delay(every, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // Nobody else looks for waiting turns: whatever went wrong, it looks again.
                log.SweepFailed(error);
                await Task.Delay(every, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Woken(object sender, NpgsqlNotificationEventArgs notification)
    {
        var parts = notification.Payload.Split(' ', 3);
        if (parts.Length == 3 && parts[0] == host.Id.ToString() && Guid.TryParse(parts[1], out var tenantId))
            _ = LoadAsync(new(tenantId, parts[2]));
    }

    private async Task LoadAsync(ConversationKey conversation)
    {
        try
        {
            await dispatcher.LoadAsync(conversation, CancellationToken.None);
        }
        catch (Exception error)
        {
            // The turns stay stored; they are loaded with the conversation's next message or taken over.
            log.SweepFailed(error);
        }
    }
}
