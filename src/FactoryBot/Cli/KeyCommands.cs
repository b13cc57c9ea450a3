using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;

namespace FactoryBot.Cli;

internal static class KeyCommands
{
    public static Command Build(CommandContext context)
    {
        var tenant = new Option<string>("--tenant")
        {
            Description = "The tenant's key.",
            DefaultValueFactory = _ => TenantDirectory.DemoKey,
            Recursive = true,
        };
        return new("key", "API keys of a tenant.") { tenant, Create(context, tenant), List(context, tenant), Revoke(context, tenant) };
    }

    private static Command Create(CommandContext context, Option<string> tenant)
    {
        var name = new Argument<string>("name") { Description = "What uses the key, such as 'MES dashboard'." };
        var role = new Option<string>("--role") { Description = "viewer, analyst, manager, admin or owner.", DefaultValueFactory = _ => "viewer" };
        var command = new Command("create", "Make a key; it is printed once.") { name, role };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(name)))
                throw new CommandException("The key needs a name: what uses it, such as 'MES dashboard'.");
            var given = RoleNames.Read(parsed.GetValue(role)!)
                ?? throw new CommandException($"'{parsed.GetValue(role)}' is not a role; give viewer, analyst, manager, admin or owner.");
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var made = await local.Services.GetRequiredService<ApiKeys>()
                .CreateAsync(tenantId, parsed.GetValue(name)!, given, AuditActor.CommandLine, cancellationToken);
            await context.Error.WriteLineAsync($"Key '{made.Name}' ({RoleNames.Stored(made.Role)}), id {made.Id}. It is shown only now:");
            await context.Output.WriteLineAsync(made.Secret);
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command List(CommandContext context, Option<string> tenant)
    {
        var command = new Command("list", "All keys of the tenant.");
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var keys = await local.Services.GetRequiredService<ApiKeys>().ListAsync(tenantId, cancellationToken);
            await Lines.WriteAsync(
                context,
                ["id", "name", "begins with", "role", "created", "last used", "revoked"],
                keys.Select(k => new[] { k.Id.ToString(), k.Name, k.Prefix, RoleNames.Stored(k.Role), Day(k.CreatedAt), Day(k.LastUsedAt), Day(k.RevokedAt) }));
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command Revoke(CommandContext context, Option<string> tenant)
    {
        var id = new Argument<Guid>("id")
        {
            Description = "The key's id, as 'key list' shows it.",
            CustomParser = result =>
            {
                if (Guid.TryParse(result.Tokens[0].Value, out var given))
                    return given;
                result.AddError($"'{result.Tokens[0].Value}' is not the id of a key; 'factorybot key list' shows all.");
                return Guid.Empty;
            },
        };
        var command = new Command("revoke", "Make a key useless, at once and for good.") { id };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            if (!await local.Services.GetRequiredService<ApiKeys>().RevokeAsync(tenantId, parsed.GetValue(id), AuditActor.CommandLine, cancellationToken))
                throw new CommandException("The tenant has no such key, or it was revoked before; 'factorybot key list' shows all.");
            await context.Output.WriteLineAsync("Revoked.");
            return CommandContext.Done;
        }));
        return command;
    }

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";
}
