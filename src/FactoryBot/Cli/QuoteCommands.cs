using System.CommandLine;
using FactoryBot.Channels.Terminal;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>Approvals and their rules from the command line: the same functions as in the chat, with the same rights and the same record.</summary>
internal static class QuoteCommands
{
    public static Command Build(CommandContext context)
    {
        var rule = new Argument<string>("rule") { Description = "In words, in quotes: \"quotes over 10,000 need Ana, then the owner\"." };
        var which = new Argument<string>("rule") { Description = "Its number in the list, or words of its name." };
        var quote = new Argument<string>("quote") { Description = "Its number, such as Q-00012 or 12." };
        var away = new Argument<string>("words") { Description = "In words, in quotes: \"until 3 December, Ben decides for me\"." };
        return new("quotes", "Decide quotes, and set them up.")
        {
            Waiting(context),
            Decide(context, "approve", "Approve a quote that waits for you."),
            Decide(context, "reject", "Reject a quote that waits for you."),
            Decide(context, "changes", "Send a quote that waits for you back for changes."),
            new Command("rules", "Who must approve which quotes.")
            {
                Of(context, "list", "All rules, and where requests are shown.", "approvals_rules"),
                Of(context, "add", "A new rule; what waits is asked again under it.", "approvals_rule_add", rule, "rule"),
                Of(context, "remove", "Take a rule away.", "approvals_rule_remove", which, "rule"),
                Of(context, "undo", "Take the last change back.", "approvals_rules_undo"),
                Of(context, "follows", "What happens if nobody decides in time: reminder, who comes in, who is asked next.", "approvals_follows", quote, "request"),
                Of(context, "preview", "Who must approve a quote now, and why.", "quotes_preview", quote, "quote"),
            },
            new Command("away", "Who decides for whom.")
            {
                Of(context, "list", "Who is away, and who decides for them.", "approvals_delegations"),
                Of(context, "set", "Somebody decides for the member in whose name it is said.", "approvals_away", away, "words"),
                Of(context, "end", "The member in whose name it is said decides alone again.", "approvals_back"),
            },
        };
    }

    private static Command Waiting(CommandContext context)
    {
        var (tenant, who) = (TenantOption(), AsOption());
        var command = new Command("waiting", "What waits for somebody's decision.") { tenant, who };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var asker = await MemberAsync(local.Services, parsed.GetValue(tenant)!, parsed.GetValue(who)!, cancellationToken);
            Print(context, await local.Services.GetRequiredService<ListWaiting>().ListAsync(asker, cancellationToken), asker);
            return CommandContext.Done;
        }));
        return command;
    }

    /// <summary>The version is asked for so that nobody decides what they have not seen.</summary>
    private static Command Decide(CommandContext context, string verdict, string description)
    {
        var quote = new Argument<string>("quote") { Description = "Its number, such as Q-00012 or 12." };
        var version = new Option<int>("--version-seen") { Description = "The version that you looked at.", Required = true };
        var comment = new Option<string?>("--comment") { Description = "For the person who asked." };
        var (tenant, who) = (TenantOption(), AsOption());
        var command = new Command(verdict, description) { quote, version, comment, tenant, who };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var asker = await MemberAsync(local.Services, parsed.GetValue(tenant)!, parsed.GetValue(who)!, cancellationToken);
            var named = parsed.GetValue(quote)!;
            var number = QuoteNumber.In(named) ?? QuoteNumber.In("Q-" + named) ?? named;
            var result = await local.Services.GetRequiredService<DecideQuote>()
                .RunAsync(number, null, parsed.GetValue(version), verdict, parsed.GetValue(comment), asker, cancellationToken);
            if (result.Status != ResultStatus.Answered)
                throw new CommandException(result.Text);
            Print(context, result, asker);
            return CommandContext.Done;
        }));
        return command;
    }

    private static Option<string> TenantOption() => new("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };

    private static Option<string> AsOption() => new("--as") { Description = "Who decides: a role, a member's name, or one of the demo plant.", DefaultValueFactory = _ => "owner" };

    private static void Print(CommandContext context, SkillResult result, Asker asker) =>
        TerminalAnswer.Print(Terminal.Of(context), new() { TurnId = asker.TurnId, Result = result }, [], plain: !context.IsInteractive);

    private static async Task<Asker> MemberAsync(IServiceProvider services, string key, string who, CancellationToken cancellationToken)
    {
        var tenantId = await Tenants.FindAsync(services, key, cancellationToken);
        var userId = await services.GetRequiredService<LocalMembers>().FindAsync(tenantId, TerminalChannel.ChannelName, who, cancellationToken)
            ?? throw new CommandException($"Nobody in tenant '{key}' is called '{who}'. Give a member's full name or a role: viewer, analyst, manager, admin, owner.");
        var member = await services.GetRequiredService<TenantDirectory>().ResolveAsync(TerminalChannel.ChannelName, key, userId, null, cancellationToken);
        return member.ToAsker(services.GetRequiredService<TimeProvider>().GetUtcNow(), Guid.NewGuid());
    }

    private static Command Of(CommandContext context, string name, string description, string function, Argument<string>? argument = null, string? slot = null)
    {
        var tenant = TenantOption();
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
            Print(context, result, asker);
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
        return name is null
            ? throw new CommandException($"Nobody in tenant '{key}' is '{who}'. Give a member's full name, or a role that somebody has: viewer, analyst, manager, admin, owner.")
            : await MemberAsync(services, key, name, cancellationToken);
    }
}
