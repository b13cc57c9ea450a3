using Microsoft.Extensions.Hosting;
using Quartz;

namespace FactoryBot.Skills.Jobs;

/// <summary>Puts the repeated jobs into the store when a host starts; one that is there with the same interval is left as it is.</summary>
internal sealed class RepeatedJobs(ISchedulerFactory schedulers, IEnumerable<RepeatedJob> jobs) : BackgroundService
{
    private const string Group = "repeated";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        foreach (var job in jobs)
            await PutAsync(scheduler, job, stoppingToken);
    }

    private static async Task PutAsync(IScheduler scheduler, RepeatedJob repeated, CancellationToken cancellationToken)
    {
        var name = repeated.Job.Name;
        var key = new TriggerKey(name, Group);
        if (await scheduler.GetTrigger(key, cancellationToken) is ISimpleTrigger there && there.RepeatInterval == repeated.Every)
            return;
        var job = JobBuilder.Create().OfType(repeated.Job).WithIdentity(name, Group).StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job)
            .WithSimpleSchedule(schedule => schedule.WithInterval(repeated.Every).RepeatForever())
            .StartNow().Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }
}
