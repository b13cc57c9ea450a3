using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Cli;

internal static class AuditCommand
{
    public static Command Build(CommandContext context)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var verify = new Command("verify", "Check that no entry was changed, added or taken away. Exit code 1 where one was.") { tenant };
        verify.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var verdict = await local.Services.GetRequiredService<AuditLog>().VerifyAsync(tenantId, cancellationToken);
            if (verdict.Broken is { } broken)
                return await context.FailAsync($"The audit log of '{parsed.GetValue(tenant)}' is broken. {broken.What}");
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit log is intact: {verdict.Entries:N0} entries in order."));
            return CommandContext.Done;
        }));
        return new("audit", "The tenant's record of changes.") { verify };
    }
}
