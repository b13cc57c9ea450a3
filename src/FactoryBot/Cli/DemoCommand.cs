using System.CommandLine;
using System.Globalization;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

internal static class DemoCommand
{
    public static Command Build(CommandContext context)
    {
        var days = new Option<int>("--days")
        {
            Description = $"Production days, 1 to {LoadDemo.MaxDays}.",
            DefaultValueFactory = _ => 30,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1 and <= LoadDemo.MaxDays)
                    return given;
                result.AddError($"--days takes 1 to {LoadDemo.MaxDays}.");
                return 0;
            },
        };
        var end = new Option<DateOnly?>("--end")
        {
            Description = "The last day, such as 2026-11-20. Default: yesterday.",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                result.AddError($"'{result.Tokens[0].Value}' is not a day such as 2026-11-20.");
                return null;
            },
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed, days and end give the same rows.",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var given))
                    return given;
                result.AddError("--seed takes a whole number.");
                return 0;
            },
        };
        var clear = new Option<bool>("--clear") { Description = "Remove the demo plant instead and leave what was imported." };
        var tenant = new Option<string>("--tenant") { Description = "With --clear: the tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var command = new Command("demo", "Load the demo plant again, in place of the demo tenant's data.") { days, end, seed, clear, tenant };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            if (parsed.GetValue(clear))
            {
                var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
                await context.Output.WriteLineAsync(DemoAnswers.Sentence(await local.Services.GetRequiredService<ClearDemo>().RunAsync(tenantId, cancellationToken)));
                return CommandContext.Done;
            }

            var loaded = await local.Services.GetRequiredService<LoadDemo>().RunAsync(
                TenantDirectory.DemoTenant,
                new() { Days = parsed.GetValue(days), End = parsed.GetValue(end), Seed = parsed.GetValue(seed) },
                null,
                cancellationToken);
            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Loaded {loaded.Rows:N0} rows of the demo plant, {loaded.First:yyyy-MM-dd} to {loaded.Last:yyyy-MM-dd}, in {loaded.Took.TotalSeconds:0.0} s."));
            return CommandContext.Done;
        }));
        return command;
    }
}
