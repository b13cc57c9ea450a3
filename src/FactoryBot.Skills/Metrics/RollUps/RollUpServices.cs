using FactoryBot.Skills.Metrics.Downtime.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Metrics.RollUps;

internal static class RollUpServices
{
    public static void AddRollUps(this IServiceCollection services)
    {
        services.AddSingleton<StopRules>();
        services.AddSingleton<ReadStops>();
        services.AddSingleton<RefreshStopSheets>();
        services.AddSingleton<RollUpStore>();
        services.AddSingleton<RebuildRollUps>();
        services.AddHostedService<RollUpKeeper>();
    }
}
