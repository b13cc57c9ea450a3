using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api;

/// <summary>Which web pages may call: exactly the configured origins, without cookies.</summary>
internal sealed class Origins(IOptions<ApiOptions> options) : IConfigureOptions<CorsOptions>
{
    private static readonly TimeSpan RememberFor = TimeSpan.FromHours(1);

    public void Configure(CorsOptions cors) => cors.AddDefaultPolicy(policy => policy
        .WithOrigins(options.Value.AllowedOrigins)
        .WithMethods("GET", "POST")
        .WithHeaders("Authorization", "Content-Type", "X-Api-Key")
        .WithExposedHeaders("Retry-After")
        .SetPreflightMaxAge(RememberFor));
}
