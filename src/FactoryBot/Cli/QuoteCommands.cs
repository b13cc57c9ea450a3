using System.CommandLine;
using System.CommandLine.Parsing;
using FactoryBot.Channels.Terminal;
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
        var who = new Option<string>("--as") { Description = "Who does it: a role, or a member's name.", DefaultValueFactory = _ => "owner" };
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

    private static async Task<Asker> AskerAsync(IServiceProvider services, string key, string who, CancellationToken cancellationToken)
    {
        var tenantId = await Tenants.FindAsync(services, key, cancellationToken);
        var userId = await services.GetRequiredService<LocalMembers>().FindAsync(tenantId, TerminalChannel.ChannelName, who, cancellationToken)
            ?? throw new CommandException($"Nobody in tenant '{key}' is called '{who}'. Give a member's full name or a role: viewer, analyst, manager, admin, owner.");
        var member = await services.GetRequiredService<TenantDirectory>().ResolveAsync(TerminalChannel.ChannelName, key, userId, null, cancellationToken);
        return member.ToAsker(services.GetRequiredService<TimeProvider>().GetUtcNow(), Guid.NewGuid());
    }
}
