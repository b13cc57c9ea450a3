using FactoryBot.Api.Callers;
using FactoryBot.Api.Chat;
using FactoryBot.Api.Documents;
using FactoryBot.Api.Figures;
using FactoryBot.Api.Files;
using FactoryBot.Api.Intake;
using FactoryBot.Api.Page;
using FactoryBot.Api.Queries;
using FactoryBot.Api.Quotes;
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
        api.MapGet("/metrics/oee", GetFigures.OeeAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("OEE of a machine, a line or the plant", "form", "workOrder");
        api.MapGet("/metrics/downtime", GetFigures.DowntimeAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Downtime by reason, MTBF and MTTR", "kind", "reason", "mean");
        api.MapGet("/metrics/production", GetFigures.ProductionAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Pieces made", "by", "mean");
        api.MapGet("/metrics/scrap", GetFigures.ScrapAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Scrap and first-pass yield", "by", "defect", "mean", "workOrder");
        api.MapGet("/metrics/quality-issues", GetFigures.IssuesAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Quality issues", "severity", "defect");
        api.MapGet("/metrics/teep", GetFigures.TeepAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("TEEP and loading", "form");
        api.MapGet("/metrics/why", GetFigures.WhyAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Why OEE changed, in points that add up", "otherPeriod");
        api.MapGet("/metrics/why-worse", GetFigures.DifferenceAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithFigureDocs("Why OEE of one place is below that of others, in points that add up", FigureParameters.Difference);
        api.MapGet("/metrics/compare", GetFigures.CompareAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithFigureDocs("Two places, shifts, products or times side by side", FigureParameters.Compare);
        api.MapGet("/metrics/rank", GetFigures.RankAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Best and worst machines, lines or shifts", FigureParameters.Rank);
        api.MapGet("/metrics/trend", GetFigures.TrendAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("A figure by day, with its statistics", FigureParameters.Trend);
        api.MapGet("/metrics/plan", GetFigures.PlanAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Production against the plan of the work orders", "workOrder");
        api.MapGet("/metrics/digest", GetFigures.DigestAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("What happened in a day");
        api.MapGet("/metrics/handover", GetFigures.HandoverAsync).Needs(Permissions.MetricsView, Modules.Metrics).WithFigureDocs("Hand-over of a shift");
        api.MapGet("/metrics/convention", GetFigures.ConventionAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("How OEE is counted", "The tenant's form of OEE, and how breaks, set-up and planned maintenance count.");
        api.MapGet("/machines", GetFigures.MachinesAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("The machines", "With line, site and the days that have data.");
        api.MapGet("/date-range", GetFigures.DateRangeAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("How far the data reaches", "First and last day, and when it was loaded.");
        api.MapGet("/stats", GetFigures.StatsAsync).Needs(Permissions.MetricsView, Modules.Metrics)
            .WithDocs<FigureAnswer>("How much data there is", "Rows of each table.");
        api.MapDocuments();
        api.MapQuotes();
        api.MapApprovals();
        api.MapAttachments();
        api.MapIntake();
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
        api.MapPost("/chat/feedback", PostChat.FeedbackAsync).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<FeedbackRequest, ChatAnswer>("Say what an answer was worth", "A thumb up or down with a reason; with report=true the administrators are told.");
        return app;
    }

    private const string SetupDocs = "For the caller's own tenant; needs the permission tenant.manage. Data of a plant's own is replaced only when asked for.";
    private const string ChatDocs = "The answer comes with its figures, their proof, the card and follow-up questions.";
}
