using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams;

/// <summary>Says at start whom the channel lets in.</summary>
internal sealed class TeamsStart(IOptions<TeamsOptions> settings, ILogger<TeamsStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var options = settings.Value;
        if (options.LocalCalls)
            log.LocalCallsAllowed();
        else if (options.AppId is not { Length: > 0 } app)
            log.Closed();
        else
            log.Open(app, options.AppType, options.Cloud);
        if (options.DangerouslyAllowUnauthenticatedLocalCalls && !options.LocalCalls)
            log.LocalCallsIgnored();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
