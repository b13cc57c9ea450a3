using FactoryBot.Api.Callers;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Demo;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Setup;

/// <summary>Loads the demo plant for the caller's tenant, over an earlier demo plant but never unasked over a plant's own data.</summary>
internal static class PostSetup
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static async Task<IResult> HandleAsync(
        HttpContext http, PlantStore store, LoadDemo demo, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        var (request, problem) = await ReadAsync(http, options.Value.BodyBytes, cancellationToken);
        problem ??= Broken(request!);
        if (problem is not null)
            return problem.ToResult(http);

        var tenantId = http.Asker().TenantId;
        // Read afresh: what another host has loaded a moment ago counts too.
        var plant = await store.ReadAsync(tenantId, cancellationToken);
        if (!request!.ReplaceRealData && HoldsRealData(plant))
            return SetupFailures.RealData.ToResult(http);

        var loaded = await demo.RunAsync(tenantId, new() { Days = request.Days ?? new DemoRequest().Days, End = request.End }, null, cancellationToken);
        return TypedResults.Json(
            new(loaded.First, loaded.Last, loaded.Rows, loaded.Version, Math.Round(loaded.Took.TotalMilliseconds)), ApiJson.Default.SetupAnswer);
    }

    private static async Task<(SetupRequest? Request, Problem? Problem)> ReadAsync(HttpContext http, int most, CancellationToken cancellationToken) =>
        http.Request.ContentLength is null or 0 && http.Request.ContentType is null
            ? (new(), null)
            : await JsonBody.ReadAsync(http.Request, ApiJson.Default.SetupRequest, most, cancellationToken);

    private static Problem? Broken(SetupRequest request) =>
        request.Days is { } days and (< 1 or > LoadDemo.MaxDays) ? SetupFailures.Days(days)
        : request.End < Earliest || request.End > Latest ? SetupFailures.End
        : null;

    private static bool HoldsRealData(PlantData plant) =>
        (plant.Version > 0 || plant.ProductionRows > 0) && plant.What?.StartsWith(DemoPlant.LoadName, StringComparison.Ordinal) != true;
}
