using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>The part of Direct Line 3.0 that Web Chat uses.</summary>
internal static class DirectLineEndpoints
{
    public const string Root = "/v3/directline";
    private const int MostBytes = 16 * 1024;

    public static void MapDirectLine(this IEndpointRouteBuilder app)
    {
        var line = app.MapGroup(Root).AddEndpointFilter(PageFilterAsync).ExcludeFromDescription();
        line.MapPost("/tokens/generate", GenerateAsync).AddEndpointFilter<TokenLimit>();
        line.MapPost("/tokens/refresh", RefreshAsync);
        line.MapPost("/conversations", StartAsync).AddEndpointFilter<TokenLimit>();
        line.MapGet("/conversations/{id}", ReconnectAsync);
        line.MapGet("/conversations/{id}/activities", GetActivitiesAsync);
        line.MapPost("/conversations/{id}/activities", PostActivity.HandleAsync);
        line.MapPost("/conversations/{id}/upload", PostUpload.HandleAsync).DisableAntiforgery();
        line.MapGet("/conversations/{id}/stream", StreamActivities.HandleAsync);
    }

    private static async ValueTask<object?> PageFilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<Visitors>().IsAllowedPage(http))
            return DirectLineError.ForeignPage;
        http.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    private static async Task<IResult> GenerateAsync(HttpContext http, Visitors visitors, Conversations conversations)
    {
        var user = await UserAsync(http.Request, http.RequestAborted);
        if (await visitors.OfCredentialAsync(Visitors.Token(http), user.Id, user.Name, http.RequestAborted) is not { } visitor)
            return DirectLineError.NoToken;
        return Opened(conversations.Describe(await conversations.OpenAsync(visitor, http.RequestAborted)), 200);
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, Conversations conversations)
    {
        var (conversation, refusal) = await conversations.AuthenticateAsync(Visitors.Token(http), null, DirectLineToken.ForCalls, http.RequestAborted);
        return conversation is null ? refusal! : Opened(conversations.Describe(conversation), 200);
    }

    private static async Task<IResult> StartAsync(HttpContext http, Conversations conversations, Visitors visitors, IntakeOfActivities intake)
    {
        var token = Visitors.Token(http);
        var (conversation, refusal) = await conversations.AuthenticateAsync(token, null, DirectLineToken.ForCalls, http.RequestAborted);
        if (refusal is { Status: 401 })
        {
            var user = await UserAsync(http.Request, http.RequestAborted);
            if (await visitors.OfCredentialAsync(token, user.Id, user.Name, http.RequestAborted) is not { } visitor)
                return refusal;
            conversation = await conversations.OpenAsync(visitor, http.RequestAborted);
        }
        else if (conversation is null)
        {
            return refusal!;
        }
        var isNew = await intake.WelcomeAsync(conversation);
        return Opened(conversations.Describe(conversation, http.Request), isNew ? 201 : 200);
    }

    private static async Task<IResult> ReconnectAsync(HttpContext http, string id, Conversations conversations)
    {
        var (conversation, refusal) = await conversations.AuthenticateAsync(Visitors.Token(http), id, DirectLineToken.ForCalls, http.RequestAborted);
        if (conversation is null)
            return refusal!;
        var watermark = http.Request.Query["watermark"].ToString();
        return Opened(conversations.Describe(conversation, http.Request, watermark.Length is 0 or > 20 ? "-" : watermark), 200);
    }

    private static async Task<IResult> GetActivitiesAsync(HttpContext http, string id, Conversations conversations, WebChatStore store)
    {
        var (conversation, refusal) = await conversations.AuthenticateAsync(Visitors.Token(http), id, DirectLineToken.ForCalls, http.RequestAborted);
        if (conversation is null)
            return refusal!;
        var watermark = Watermark.Read(http.Request.Query["watermark"]);
        return Results.Text(Watermark.Set(await store.AfterAsync(conversation.Name, watermark, Watermark.Most, http.RequestAborted), watermark).Text, "application/json");
    }

    private static IResult Opened(OpenedConversation opened, int status) =>
        Results.Text(JsonSerializer.Serialize(opened, WebChatJson.Default.OpenedConversation), "application/json", statusCode: status);

    private static async Task<(string? Id, string? Name)> UserAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0)
            return default;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject;
            return body?["user"] is JsonObject user ? (Text(user["id"]), Text(user["name"])) : default;
        }
        catch (Exception error) when (error is JsonException or BadHttpRequestException)
        {
            // Nobody is named, which is allowed.
            return default;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Opening conversations costs rows, so an address may do it only so often.</summary>
    private sealed class TokenLimit(IOptions<WebChatOptions> options, TimeProvider time) : IEndpointFilter
    {
        private const int MostAddresses = 10_000;
        private readonly ConcurrentDictionary<(string Address, long Minute), int> asked = new();

        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            if (asked.Count > MostAddresses)
                asked.Clear();
            var key = (context.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", time.GetUtcNow().ToUnixTimeSeconds() / 60);
            return asked.AddOrUpdate(key, 1, (_, n) => n + 1) > options.Value.TokensPerMinute ? DirectLineError.TooOften : await next(context);
        }
    }
}
