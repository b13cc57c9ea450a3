using FactoryBot.Skills.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Metrics.Subscriptions;

internal static class SubscriptionServices
{
    /// <summary>Needs <c>AddJobs</c> and <c>AddNotices</c>.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddSingleton<DigestTriggers>();
        services.AddSingleton<DigestSource>();
        services.AddSingleton<SendDigest>();
        services.AddSingleton<ManageSubscriptions>();
        return services.AddSingleton<ISkill, SubscriptionSkill>();
    }
}
