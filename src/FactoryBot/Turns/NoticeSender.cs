using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using Npgsql;

namespace FactoryBot.Turns;

/// <summary>Sends the notices that are due: woken when one is posted, and looking by itself for those whose host died or whose channel was away.</summary>
internal sealed class NoticeSender(
    NoticeStore notices, NoticeDelivery delivery, FactoryDatabase database, TimeProvider time, ILogger<NoticeSender> log) : BackgroundService
{
    private const int Most = 50;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ListenAgain = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim wake = new(0);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SendAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await database.ListenAsync(NoticeStore.WakeChannel, _ => wake.Release(), () => wake.Release(), stopping);
            }
            catch (Exception error) when (DatabaseFaults.IsGone(error))
            {
                // The looks in between go on; nothing is lost but speed.
                await Task.Delay(ListenAgain, time, CancellationToken.None);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var due = await notices.DueAsync(time.GetUtcNow(), Most, stopping);
                await Task.WhenAll(due.Select(d => delivery.SendAsync(d.TenantId, d.NoticeId, stopping)));
                if (due.Count == Most)
                    continue;
                await wake.WaitAsync(LookEvery, stopping);
                while (wake.CurrentCount > 0)
                    await wake.WaitAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException error)
            {
                log.NoticesFailed(error);
                await Task.Delay(ListenAgain, time, CancellationToken.None);
            }
        }
    }
}
