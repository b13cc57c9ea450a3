using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Callers;

/// <summary>Lets only callers through whose member has the right and whose tenant has the module switched on.</summary>
internal sealed class NeedsRight(string permission, string? module) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var askers = http.RequestServices.GetRequiredService<CallerAskers>();
        var asker = await askers.OfAsync(http.Caller(), http.RequestAborted);
        if (!asker.May(permission))
            return ApiFailures.NotAllowed.ToResult(http);
        if (module is not null && !asker.Modules.Contains(module))
            return ApiFailures.ModuleOff(module).ToResult(http);
        http.SetAsker(asker);
        return await next(context);
    }
}

internal static class NeedsRightRoutes
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, string permission, string? module = null) =>
        route.AddEndpointFilter(new NeedsRight(permission, module));
}
