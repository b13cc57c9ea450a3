using System.CommandLine;
using FactoryBot.Turns;

namespace FactoryBot.Cli;

/// <summary>Who sits at this terminal. Whoever may start the program with the plant's database may be anybody in it.</summary>
internal static class LocalAsker
{
    public static async Task<TerminalConversation> OpenAsync(
        IServiceProvider services, ParseResult parsed, AskOptions options, CancellationToken cancellationToken)
    {
        var tenant = parsed.GetValue(options.Tenant)!;
        var user = new ChannelUser("cli:" + (parsed.GetValue(options.As) ?? "owner"), parsed.GetValue(options.As) ?? "Owner");
        await Task.CompletedTask;
        return new(services, tenant, user, parsed.GetValue(options.Conversation) ?? Guid.NewGuid().ToString("N"));
    }
}
