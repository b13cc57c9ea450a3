using FactoryBot.Skills.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Metrics.Check;

internal static class CheckServices
{
    public static IServiceCollection AddCheck(this IServiceCollection services)
    {
        services.AddSingleton<CheckStore>();
        services.AddSingleton<CheckData>();
        services.AddSingleton<WarnOfData>();
        return services.AddSingleton<ISkill, CheckSkill>();
    }
}
