using Quartz;

namespace FactoryBot.Skills.Metrics.Subscriptions;

/// <summary>Its time has come on one of the hosts.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(SendDigest send, DigestTriggers triggers) : IJob
{
    public const string Tenant = "tenant";
    public const string Subscription = "subscription";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (tenantId, id) = (Guid.Parse(context.MergedJobDataMap.GetString(Tenant)!), Guid.Parse(context.MergedJobDataMap.GetString(Subscription)!));
        if (await send.RunAsync(tenantId, id, cancellationToken) == DigestSent.Gone)
            await triggers.RemoveAsync(id, cancellationToken);
    }
}
