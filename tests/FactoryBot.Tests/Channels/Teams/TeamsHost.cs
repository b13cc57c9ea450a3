using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Teams.Trust;
using FactoryBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Channels.Teams;

/// <summary>The channel on a real server and a free port, with an inbox in memory.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TeamsHost(WebApplication app, FakeIntake intake)
    {
        this.app = app;
        Intake = intake;
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public FakeIntake Intake { get; }

    public bool IsLocal => app.Services.GetRequiredService<TeamsGate>().IsLocal;

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public IChannel Channel => Services.GetRequiredService<IChannel>();

    /// <summary>In the unauthenticated local mode.</summary>
    public static Task<TeamsHost> StartLocalAsync(params (string Key, string Value)[] settings) =>
        StartAsync([("Teams:DangerouslyAllowUnauthenticatedLocalCalls", "true"), .. settings]);

    /// <summary>With an app id, and the keys of a test issuer.</summary>
    public static Task<TeamsHost> StartAsync(TestIssuer issuer, params (string Key, string Value)[] settings) => StartAsync(
    [
        ("Teams:AppId", TestIssuer.App), ("Teams:AppType", "MultiTenant"), ("Teams:ClientSecret", "not used"),
        ("Teams:OpenIdMetadata", issuer.Metadata.ToString()), .. settings,
    ]);

    public static async Task<TeamsHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new (string Key, string Value)[] { ("Teams:ConnectorRetryMilliseconds", "10") }.Concat(settings)
                .GroupBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Value)));
        var intake = new FakeIntake();
        var time = new FakeTime(TestIssuer.Now);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ITurnIntake>(intake);
        builder.Services.AddSingleton<IConversations>(intake);
        builder.Services.AddSingleton<ISentMessages>(intake);
        builder.Services.AddSingleton<IOfferedFiles>(intake);
        builder.Services.AddSingleton<ILookUp>(intake);
        builder.Services.AddTeams(builder.Configuration);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new(app, intake);
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? token = null) => PostAsync(activity.ToJsonString(), token);

    public async Task<HttpResponseMessage> PostAsync(string body, string? token = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsEndpoint.Path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
