using FactoryBot.Api;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Api;

/// <summary>The API on a real server and a free port, with an inbox that answers at once and a database that is away.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ApiHost(WebApplication app, EchoIntake intake)
    {
        this.app = app;
        Intake = intake;
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public EchoIntake Intake { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<ApiHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var local = new[] { ("Api:DangerouslyAllowLoopbackWithoutKey", "true") };
        builder.Configuration.AddInMemoryCollection(
            local.Concat(settings).GroupBy(s => s.Item1).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Item2)));
        var intake = new EchoIntake();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ITurnIntake>(intake);
        builder.Services.AddFiles(builder.Configuration);
        builder.Services.AddNotices();
        builder.Services.AddMetrics(builder.Configuration);
        builder.Services.AddApprovals();
        builder.Services.AddQuotes(builder.Configuration);
        builder.Services.AddTenancy(builder.Configuration);
        builder.Services.AddApi(builder.Configuration);
        if (builder.Configuration.GetConnectionString("FactoryBot") is null)
            LeaveTheDatabaseAway(builder.Services);
        else
            builder.Services.AddFactoryDatabase(builder.Configuration, typeof(ApiRoutes).Assembly);
        var app = builder.Build();
        app.MapApi();
        await app.StartAsync();
        return new(app, intake);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    // What listens to the database from the start would only wait for it.
    private static void LeaveTheDatabaseAway(IServiceCollection services)
    {
        foreach (var listener in services.Where(s => s.ServiceType == typeof(IHostedService) && IsOurs(s)).ToList())
            services.Remove(listener);
        services.AddSingleton(_ => new FactoryDatabase(new(), "Host=127.0.0.1;Port=1", [], NullLoggerFactory.Instance, TimeProvider.System));
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        service.ImplementationType?.Namespace?.StartsWith("FactoryBot", StringComparison.Ordinal) == true;
}
