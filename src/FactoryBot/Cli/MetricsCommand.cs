using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Metrics.RollUps;

namespace FactoryBot.Cli;

internal static class MetricsCommand
{
    public static Command Build(CommandContext context)
    {
        var tenant = new Option<string?>("--tenant") { Description = "The tenant's key. Default: all tenants." };
        var rebuild = new Command("rebuild", "Compute every sum of a plant's data again from its rows. Questions are answered meanwhile.") { tenant };
        rebuild.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var services = local.Services;
            IReadOnlyList<Guid> tenants = parsed.GetValue(tenant) is { } key
                ? [await Tenants.FindAsync(services, key, cancellationToken)]
                : await services.GetRequiredService<RollUpStore>().TenantsAsync(cancellationToken);
            foreach (var tenantId in tenants)
            {
                var rebuilt = await services.GetRequiredService<RebuildRollUps>().RunAsync(tenantId, cancellationToken);
                await context.Output.WriteLineAsync(rebuilt is { First: { } first, Last: { } last }
                    ? string.Create(CultureInfo.InvariantCulture, $"{tenantId}: {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, stops of {rebuilt.Machines:N0} machines, in {rebuilt.Took.TotalSeconds:0.0} s.")
                    : $"{tenantId}: no data.");
            }

            return CommandContext.Done;
        }));
        return new("metrics", "The sums that answers are read from.") { rebuild };
    }
}
