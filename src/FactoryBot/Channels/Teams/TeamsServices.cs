using System.Net;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Trust;
using FactoryBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.Teams;

/// <summary>Registers the Microsoft Teams channel.</summary>
public static class TeamsServices
{
    /// <summary>Adds the channel with the settings of section <c>Teams</c>. Needs an <see cref="ITurnIntake"/> and <see cref="IConversations"/>.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TeamsOptions>()
            .Bind(configuration.GetSection(TeamsOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(s => new SigningKeys(
            NewHttp(), CloudEndpoints.Of(Options(s)).OpenIdMetadata, s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<SigningKeys>>()));
        services.AddSingleton(s => new TeamsTokenCheck(
            s.GetRequiredService<SigningKeys>(), Options(s), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TeamsGate>();

        services.AddSingleton(s => new ConnectorTokens(
            ConnectorCredential.Of(Options(s)), CloudEndpoints.Of(Options(s)).Scope, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ServiceUrls(Options(s)));
        services.AddSingleton<ConnectorRetry>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ConnectorClient>(s, NewHttp()));

        services.AddSingleton<MessageFitter>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<FileConsent>(s, NewHttp()));
        services.AddSingleton<TeamsSearch>();
        services.AddSingleton<TeamsInvokes>();
        services.AddSingleton<TeamsActivities>();
        services.AddSingleton<TeamsChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<TeamsChannel>());
        services.AddSingleton<IRosterChannel, TeamsRoster>();
        services.AddSingleton<TeamsThreads>();
        services.AddSingleton<IProactiveChannel, TeamsProactive>();
        services.AddSingleton<IFileChannel>(s => ActivatorUtilities.CreateInstance<TeamsFiles>(s, NewHttp()));
        services.AddHostedService<TeamsStart>();
        return services;
    }

    private static TeamsOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<TeamsOptions>>().Value;

    // A redirect could lead a token to another host; the addresses called here never redirect.
    internal static HttpMessageInvoker NewHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
    });
}
