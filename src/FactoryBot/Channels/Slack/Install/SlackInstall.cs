using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Slack.Install;

/// <summary>The installation into a workspace over OAuth: to Slack with a state that only this browser has, and back with a code.</summary>
internal static class SlackInstall
{
    private const string Cookie = "slack_state";
    private const string Scopes = "app_mentions:read,channels:read,chat:write,commands,files:read,files:write,groups:read,im:history,mpim:read,users:read";
    private static readonly TimeSpan StateLife = TimeSpan.FromMinutes(10);

    public static void MapSlackInstall(this IEndpointRouteBuilder app)
    {
        app.MapGet("/slack/install", Begin).ExcludeFromDescription();
        app.MapGet("/slack/oauth", EndAsync).ExcludeFromDescription();
    }

    private static IResult Begin(HttpContext http, IOptions<SlackOptions> options)
    {
        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        http.Response.Cookies.Append(Cookie, state, new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps || options.Value.PublicUrl?.Scheme == Uri.UriSchemeHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = StateLife,
            Path = "/slack",
        });
        var authorize = new Uri(options.Value.ApiUrl, "/oauth/v2/authorize");
        return Results.Redirect(
            $"{authorize}?client_id={Uri.EscapeDataString(options.Value.ClientId!)}&scope={Uri.EscapeDataString(Scopes)}&state={state}&redirect_uri={Uri.EscapeDataString(Back(http, options.Value))}");
    }

    private static async Task<IResult> EndAsync(
        HttpContext http, string? code, string? state, SlackTokens tokens, SlackHttp slack, IOptions<SlackOptions> options, ILogger<SlackChannel> log)
    {
        var expected = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie, new() { Path = "/slack" });
        if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(state) || expected is null
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(expected)))
            return Page(400, "This installation was not begun here, or too long ago. Begin again at /slack/install.");
        var granted = await ExchangeAsync(http, code, slack, options.Value);
        if (granted.Child("team").Child("id").String() is not { } team || granted.Child("access_token").String() is not { } token)
            return Page(502, "Slack did not grant the installation. Begin again at /slack/install.");
        await tokens.KeepAsync(team, token, granted.Child("bot_user_id").String(), http.RequestAborted);
        log.Installed(team);
        return Page(200, "FactoryBot is installed. Say hello to it in Slack.");
    }

    private static async Task<JsonElement?> ExchangeAsync(HttpContext http, string code, SlackHttp slack, SlackOptions options)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiUrl, "oauth.v2.access"))
        {
            Content = new FormUrlEncodedContent([new("code", code), new("redirect_uri", Back(http, options))]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        try
        {
            using var response = await slack.Invoker.SendAsync(request, http.RequestAborted);
            JsonElement? body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(http.RequestAborted)).RootElement;
            return body.Child("ok") is { ValueKind: JsonValueKind.True } ? body : null;
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    private static string Back(HttpContext http, SlackOptions options) =>
        (options.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}") + "/slack/oauth";

    private static IResult Page(int status, string sentence) => Results.Text(
        $"<!doctype html><meta charset=utf-8><title>FactoryBot</title><p style='font:18px sans-serif;margin:3em'>{sentence}</p>", "text/html; charset=utf-8", Encoding.UTF8, status);
}

/// <summary>The connections to Slack, which follow no redirect: one could lead a token elsewhere.</summary>
internal sealed class SlackHttp : IDisposable
{
    public HttpMessageInvoker Invoker { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    });

    public void Dispose() => Invoker.Dispose();
}
