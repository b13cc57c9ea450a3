using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Database;

public static class DatabaseServices
{
    /// <summary>Adds the <see cref="FactoryDatabase"/>: started and migrated before any hosted service runs, stopped after the last.</summary>
    /// <param name="migrations">Assemblies that carry <c>Migrations/*.sql</c>, besides this one.</param>
    public static IServiceCollection AddFactoryDatabase(
        this IServiceCollection services, IConfiguration configuration, params Assembly[] migrations)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new FactoryDatabase(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value,
            configuration.GetConnectionString("FactoryBot"),
            [typeof(FactoryDatabase).Assembly, .. migrations],
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<Secrets>();
        return services.AddHostedService<DatabaseKeeper>();
    }
}
