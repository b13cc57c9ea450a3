using System.CommandLine;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

internal static class TenantCommands
{
    public static Command Build(CommandContext context) =>
        new("tenant", "Show, add and link tenants.") { List(context), Show(context), Create(context), Link(context, linked: true), Link(context, linked: false) };

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "All tenants.");
        command.SetAction((_, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenants = await local.Services.GetRequiredService<TenantRegister>().ListAsync(cancellationToken);
            await Lines.WriteAsync(context, ["key", "name", "time zone"], tenants.Select(t => new[] { t.Key, t.Name, t.TimeZone }));
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var key = new Argument<string>("key") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var command = new Command("show", "One tenant: settings, modules, people.") { key };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(key)!, cancellationToken);
            await using var scope = await local.Services.GetRequiredService<FactoryDatabase>().OpenAsync(tenantId, cancellationToken);
            var settings = await TenancyStore.SettingsAsync(scope, cancellationToken);
            var people = await TenancyStore.PeopleAsync(scope, cancellationToken);
            var keys = await TenancyStore.KeysAsync(scope, cancellationToken);
            await context.Output.WriteLineAsync(
                $"""
                {settings.Name} ({tenantId})
                Time zone: {settings.TimeZone}
                Also known as: {(keys.Count == 0 ? "nothing else" : string.Join(", ", keys))}
                New members become: {RoleNames.Stored(settings.DefaultRole)}
                Modules switched off: {(settings.ModulesOff.Count == 0 ? "none" : string.Join(", ", settings.ModulesOff.Order(StringComparer.Ordinal)))}
                People: {(people.Count == 0 ? "none yet" : string.Join(", ", people.Select(p => $"{p.Name} ({RoleNames.Stored(p.Role)})")))}
                """);
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command Create(CommandContext context)
    {
        var key = new Argument<string>("key") { Description = "msteams: or slack: and the organisation's id, such as msteams:72f988bf-86f1-41af-91ab-2d7cd011db47." };
        var name = new Option<string>("--name") { Description = "What the organisation is called.", Required = true };
        var zone = new Option<string>("--time-zone") { Description = "An IANA name.", DefaultValueFactory = _ => "Etc/UTC" };
        var command = new Command("create", "Add a tenant before its first message.") { key, name, zone };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var wanted = parsed.GetValue(key)!;
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(parsed.GetValue(zone)!, out _))
                throw new CommandException($"'{parsed.GetValue(zone)}' is not a time zone; give an IANA name such as Europe/Berlin.");
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            if (await local.Services.GetRequiredService<TenantDirectory>().FindTenantAsync(wanted, cancellationToken) is not null)
                throw new CommandException($"Tenant '{wanted}' is there already.");
            var added = await local.Services.GetRequiredService<TenantRegister>()
                .AddAsync(wanted, MemberName.Of(parsed.GetValue(name)), parsed.GetValue(zone)!, cancellationToken)
                ?? throw new CommandException($"'{wanted}' is no key of a tenant; it begins with msteams: or slack:.");
            await context.Output.WriteLineAsync($"Added tenant {wanted} ({added}). Its first member becomes its owner.");
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command Link(CommandContext context, bool linked)
    {
        var key = new Argument<string>("key") { Description = "The tenant's key." };
        var other = new Argument<string>("organisation") { Description = "The organisation in the other channel, such as slack:T0123ABCD." };
        var command = linked
            ? new Command("link", "Make a Slack workspace and a Teams organisation one tenant.") { key, other }
            : new Command("unlink", "Make a linked organisation a tenant of its own again.") { key, other };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var wanted = parsed.GetValue(other)!;
            if (!wanted.StartsWith("slack:", StringComparison.Ordinal) && !wanted.StartsWith("msteams:", StringComparison.Ordinal))
                throw new CommandException($"'{wanted}' is no organisation of a channel; it begins with msteams: or slack:.");
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(key)!, cancellationToken);
            var before = await local.Services.GetRequiredService<TenantDirectory>().FindTenantAsync(wanted, cancellationToken);
            if (!await local.Services.GetRequiredService<TenantRegister>().SetKeyAsync(tenantId, wanted, linked, cancellationToken))
                throw new CommandException(linked
                    ? $"'{wanted}' is linked already{(before == tenantId ? "" : ", with another tenant; unlink it there first")}."
                    : $"'{wanted}' is not linked with this tenant.");
            await context.Output.WriteLineAsync(!linked
                ? $"{wanted} is a tenant of its own again."
                : $"Whoever writes from {wanted} belongs to {parsed.GetValue(key)} now. People join their two accounts by asking FactoryBot: link my accounts."
                    + (before is null ? "" : " What was kept for it as a tenant of its own stays there."));
            return CommandContext.Done;
        }));
        return command;
    }
}
