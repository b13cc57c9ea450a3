using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Api.Callers;
using FactoryBot.Channels.Rest;
using FactoryBot.Turns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api;

/// <summary>Registers the REST API.</summary>
public static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection("Api")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IChannel, RestChannel>();
        services.AddSingleton<CallerAskers>();

        services.AddAuthentication(ApiKeyScheme.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.SchemeName, null);
        services.AddAuthorization();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        services.AddCors();
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>, Origins>();

        services.AddProblemDetails();
        services.AddExceptionHandler<UnexpectedErrors>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.ReadyTag]);
        services.AddOpenApi("v1", Page.ApiDocument.Describe);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        });
        return services;
    }
}
