using System.Text.Encodings.Web;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Callers;

/// <summary>Finds out who calls: by API key, or by the local mode.</summary>
internal sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> scheme, ILoggerFactory logs, UrlEncoder encoder, IOptions<ApiOptions> options, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(scheme, logs, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer ";
    private static readonly ApiCaller Local = new(TenantDirectory.DemoTenant, TenantDirectory.DemoKey, "local", "Local program");

    private Problem refusal = ApiFailures.KeyMissing;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var (key, sentTwo) = SentKey();
        if (sentTwo)
            return Refuse(ApiFailures.KeyTwice);
        if (key is null)
        {
            return options.Value.DangerouslyAllowLoopbackWithoutKey && LocalCaller.IsLocal(Context)
                ? Accept(Local)
                : AuthenticateResult.NoResult();
        }
        return await CallerOfAsync(key) is { } caller ? Accept(caller) : Refuse(ApiFailures.KeyUnknown);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return refusal.WriteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiFailures.NotAllowed.WriteAsync(Context);

    private async Task<ApiCaller?> CallerOfAsync(string key) =>
        await keys.VerifyAsync(key, Context.RequestAborted) is { } holder
            ? new(holder.TenantId, holder.TenantKey, holder.UserId, holder.Name)
            : null;

    private (string? Key, bool SentTwo) SentKey()
    {
        var header = Request.Headers["X-Api-Key"];
        var authorization = Request.Headers.Authorization.ToString();
        var bearer = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
        return header.Count == 0
            ? (bearer, false)
            : (header.ToString(), header.Count > 1 || (bearer is not null && bearer != header.ToString()));
    }

    private AuthenticateResult Accept(ApiCaller caller)
    {
        Context.SetCaller(caller);
        return AuthenticateResult.Success(new(caller.Principal(SchemeName), SchemeName));
    }

    private AuthenticateResult Refuse(Problem problem)
    {
        refusal = problem;
        return AuthenticateResult.Fail(problem.Title);
    }
}
