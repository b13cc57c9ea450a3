using FactoryBot.Api.Figures;
using Microsoft.OpenApi;

namespace FactoryBot.Api;

/// <summary>What the OpenAPI document says of a route, and how often a read may be asked for.</summary>
internal static class RouteDocs
{
    public static RouteHandlerBuilder WithDocs<TRequest, TAnswer>(this RouteHandlerBuilder route, string summary, string description)
        where TRequest : notnull =>
        route.Accepts<TRequest>("application/json").Describe<TAnswer>(summary, description)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder WithDocs<TAnswer>(this RouteHandlerBuilder route, string summary, string description) =>
        route.Describe<TAnswer>(summary, description).RequireRateLimiting(RateLimits.Reads);

    public static RouteHandlerBuilder WithFigureDocs(this RouteHandlerBuilder route, string summary, params IReadOnlyList<string> own) =>
        route.WithDocs<FigureAnswer>(summary, "Computed from summed times and counts, with its proof. 404 where there are no figures.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. FigureParameters.Of(own).Select(p => new OpenApiParameter
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
