using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Channels.Slack;

/// <summary>Slack's side of the wire: keeps what is called, and answers as a test wants.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<SlackCall> calls = new();

    private FakeSlack(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public IReadOnlyList<SlackCall> Calls => [.. calls];

    /// <summary>Answers the next calls of a method instead of success.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> Next { get; } = new();

    public IEnumerable<SlackCall> Of(string method) => calls.Where(c => c.Method == method);

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new FakeSlack(app);
        app.MapPost("/{*path}", slack.TakeAsync);
        await app.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var method = http.Request.Path.Value!.Split('/')[^1];
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var isJson = http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        calls.Enqueue(new(method, http.Request.Headers.Authorization.ToString(), isJson ? JsonDocument.Parse(text).RootElement : default, text));
        if (Next.TryGetValue(method, out var planned) && planned.TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }
        await http.Response.WriteAsJsonAsync(method switch
        {
            "users.info" => new { ok = true, user = new { id = "U1", real_name = "Ana Ruiz" } },
            "files.getUploadURLExternal" => new { ok = true, upload_url = Url + "/upload/1", file_id = "F1" },
            "oauth.v2.access" => new { ok = true, access_token = "xoxb-of-T9", bot_user_id = "UBOT", team = new { id = "T9" } },
            _ => (object)new { ok = true, ts = "1790000000.000200", channel = "D1" },
        });
    }
}

internal sealed record SlackCall(string Method, string Authorization, JsonElement Body, string Text);
