using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

internal static class SourceCommands
{
    public static Command Build(CommandContext context)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey, Recursive = true };
        return new("source", "Databases that questions are asked of.") { tenant, Add(context, tenant), List(context, tenant), Describe(context, tenant), Remove(context, tenant) };
    }

    private static Command Add(CommandContext context, Option<string> tenant)
    {
        var name = new Argument<string>("name") { Description = "How people call it, such as 'crm'." };
        var connection = new Option<string>("--connection") { Description = "Connection string of PostgreSQL with a user that may only read. It is stored encrypted.", Required = true };
        var schemas = new Option<string[]>("--schema") { Description = "Only this schema; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var tables = new Option<string[]>("--table") { Description = "Only this table; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var role = new Option<string>("--role") { Description = "The lowest role that may ask it.", DefaultValueFactory = _ => "viewer" };
        var model = new Option<FileInfo?>("--model") { Description = "A semantic model file over the drafted model." };
        var command = new Command("add", "Connect a database, or change how it is connected.") { name, connection, schemas, tables, role, model };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var lowest = RoleNames.Read(parsed.GetValue(role)!) ?? throw new CommandException($"'{parsed.GetValue(role)}' is not a role; give viewer, analyst, manager, admin or owner.");
            var yaml = parsed.GetValue(model) is { } file ? await File.ReadAllTextAsync(file.FullName, cancellationToken) : null;
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var (source, problem) = await local.Services.GetRequiredService<ConnectSource>().AddAsync(
                tenantId, parsed.GetValue(name)!, parsed.GetValue(connection)!, parsed.GetValue(schemas) ?? [], parsed.GetValue(tables) ?? [], RoleNames.Stored(lowest), yaml, cancellationToken);
            if (source is null)
                throw new CommandException(problem!);
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Connected '{source.Name}': {source.Model.Entities.Count} tables, {source.Model.Relations.Count} keys, {source.Model.Measures.Count} figures. 'factorybot source describe {source.Name}' shows them."));
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command List(CommandContext context, Option<string> tenant)
    {
        var command = new Command("list", "Connected databases; their connections are not shown.");
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var all = await local.Services.GetRequiredService<SourceStore>().AllAsync(tenantId, cancellationToken);
            await Lines.WriteAsync(context, ["name", "lowest role", "schemas", "tables", "own model"],
                all.Select(s => new[] { s.Name, s.LowestRole, s.Schemas.Length == 0 ? "all" : string.Join(",", s.Schemas), s.Tables.Length == 0 ? "all" : string.Join(",", s.Tables), s.Model is null ? "no" : "yes" }));
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command Describe(CommandContext context, Option<string> tenant)
    {
        var name = new Argument<string>("name") { Description = "The source's name." };
        var command = new Command("describe", "The semantic model of a source: what its tables and columns are called, figures, keys.") { name };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var stored = (await local.Services.GetRequiredService<SourceStore>().AllAsync(tenantId, cancellationToken)).FirstOrDefault(s => s.Name == parsed.GetValue(name))
                ?? throw new CommandException($"The tenant has no source '{parsed.GetValue(name)}'; 'factorybot source list' shows all.");
            var source = await local.Services.GetRequiredService<SourceModels>().TryAsync(tenantId, stored, cancellationToken);
            await context.Output.WriteLineAsync(ModelText.Of(source.Model));
            return CommandContext.Done;
        }));
        return command;
    }

    private static Command Remove(CommandContext context, Option<string> tenant)
    {
        var name = new Argument<string>("name") { Description = "The source's name." };
        var command = new Command("remove", "Forget a database. Nothing in it is touched.") { name };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            if (!await local.Services.GetRequiredService<SourceStore>().RemoveAsync(tenantId, parsed.GetValue(name)!, cancellationToken))
                throw new CommandException($"The tenant has no source '{parsed.GetValue(name)}'; 'factorybot source list' shows all.");
            await context.Output.WriteLineAsync("Removed.");
            return CommandContext.Done;
        }));
        return command;
    }
}
