using System.Text;
using System.Text.Json;
using FactoryBot.Api;
using FactoryBot.Channels.Slack;
using FactoryBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Channels.Slack;

/// <summary>The whole product with Slack's other side.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly WebApplication app;
    private int count;

    private SlackHost(WebApplication app, FakeSlack slack)
    {
        this.app = app;
        Slack = slack;
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.Single()) };
    }

    public FakeSlack Slack { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<SlackHost> StartAsync(string connection, params (string Key, string Value)[] settings)
    {
        var slack = await FakeSlack.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var own = new[] { ("Slack:SigningSecret", Secret), ("Slack:BotToken", "xoxb-test"), ("Slack:ApiUrl", slack.Url + "/api/"), ("ConnectionStrings:FactoryBot", connection) };
        builder.Configuration.AddInMemoryCollection(own.Concat(settings).GroupBy(s => s.Item1).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Item2)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddFactoryBot(builder.Configuration);
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapApi();
        app.MapSlack();
        await app.StartAsync();
        return new(app, slack);
    }

    public Task<HttpResponseMessage> EventAsync(object found, string team = "T1", string? id = null) =>
        PostAsync("/slack/events", JsonSerializer.Serialize(new
        {
            type = "event_callback", team_id = team, event_id = id ?? "Ev" + ++count, authorizations = new[] { new { user_id = "UBOT" } }, @event = found,
        }), "application/json");

    public Task<HttpResponseMessage> InteractAsync(object payload) =>
        PostAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(payload)), "application/x-www-form-urlencoded");

    public Task<HttpResponseMessage> PostAsync(string path, string body, string type, string secret = Secret)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", SlackSignature.Of(secret, at, Encoding.UTF8.GetBytes(body)));
        return Client.SendAsync(request);
    }

    /// <summary>Waits until Slack was called so often with a method.</summary>
    public async Task<IReadOnlyList<SlackCall>> UntilAsync(string method, int calls = 1)
    {
        for (var i = 0; i < 600; i++)
        {
            var all = Slack.Of(method).ToList();
            if (all.Count >= calls)
                return all;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"{method} was not called {calls} times: {string.Join(", ", Slack.Calls.Select(c => c.Method))}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
