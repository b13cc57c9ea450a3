using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Skills.Metrics.Import;

internal static class ImportServices
{
    public static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImportOptions>().Bind(configuration.GetSection(ImportOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ImportFile>();
        services.AddSingleton<ImportSent>();
        services.AddSingleton<MasterCache>();
        services.AddSingleton<IngestRows>();
        return services.AddSingleton<ISkill, ImportSkill>();
    }
}
