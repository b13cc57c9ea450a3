using FactoryBot.Api.Figures;
using Microsoft.OpenApi;

namespace FactoryBot.Api;

/// <summary>What the OpenAPI document says of a route, and how often a read may be asked for.</summary>
internal static class RouteDocs
{
    private static readonly (string Name, string Meaning)[] FigureParameters =
    [
        ("machine", "A machine's name or one of its aliases. Without machine, line and site: the whole plant."),
        ("line", "A line's name."),
        ("site", "A site's name."),
        ("shift", "A shift's name. Default: all shifts."),
        ("period", "An ISO 8601 interval with both days included (2026-11-09/2026-11-15), one day, or words such as 'last week'."),
        ("from", "First day, instead of period: 2026-11-09."),
        ("to", "Last day, together with from."),
        ("by", "The split that the text names: day, shift, line, machine or product. The data has all of them."),
        ("severity", "Only issues of this severity: critical, high, medium or low."),
    ];

    public static RouteHandlerBuilder WithDocs<TRequest, TAnswer>(this RouteHandlerBuilder route, string summary, string description)
        where TRequest : notnull =>
        route.Accepts<TRequest>("application/json").Describe<TAnswer>(summary, description)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder WithDocs<TAnswer>(this RouteHandlerBuilder route, string summary, string description) =>
        route.Describe<TAnswer>(summary, description).RequireRateLimiting(RateLimits.Reads);

    public static RouteHandlerBuilder WithFigureDocs(this RouteHandlerBuilder route, string summary, string? own = null) =>
        route.WithDocs<FigureAnswer>(summary, "Computed from summed times and counts, with its proof. 404 where there are no figures.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. FigureParameters.Where(p => p.Name == own || p.Name is not ("by" or "severity")).Select(p => new OpenApiParameter
                {
                    Name = p.Name, In = ParameterLocation.Query, Description = p.Meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                })];
                return Task.CompletedTask;
            });

    private static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder route, string summary, string description) =>
        route.WithSummary(summary).WithDescription(description).Produces<TAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
