using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api;

/// <summary>What every request of the API passes on its way, outermost first.</summary>
internal static class ApiPipeline
{
    public static void UseApiPipeline(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.DangerouslyAllowLoopbackWithoutKey)
            ApiLog.OpenOnLoopback(app.Logger);
        app.UseExceptionHandler();
        // Channels answer in their own protocol's shape; only the API's bare status codes are explained.
        app.UseWhen(IsExplained, explained => explained.UseStatusCodePages(ExplainAsync));
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    private static bool IsExplained(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api/messages", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/v3", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/slack", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/chat", StringComparison.Ordinal);

    private static Task ExplainAsync(StatusCodeContext context) => (context.HttpContext.Response.StatusCode switch
    {
        404 => ApiFailures.NotFound,
        405 => ApiFailures.MethodNotAllowed,
        415 => ApiFailures.NotJson,
        401 => ApiFailures.KeyMissing,
        403 => ApiFailures.NotAllowed,
        >= 400 and < 500 => ApiFailures.Malformed,
        _ => ApiFailures.Unexpected,
    }).WriteAsync(context.HttpContext);
}
