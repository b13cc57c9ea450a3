using FactoryBot.Api;
using FactoryBot.Hosting;
using FactoryBot.Skills.Database;
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
        builder.Services.AddFactoryBot(builder.Configuration);
        builder.Services.AddSingleton<ITurnIntake>(intake);
        builder.Services.AddApi(builder.Configuration);
        if (builder.Configuration.GetConnectionString("FactoryBot") is null)
            LeaveTheDatabaseAway(builder.Services);
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
        (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Namespace?.StartsWith("FactoryBot", StringComparison.Ordinal) == true;
}
