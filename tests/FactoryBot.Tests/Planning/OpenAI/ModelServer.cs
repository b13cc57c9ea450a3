using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Planning.OpenAI;

/// <summary>A server on loopback that speaks the wire of chat completions and embeddings: each request gets the next reply of the script.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();

    private ModelServer(WebApplication app) => this.app = app;

    public List<JsonElement> Requests { get; } = [];

    public List<IHeaderDictionary> Headers { get; } = [];

    /// <summary>Answers what the script does not.</summary>
    public Func<HttpContext, Task>? Always { get; set; }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/v1/chat/completions", server.AnswerAsync);
        app.MapPost("/v1/embeddings", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ModelServer Then(Func<HttpContext, Task> reply)
    {
        script.Enqueue(reply);
        return this;
    }

    public ModelServer ThenSays(string words, string finish = "stop") => Then(c => WriteAsync(c, Wire.Completion(words, finish)));

    public ModelServer ThenCalls(params (string Name, string Arguments)[] calls) => Then(c => WriteAsync(c, Wire.Calls(calls)));

    public ModelServer ThenStatus(int status, string body = "{}", params (string Name, string Value)[] headers) => Then(async c =>
    {
        c.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            c.Response.Headers[name] = value;
        await WriteAsync(c, body);
    });

    /// <summary>Server-sent events; "CUT" aborts the connection, "STALL" stops sending.</summary>
    public ModelServer ThenStreams(params string[] chunks) => Then(async c =>
    {
        c.Response.ContentType = "text/event-stream";
        foreach (var chunk in chunks)
        {
            if (chunk == "CUT")
            {
                // The chunks before the cut are to arrive.
                await Task.Delay(100, CancellationToken.None);
                c.Abort();
                return;
            }
            if (chunk == "STALL")
                await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            await c.Response.WriteAsync($"data: {chunk}\n\n");
            await c.Response.Body.FlushAsync();
        }
    });

    public static async Task WriteAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        lock (Requests)
        {
            Requests.Add(body.RootElement.Clone());
            Headers.Add(new HeaderDictionary(context.Request.Headers.ToDictionary()));
        }
        var reply = script.TryDequeue(out var next) ? next : Always ?? throw new InvalidOperationException("The script has no further reply.");
        await reply(context);
    }
}
