using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Notices;

public static class NoticeServices
{
    /// <summary>Adds the board on which notices are posted. Needs <c>AddFactoryDatabase</c>; the host's turns send them.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeStore>();
        return services.AddSingleton<NoticeBoard>();
    }
}
