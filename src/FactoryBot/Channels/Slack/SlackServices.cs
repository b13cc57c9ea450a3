using FactoryBot.Channels.Slack.Install;
using FactoryBot.Channels.Slack.WebApi;
using FactoryBot.Turns;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Slack;

/// <summary>Registers the Slack channel.</summary>
public static class SlackServices
{
    /// <summary>Adds the channel with the settings of section <c>Slack</c>; without a signing secret it stays closed.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SlackOptions>()
            .Bind(configuration.GetSection(SlackOptions.Section))
            .ValidateDataAnnotations()
            .Validate(o => !o.IsOpen || o.BotToken is { Length: > 0 } || o.Installs, "Slack:SigningSecret needs Slack:BotToken, or Slack:ClientId and Slack:ClientSecret.")
            .Validate(o => o.ApiUrl.AbsoluteUri.EndsWith('/'), "Slack:ApiUrl must end with a slash.")
            .ValidateOnStart();
        services.AddSingleton<SlackHttp>();
        services.AddSingleton<SlackStore>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SlackClient>(s, s.GetRequiredService<SlackHttp>().Invoker));
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<SlackHome>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<SlackChannel>());
        services.AddSingleton<IRosterChannel, SlackRoster>();
        services.AddSingleton<IProactiveChannel, SlackProactive>();
        services.AddSingleton<IFileChannel, SlackFiles>();
        services.AddHostedService<SlackStart>();
        return services;
    }

    /// <summary>Says at start whether Slack is let in.</summary>
    private sealed class SlackStart(IOptions<SlackOptions> options, ILogger<SlackChannel> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (options.Value.IsOpen)
                log.Open(options.Value.Installs ? "for workspaces that install it at /slack/install" : "for one workspace");
            else
                log.Closed();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
