using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Metrics.Check;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

internal static class DataCommand
{
    public static Command Build(CommandContext context) => new("data", "Look after the plant's data.") { Check(context) };

    private static Command Check(CommandContext context)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var json = new Option<bool>("--json") { Description = "Print the findings as one JSON array." };
        var now = new AskOptions().Now;
        var command = new Command("check", "Print everything that is wrong with the data: missing days, counts that disagree, overlapping stops and more.") { tenant, json, now };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, parsed.GetValue(now), cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var today = DateOnly.FromDateTime(local.Time.GetUtcNow().UtcDateTime);
            var findings = await local.Services.GetRequiredService<CheckData>().FindAllAsync(tenantId, today, cancellationToken)
                ?? throw new CommandException("No production data has been loaded yet.");
            if (parsed.GetValue(json))
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(findings.Select(FindingData.Of).ToList(), CheckJson.Default.ListFindingData));
            else
                await PrintAsync(context, findings);
            return CommandContext.Done;
        }));
        return command;
    }

    private static async Task PrintAsync(CommandContext context, IReadOnlyList<DataFinding> findings)
    {
        foreach (var finding in findings)
            await context.Output.WriteLineAsync($"{finding.Code}: {finding.Sentence}");
        await context.Output.WriteLineAsync(findings.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Nothing is wrong, as far as {DataChecks.All.Count} checks see.")
            : string.Create(CultureInfo.InvariantCulture, $"{findings.Count:N0} {(findings.Count == 1 ? "finding" : "findings")} of {findings.Select(f => f.Check).Distinct().Count()} kinds."));
    }
}
