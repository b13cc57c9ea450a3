using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Charts;

public static class ChartsServices
{
    /// <summary>Adds the making of pictures of charts, with the settings of section <c>Charts</c>.</summary>
    public static IServiceCollection AddCharts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChartsOptions>().Bind(configuration.GetSection("Charts")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ChartPng>();
        return services;
    }
}
