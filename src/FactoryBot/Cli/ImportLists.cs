using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>Takes lists of parts and customers in.</summary>
internal static class ImportLists
{
    public static Command Parts(CommandContext context)
    {
        var tenant = Tenant();
        var file = File();
        var replace = new Option<bool>("--replace") { Description = "The list takes the place of the whole catalogue." };
        var command = new Command("parts", "Parts with numbers, descriptions, packs, prices: CSV or XLSX with titles in the first line.") { file, replace, tenant };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(() => RunAsync(
            context, parsed.GetValue(file)!, parsed.GetValue(tenant)!, "parts",
            (services, tenantId, name, content) => services.GetRequiredService<ImportParts>().RunAsync(tenantId, name, content, parsed.GetValue(replace), cancellationToken),
            cancellationToken)));
        return command;
    }

    public static Command Customers(CommandContext context)
    {
        var tenant = Tenant();
        var file = File();
        var command = new Command("customers", "Customers with name, tier, discount, contact: CSV or XLSX with titles in the first line.") { file, tenant };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(() => RunAsync(
            context, parsed.GetValue(file)!, parsed.GetValue(tenant)!, "customers",
            (services, tenantId, name, content) => services.GetRequiredService<ImportCustomers>().RunAsync(tenantId, name, content, cancellationToken),
            cancellationToken)));
        return command;
    }

    private static Option<string> Tenant() => new("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };

    private static Argument<FileInfo> File() => new("file") { Description = "The CSV or XLSX file." };

    private static async Task<int> RunAsync(
        CommandContext context, FileInfo file, string tenant, string what, Func<IServiceProvider, Guid, string, Stream, Task<ImportReport>> import, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new CommandException($"There is no file {file.FullName}.");
        await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
        var tenantId = await Tenants.FindAsync(local.Services, tenant, cancellationToken);
        var started = local.Time.GetTimestamp();
        await using var content = file.OpenRead();
        var report = await import(local.Services, tenantId, file.Name, content);
        if (report.Problem is { } problem)
            throw new CommandException(problem);
        foreach (var row in report.Rows)
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Row {row.Row}: {row.Reason}."));
        if (report.Refused > report.Rows.Count)
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"... and {report.Refused - report.Rows.Count:N0} more rows."));
        var seconds = local.Time.GetElapsedTime(started).TotalSeconds;
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Text(what)} {seconds:0.0} s."));
        return CommandContext.Done;
    }
}
