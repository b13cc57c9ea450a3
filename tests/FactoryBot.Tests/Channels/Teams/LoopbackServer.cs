using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Channels.Teams;

/// <summary>A server on a free loopback port that keeps what it is sent and answers as the test says.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];

    private LoopbackServer(WebApplication app) => this.app = app;

    public Func<Call, HttpContext, Task> Answer { get; set; } = (_, context) => Reply(context, HttpStatusCode.Created, """{"id":"1"}""");

    public string Url => app.Urls.Single();

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Answers one after the other; the last one goes on.</summary>
    public void AnswerInTurn(params (HttpStatusCode Status, string Body, string? RetryAfter)[] answers)
    {
        var next = -1;
        Answer = (_, context) =>
        {
            var (status, body, retryAfter) = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return Reply(context, status, body);
        };
    }

    public static Task Reply(HttpContext context, HttpStatusCode status, string body)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var call = new Call(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization.ToString(),
            await body.ReadToEndAsync(context.RequestAborted));
        lock (gate)
            calls.Add(call);
        await Answer(call, context);
    }

    internal sealed record Call(string Method, string Target, string Authorization, string Body);
}
