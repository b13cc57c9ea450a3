using Quartz;

namespace FactoryBot.Skills.Files;

/// <summary>Deletes files whose time is over.</summary>
[DisallowConcurrentExecution]
internal sealed class DropExpiredFiles(FileStore store) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await store.DropExpiredAsync(cancellationToken);
}
