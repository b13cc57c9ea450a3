using FactoryBot.Api.Callers;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Intake;

/// <summary>The addresses at which data comes in.</summary>
internal static class IntakeRoutes
{
    public static void MapIntake(this RouteGroupBuilder api)
    {
        api.MapPost("/import/production", PostImport.HandleAsync).Needs(Permissions.MetricsImport, Modules.Metrics)
            .WithDocs<ImportData>("Import a file", ImportDocs).Accepts<ImportForm>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapPost("/ingest/counts", PostRows.CountsAsync).Needs(Permissions.MetricsImport, Modules.Metrics).RequireRateLimiting(RateLimits.Reads)
            .WithDocs<CountsRequest, IngestAnswer>("Send counts", RowsDocs);
        api.MapPost("/ingest/stops", PostRows.StopsAsync).Needs(Permissions.MetricsImport, Modules.Metrics).RequireRateLimiting(RateLimits.Reads)
            .WithDocs<StopsRequest, IngestAnswer>("Send stops", RowsDocs + " A stop without an end is open until it is sent again with one.");
    }

    private const string ImportDocs = "A CSV file or a workbook, with an optional map of its columns. All of it goes in or, where a line cannot be read, nothing; "
        + "every rejected line is named with its reason. The same file again changes nothing. Needs the permission metrics.import.";

    private const string RowsDocs = "Good rows are taken together, bad ones are named with their reason. The same key again corrects or changes nothing; rows may come "
        + "late and in any order. Needs the permission metrics.import.";
}
