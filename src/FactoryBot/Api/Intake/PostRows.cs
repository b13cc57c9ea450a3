using System.Text.Json.Serialization.Metadata;
using FactoryBot.Api.Callers;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Intake;

/// <summary>Batches of rows from machines and their systems.</summary>
internal static class PostRows
{
    public static Task<IResult> CountsAsync(HttpContext http, IngestRows ingest, IOptions<ImportOptions> options, CancellationToken cancellationToken) =>
        RunAsync(http, IntakeJson.Default.CountsRequest, request => request.Rows, ingest.CountsAsync, options.Value, cancellationToken);

    public static Task<IResult> StopsAsync(HttpContext http, IngestRows ingest, IOptions<ImportOptions> options, CancellationToken cancellationToken) =>
        RunAsync(http, IntakeJson.Default.StopsRequest, request => request.Rows, ingest.StopsAsync, options.Value, cancellationToken);

    private static async Task<IResult> RunAsync<TRequest, TRow>(
        HttpContext http,
        JsonTypeInfo<TRequest> type,
        Func<TRequest, IReadOnlyList<TRow>?> rowsOf,
        Func<Guid, IReadOnlyList<TRow>, CancellationToken, Task<IngestAnswer>> take,
        ImportOptions options,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        var (request, problem) = await JsonBody.ReadAsync(http.Request, type, options.BatchBytes, cancellationToken);
        if (problem is not null)
            return problem.ToResult(http);
        if (rowsOf(request!) is not { Count: > 0 } rows)
            return IntakeFailures.NoRows.ToResult(http);
        if (rows.Count > options.MostRows)
            return IntakeFailures.TooManyRows(options.MostRows).ToResult(http);
        return TypedResults.Json(await take(http.Asker().TenantId, rows, cancellationToken), IntakeJson.Default.IngestAnswer);
    }
}
