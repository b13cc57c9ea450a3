using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactoryBot.Skills.Approvals;

public static class ApprovalsServices
{
    /// <summary>Adds approvals. A feature registers its <see cref="IApprovalSubject"/>.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ApprovalNotices>();
        services.AddSingleton<DecideApproval>();
        services.AddSingleton<ListWaiting>();
        services.AddSingleton<TellWhatFollows>();
        services.AddSingleton<RemindApprovals>();
        services.AddSingleton(RepeatedJob.Of<RemindApprovals>(RemindApprovals.Every));
        services.AddSingleton<ShowRules>();
        services.AddSingleton<SayWhoWould>();
        services.AddSingleton<ChangeRules>();
        services.AddSingleton<BeAway>();
        services.AddSingleton<ShowRequestsHere>();
        services.AddSingleton<ISkill, ApprovalsSkill>();
        services.AddSingleton<ISkill, ApprovalRulesSkill>();
        services.AddSingleton<ISkill, ApprovalPlacesSkill>();
        return services;
    }
}
