using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using FactoryBot.Api;
using FactoryBot.Channels.WebChat;
using FactoryBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Channels.WebChat;

/// <summary>The whole product with the chat page on a free port.</summary>
internal sealed class WebChatHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebChatHost(WebApplication app)
    {
        this.app = app;
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<WebChatHost> StartAsync(string connection, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var own = new[] { ("ConnectionStrings:FactoryBot", connection), ("WebChat:DangerouslyOpenOnLoopback", "true") };
        builder.Configuration.AddInMemoryCollection(own.Concat(settings).GroupBy(s => s.Item1).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Item2)));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddFactoryBot(builder.Configuration);
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddWebChat(builder.Configuration);
        var app = builder.Build();
        app.MapApi();
        app.MapWebChat();
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Opens the conversation of a demo member.</summary>
    public async Task<Talk> OpenAsync(string member = "manager")
    {
        var token = await (await Client.PostAsync($"/chat/token?member={member}", null)).JsonAsync(200);
        return await StartTalkAsync(token.GetProperty("token").GetString()!);
    }

    public async Task<Talk> StartTalkAsync(string token)
    {
        var opened = await (await SendAsync(HttpMethod.Post, "/v3/directline/conversations", token)).JsonAsync(201);
        return new(this, opened.GetProperty("conversationId").GetString()!, token, opened.GetProperty("streamUrl").GetString()!);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? token, object? body = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>A conversation as a client holds it.</summary>
internal sealed record Talk(WebChatHost Host, string Id, string Token, string StreamUrl)
{
    public Task<HttpResponseMessage> PostAsync(object activity) =>
        Host.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{Id}/activities", Token, activity);

    public async Task SayAsync(string text, string? clientId = null) =>
        await (await PostAsync(new { type = "message", from = new { id = "liar", role = "bot" }, text, channelData = new { clientActivityID = clientId ?? Guid.NewGuid().ToString() } })).JsonAsync(200);

    public async Task<IReadOnlyList<JsonElement>> ActivitiesAsync(string watermark = "") =>
        [.. (await (await Host.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{Id}/activities?watermark={watermark}", Token)).JsonAsync(200))
            .GetProperty("activities").EnumerateArray()];

    /// <summary>Waits until the conversation has so many activities.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilAsync(int count)
    {
        for (var i = 0; i < 600; i++)
        {
            var all = await ActivitiesAsync();
            if (all.Count >= count)
                return all;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"The conversation did not get {count} activities.");
    }
}

/// <summary>The stream of a conversation.</summary>
internal sealed class TalkStream : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();

    public string Watermark { get; private set; } = "";

    public static async Task<TalkStream> ConnectAsync(string url)
    {
        var stream = new TalkStream();
        await stream.socket.ConnectAsync(new(url), CancellationToken.None);
        return stream;
    }

    /// <summary>The next activities; empty when the server has closed the stream.</summary>
    public async Task<IReadOnlyList<JsonElement>> NextAsync()
    {
        var buffer = new byte[1024 * 1024];
        while (true)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                return [];
            if (length == 0)
                continue;
            var set = JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, length)).RootElement;
            Watermark = set.GetProperty("watermark").GetString()!;
            return [.. set.GetProperty("activities").EnumerateArray()];
        }
    }

    /// <summary>Reads until a stored activity of this kind has come. Typing is shown but not stored: it comes when it likes, and has no id.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted)
    {
        while (await NextAsync() is { Count: > 0 } some)
        {
            foreach (var activity in some.Where(a => a.TryGetProperty("id", out _) && wanted(a)))
                return activity;
        }
        throw new InvalidOperationException("The stream ended before.");
    }

    /// <summary>Reads until the server has closed the stream, however much was on its way.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilClosedAsync()
    {
        var rest = new List<JsonElement>();
        while (await NextAsync() is { Count: > 0 } some)
            rest.AddRange(some);
        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await Task.CompletedTask;
    }
}

internal static class DirectLineAnswers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static string Text(this JsonElement activity) => activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    public static string Role(this JsonElement activity) => activity.GetProperty("from").GetProperty("role").GetString()!;
}
