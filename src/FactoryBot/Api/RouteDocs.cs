namespace FactoryBot.Api;

/// <summary>What the OpenAPI document says of a route.</summary>
internal static class RouteDocs
{
    public static RouteHandlerBuilder WithDocs<TRequest, TAnswer>(this RouteHandlerBuilder route, string summary, string description)
        where TRequest : notnull =>
        route.Accepts<TRequest>("application/json").WithDocs<TAnswer>(summary, description)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder WithDocs<TAnswer>(this RouteHandlerBuilder route, string summary, string description) =>
        route.WithSummary(summary).WithDescription(description).Produces<TAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
