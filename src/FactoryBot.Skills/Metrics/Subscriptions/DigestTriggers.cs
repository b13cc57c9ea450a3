using Quartz;

namespace FactoryBot.Skills.Metrics.Subscriptions;

/// <summary>Keeps the clock of each subscription in the scheduler that all hosts share.</summary>
internal sealed class DigestTriggers(ISchedulerFactory schedulers)
{
    private const string Group = "digests";

    public static TriggerKey KeyOf(Guid id) => new(id.ToString(), Group);

    public async Task PutAsync(Guid tenantId, DigestSubscription one, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<DigestJob>().WithIdentity(one.Id.ToString(), Group)
            .UsingJobData(DigestJob.Tenant, tenantId.ToString()).UsingJobData(DigestJob.Subscription, one.Id.ToString())
            .RequestRecovery().Build();
        await scheduler.ScheduleJob(job, [TriggerOf(one)], ScheduleJobOptions.Replacing, cancellationToken);
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.DeleteJob(new(id.ToString(), Group), cancellationToken);
    }

    // A start that no host was there for is made up for once; whether it is still due, the job decides.
    internal static ITrigger TriggerOf(DigestSubscription one) => TriggerBuilder.Create().WithIdentity(KeyOf(one.Id))
        .WithCronSchedule(CronOf(one), cron => cron.InTimeZone(one.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private static string CronOf(DigestSubscription one) =>
        FormattableString.Invariant($"0 {one.Schedule.Time.Minute} {one.Schedule.Time.Hour} ? * {string.Join(',', one.Schedule.Days.Select(day => (int)day + 1))}");
}
