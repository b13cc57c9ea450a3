using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Gaps;
using Quartz;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>After files were taken in over REST: gives their pieces vectors in the background, then asks the open gaps again, which words alone may not have answered.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadMeaning(EmbedAgain embed, ReplayGaps gaps) : IJob
{
    private const string Group = "documents meaning";
    private const string Tenant = "tenant";

    // Files come one after the other: the last of them starts it once for all.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public static async Task SoonAsync(ISchedulerFactory schedulers, Guid tenantId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var name = tenantId.ToString();
        var job = JobBuilder.Create<ReadMeaning>().WithIdentity(name, Group).UsingJobData(Tenant, name).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(name, Group).StartAt(clock.GetUtcNow() + Wait).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(Guid.Parse(context.MergedJobDataMap.GetString(Tenant)!), cancellationToken);

    /// <returns>How many gaps are closed.</returns>
    internal async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await embed.RunAsync(tenantId, cancellationToken);
        return await gaps.RunAsync(tenantId, cancellationToken);
    }
}
