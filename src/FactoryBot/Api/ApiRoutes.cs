using FactoryBot.Api.Chat;
using FactoryBot.Api.Page;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api;

/// <summary>The addresses of the REST API.</summary>
public static class ApiRoutes
{
    public static WebApplication MapApi(this WebApplication app)
    {
        app.UseApiPipeline();

        app.MapHealthChecks("/health", new() { ResponseWriter = HealthAnswer.WriteAsync });
        app.MapHealthChecks("/health/live", new() { ResponseWriter = HealthAnswer.WriteAsync, Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = HealthAnswer.WriteAsync, Predicate = c => c.Tags.Contains(DatabaseHealth.ReadyTag) });
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapApiPage();

        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapPost("/chat", PostChat.HandleAsync).WithDocs<ChatRequest, ChatAnswer>(
            "Ask a question in words", "The answer comes with its figures, their proof, the card and follow-up questions.").RequireRateLimiting(RateLimits.Chat);
        return app;
    }
}
