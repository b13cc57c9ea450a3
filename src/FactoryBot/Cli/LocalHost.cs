using FactoryBot.Channels.Terminal;

namespace FactoryBot.Cli;

/// <summary>The product without its doors: what a single command needs, started in this process.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly IHost host;

    private LocalHost(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public TimeProvider Time => Services.GetRequiredService<TimeProvider>();

    /// <param name="now">What the clock shows at the start; null for the real time.</param>
    public static async Task<LocalHost> StartAsync(CommandContext context, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        var local = new LocalHost(Build(context, now));
        try
        {
            await local.host.StartAsync(cancellationToken);
            return local;
        }
        catch (Exception)
        {
            // Not stopped: a host that did not start cannot stop, and its complaint would hide the reason.
            await local.ReleaseAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Not the command's token: what was started is stopped even after Ctrl-C.
        await host.StopAsync(CancellationToken.None);
        await ReleaseAsync();
    }

    private async Task ReleaseAsync()
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    // Bare: stdout is the answer and stderr the one sentence of a failure, or of a wait.
    private static IHost Build(CommandContext context, DateTimeOffset? now)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddJsonFile("appsettings.json", optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new WaitNotice(context.Error));
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.AddSingleton(now is { } start ? new RunningClock(start) : TimeProvider.System);
        builder.Services.AddTerminal();
        context.Parts(builder.Services, builder.Configuration);
        return builder.Build();
    }

    // Ctrl-C belongs to the command, which then stops the host.
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
