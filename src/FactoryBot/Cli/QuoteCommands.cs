using System.CommandLine;
using FactoryBot.Channels.Terminal;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Cli;

/// <summary>The rules of approval from the command line: the same functions as in the chat, with the same rights and the same record.</summary>
internal static class QuoteCommands
{
    public static Command Build(CommandContext context)
    {
        var rule = new Argument<string>("rule") { Description = "In words, in quotes: \"quotes over 10,000 need Ana, then the owner\"." };
        var which = new Argument<string>("rule") { Description = "Its number in the list, or words of its name." };
        var quote = new Argument<string>("quote") { Description = "Its number, such as Q-00012 or 12." };
        return new("quotes", "Set up quotes.")
        {
            new Command("rules", "Who must approve which quotes.")
            {
                Of(context, "list", "All rules, and where requests are shown.", "approvals_rules"),
                Of(context, "add", "A new rule; what waits is asked again under it.", "approvals_rule_add", rule, "rule"),
                Of(context, "remove", "Take a rule away.", "approvals_rule_remove", which, "rule"),
                Of(context, "undo", "Take the last change back.", "approvals_rules_undo"),
                Of(context, "preview", "Who must approve a quote now, and why.", "quotes_preview", quote, "quote"),
            },
        };
    }

    private static Command Of(CommandContext context, string name, string description, string function, Argument<string>? argument = null, string? slot = null)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var who = new Option<string>("--as") { Description = "In whose name it is done and kept: a member's name, or a role for the first who has it.", DefaultValueFactory = _ => "owner" };
        var command = new Command(name, description) { tenant, who };
        if (argument is not null)
            command.Add(argument);
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var asker = await AskerAsync(local.Services, parsed.GetValue(tenant)!, parsed.GetValue(who)!, cancellationToken);
            var called = local.Services.GetRequiredService<SkillCatalog>().Find(function)!;
            if (!asker.May(called.Permission))
                throw new CommandException(TenancyFailures.NoRight(called.Title).Text);
            var result = await called.CallAsync(
                argument is null ? [] : [KeyValuePair.Create<string, object?>(slot!, parsed.GetValue(argument))], asker, cancellationToken);
            if (result.Status != ResultStatus.Answered)
                throw new CommandException(result.Text);
            TerminalAnswer.Print(Terminal.Of(context), new OutboundReply { TurnId = asker.TurnId, Result = result }, [], plain: !context.IsInteractive);
            return CommandContext.Done;
        }));
        return command;
    }

    private static async Task<string?> FirstAsync(IServiceProvider services, Guid tenantId, Role role, CancellationToken cancellationToken)
    {
        await using var scope = await services.GetRequiredService<FactoryDatabase>().OpenAsync(tenantId, cancellationToken);
        return (await TenancyStore.PeopleAsync(scope, cancellationToken)).Where(p => p.Role == role).OrderBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault()?.Name;
    }

    private static async Task<Asker> AskerAsync(IServiceProvider services, string key, string who, CancellationToken cancellationToken)
    {
        var tenantId = await Tenants.FindAsync(services, key, cancellationToken);
        // A rule is a person's word and is kept in their name: a role stands for the first person who has it.
        var name = RoleNames.Read(who) is { } role ? await FirstAsync(services, tenantId, role, cancellationToken) : who;
        var userId = name is null ? null : await services.GetRequiredService<LocalMembers>().FindAsync(tenantId, TerminalChannel.ChannelName, name, cancellationToken);
        if (userId is null)
            throw new CommandException($"Nobody in tenant '{key}' is '{who}'. Give a member's full name, or a role that somebody has: viewer, analyst, manager, admin, owner.");
        var member = await services.GetRequiredService<TenantDirectory>().ResolveAsync(TerminalChannel.ChannelName, key, userId, null, cancellationToken);
        return member.ToAsker(services.GetRequiredService<TimeProvider>().GetUtcNow(), Guid.NewGuid());
    }
}
