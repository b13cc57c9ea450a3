using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Terminal;

public static class TerminalServices
{
    /// <summary>Adds the channel by which the command line gets its answers, and who may sit there.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services)
    {
        services.AddSingleton<TerminalChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TerminalChannel>());
        services.AddSingleton<LocalMembers>();
        return services;
    }
}
