using FactoryBot.Api.Callers;
using FactoryBot.Api.Chat;
using FactoryBot.Api.Figures;
using FactoryBot.Api.Files;
using FactoryBot.Api.Page;
using FactoryBot.Api.Queries;
using FactoryBot.Api.Setup;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Tenancy;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

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
        // The link itself is the right to the file. A name may stand behind it for the sake of whoever saves it.
        app.MapGet(FileLinks.Path + "{token}/{name?}", GetFile.HandleAsync).RequireRateLimiting(RateLimits.Reads).ExcludeFromDescription();

        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapGet("/metrics/oee", GetFigures.OeeAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("OEE of a machine, a line or the plant");
        api.MapGet("/metrics/downtime", GetFigures.DowntimeAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Downtime by reason, MTBF and MTTR");
        api.MapGet("/metrics/production", GetFigures.ProductionAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Pieces made", own: "by");
        api.MapGet("/metrics/scrap", GetFigures.ScrapAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Scrap and first-pass yield", own: "by");
        api.MapGet("/metrics/quality-issues", GetFigures.IssuesAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Quality issues", own: "severity");
        api.MapGet("/machines", GetFigures.MachinesAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("The machines", "With line, site and the days that have data.");
        api.MapGet("/date-range", GetFigures.DateRangeAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("How far the data reaches", "First and last day, and when it was loaded.");
        api.MapGet("/stats", GetFigures.StatsAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("How much data there is", "Rows of each table.");
        api.MapPost("/setup", PostSetup.HandleAsync).Needs(Permissions.TenantManage).RequireRateLimiting(RateLimits.Setup)
            .WithDocs<SetupRequest, SetupAnswer>("Load the demo plant", SetupDocs);
        api.MapPost("/v1/queries", PostQuery.HandleAsync).Needs(Permissions.AnalysisView, Modules.Analysis).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QueryRequest, FigureAnswer>("Ask a database", "In words or as SQL. With wait=false the answer is 202 and an id to ask after.");
        api.MapGet("/v1/queries/{id:guid}", PostQuery.ReadAsync).Needs(Permissions.AnalysisView, Modules.Analysis)
            .WithDocs<QueryRecord>("Read a query again", "As it was answered then; 202 while it is running.");
        api.MapDelete("/v1/queries/{id:guid}", PostQuery.CancelAsync).Needs(Permissions.AnalysisView, Modules.Analysis)
            .WithDocs<QueryTicket>("Cancel a query", "One that is still running and that nobody waits for.");
        api.MapPost("/chat", PostChat.HandleAsync).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<ChatRequest, ChatAnswer>("Ask a question in words", ChatDocs);
        return app;
    }

    private const string SetupDocs = "For the caller's own tenant; needs the permission tenant.manage. Data of a plant's own is replaced only when asked for.";
    private const string ChatDocs = "The answer comes with its figures, their proof, the card and follow-up questions.";
}
