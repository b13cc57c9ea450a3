using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Cli;

internal static class AuditCommand
{
    public static Command Build(CommandContext context)
    {
        var tenant = new Option<string?>("--tenant") { Description = "The tenant's key. Default: all tenants." };
        var verify = new Command("verify", "Check that no entry was changed, added or taken away. Exit code 1 where one was.") { tenant };
        verify.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var intact = true;
            foreach (var (key, verdict) in await VerdictsAsync(local.Services, parsed.GetValue(tenant), cancellationToken))
            {
                if (verdict.Broken is { } broken)
                    await context.FailAsync($"The audit log of '{key}' is broken. {broken.What}");
                else
                    await context.Output.WriteLineAsync(Intact(key, verdict));
                intact &= verdict.IsIntact;
            }
            return intact ? CommandContext.Done : CommandContext.Failed;
        }));
        return new("audit", "The tenants' records of changes.") { verify };
    }

    private static async Task<IReadOnlyList<(string Key, AuditVerdict Verdict)>> VerdictsAsync(
        IServiceProvider services, string? key, CancellationToken cancellationToken)
    {
        if (key is null)
            return [.. (await services.GetRequiredService<TenantRegister>().VerifyAuditAsync(cancellationToken)).Select(v => (v.Tenant.Key, v.Verdict))];
        var tenantId = await Tenants.FindAsync(services, key, cancellationToken);
        return [(key, await services.GetRequiredService<AuditLog>().VerifyAsync(tenantId, cancellationToken))];
    }

    private static string Intact(string key, AuditVerdict verdict) => string.Create(
        CultureInfo.InvariantCulture, $"The audit log of '{key}' is intact: {verdict.Entries:N0} {(verdict.Entries == 1 ? "entry" : "entries")} in order.");
}
