using System.CommandLine;
using FactoryBot.Channels.Terminal;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>Opens the conversation of the person at this terminal.</summary>
internal static class LocalAsker
{
    private const string Anybody = "owner";

    public static async Task<TerminalConversation> OpenAsync(
        IServiceProvider services, ParseResult parsed, AskOptions options, CancellationToken cancellationToken)
    {
        var key = parsed.GetValue(options.Tenant)!;
        var who = parsed.GetValue(options.As) ?? Anybody;
        var tenantId = await Tenants.FindAsync(services, key, cancellationToken);
        var userId = await services.GetRequiredService<LocalMembers>().FindAsync(tenantId, TerminalChannel.ChannelName, who, cancellationToken)
            ?? throw new CommandException($"Nobody in tenant '{key}' is called '{who}'. Give a member's full name or a role: viewer, analyst, manager, admin, owner.");
        // Who asks is part of it: a viewer does not continue a manager's conversation.
        var conversation = $"{userId}:{parsed.GetValue(options.Conversation) ?? Guid.NewGuid().ToString("N")}";
        return new(services, key, new(userId, null), conversation);
    }
}
