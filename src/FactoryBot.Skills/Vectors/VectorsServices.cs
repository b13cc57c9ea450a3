using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactoryBot.Skills.Vectors;

public static class VectorsServices
{
    /// <summary>Adds what makes vectors of texts. Every feature that needs it calls this; the second time nothing is added.</summary>
    public static IServiceCollection AddVectors(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(s => s.ServiceType == typeof(Embeddings)))
            return services;
        services.AddOptions<EmbeddingOptions>().Bind(configuration.GetSection(EmbeddingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<Embeddings>();
        return services;
    }
}
