using FactoryBot.Turns;

namespace FactoryBot.Channels.Terminal;

public static class TerminalServices
{
    /// <summary>Adds the channel by which the command line gets its answers.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        services.AddSingleton<TerminalChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TerminalChannel>());
        return services;
    }
}
