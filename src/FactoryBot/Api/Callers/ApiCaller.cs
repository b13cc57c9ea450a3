using System.Security.Claims;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Callers;

/// <summary>Who calls the API: an API key, or a program on this machine in the local mode.</summary>
/// <param name="UserId">The member's id in the channel "rest".</param>
internal sealed record ApiCaller(Guid TenantId, string TenantKey, string UserId, string Name);

internal static class ApiCallerContext
{
    private static readonly object CallerKey = typeof(ApiCaller);
    private static readonly object AskerKey = typeof(Asker);

    /// <summary>The caller of an endpoint that needs one; authentication has put it here.</summary>
    public static ApiCaller Caller(this HttpContext http) =>
        http.Items[CallerKey] as ApiCaller ?? throw new InvalidOperationException("The endpoint has a caller only behind authorization.");

    public static void SetCaller(this HttpContext http, ApiCaller caller) => http.Items[CallerKey] = caller;

    /// <summary>The caller with its rights; <see cref="NeedsRight"/> has put it here.</summary>
    public static Asker Asker(this HttpContext http) =>
        http.Items[AskerKey] as Asker ?? throw new InvalidOperationException("The endpoint has an asker only behind NeedsRight.");

    public static void SetAsker(this HttpContext http, Asker asker) => http.Items[AskerKey] = asker;

    public static ClaimsPrincipal Principal(this ApiCaller caller, string scheme) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.UserId)], scheme));
}
