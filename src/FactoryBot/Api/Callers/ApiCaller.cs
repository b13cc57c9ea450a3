using System.Security.Claims;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Callers;

/// <summary>Who calls the API: an API key, or a program on this machine in the local mode.</summary>
/// <param name="UserId">The member's id in the channel "rest".</param>
internal sealed record ApiCaller(Guid TenantId, string TenantKey, string UserId, string Name, Role Role);

internal static class ApiCallerContext
{
    private static readonly object Key = typeof(ApiCaller);

    /// <summary>The caller of an endpoint that needs one; authentication has put it here.</summary>
    public static ApiCaller Caller(this HttpContext http) =>
        http.Items[Key] as ApiCaller ?? throw new InvalidOperationException("The endpoint has a caller only behind authorization.");

    public static void SetCaller(this HttpContext http, ApiCaller caller) => http.Items[Key] = caller;

    public static ClaimsPrincipal Principal(this ApiCaller caller, string scheme) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.UserId)], scheme));
}
