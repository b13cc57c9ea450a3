using System.Data.Common;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.Install;
using FactoryBot.Skills.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Slack;

/// <summary>Where Slack posts to. Every request is signed; what was accepted is stored before it is answered.</summary>
public static class SlackEndpoints
{
    private const int MostBytes = 1024 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>Maps the addresses of the app, unless Slack is closed.</summary>
    public static void MapSlack(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (!options.IsOpen)
            return;
        app.MapPost("/slack/events", (HttpContext http, SlackEvents events) =>
            SignedAsync(http, (body, cancellationToken) => JsonAsync(Encoding.UTF8.GetString(body), events.TakeAsync, cancellationToken))).ExcludeFromDescription();
        app.MapPost("/slack/interactions", (HttpContext http, SlackInteractions interactions) =>
            SignedAsync(http, (body, cancellationToken) => JsonAsync(Field(body, "payload"), interactions.TakeAsync, cancellationToken))).ExcludeFromDescription();
        app.MapPost("/slack/commands", (HttpContext http, SlackCommands commands) =>
            SignedAsync(http, (body, cancellationToken) => commands.TakeAsync(Fields(body), cancellationToken))).ExcludeFromDescription();
        if (options.Installs)
            app.MapSlackInstall();
    }

    private static async Task<IResult> SignedAsync(HttpContext http, Func<byte[], CancellationToken, Task<IResult>> take)
    {
        var services = http.RequestServices;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException error)
        {
            return Results.StatusCode(error.StatusCode);
        }
        var headers = http.Request.Headers;
        var options = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (!SlackSignature.IsGood(
            options.SigningSecret!, headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"],
            body.GetBuffer().AsSpan(0, (int)body.Length), services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            services.GetRequiredService<ILogger<SlackChannel>>().BadSignature(http.Request.Path);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        try
        {
            // Not the caller's token: once taken, a message is stored even if Slack hangs up.
            return await take(body.ToArray(), CancellationToken.None);
        }
        catch (UnknownTenantException)
        {
            // Said again it would be no better.
            http.Response.Headers["X-Slack-No-Retry"] = "1";
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            // Nothing was taken, so Slack may send it again.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> JsonAsync(string? text, Func<JsonElement, CancellationToken, Task<IResult>> take, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(text ?? "", Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.IsText()
                ? await take(document.RootElement.Clone(), cancellationToken)
                : Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static string? Field(byte[] body, string name) => Fields(body).GetValueOrDefault(name);

    private static Dictionary<string, string> Fields(byte[] body) => QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body))
        .ToDictionary(f => f.Key, f => f.Value.ToString().Replace("\0", "", StringComparison.Ordinal), StringComparer.Ordinal);
}

/// <summary>The few shapes of an answer to Slack.</summary>
internal static class SlackResults
{
    public static IResult Taken => Results.StatusCode(StatusCodes.Status200OK);

    public static IResult Busy => Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    public static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(ChannelJson.Relaxed), "application/json");
}
