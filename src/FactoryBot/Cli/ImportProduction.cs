using System.CommandLine;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

/// <summary>Takes production data of a plant's own in.</summary>
internal static class ImportProduction
{
    private static readonly string[] Kinds = [.. Enum.GetNames<ImportKind>().Select(name => name.ToLowerInvariant())];

    public static Command Build(CommandContext context)
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file or an Excel workbook (.xlsx)." };
        var map = new Option<FileInfo?>("--map") { Description = "A YAML file that says which column means what. Default: guessed from the headers." };
        var kind = new Option<string?>("--kind") { Description = "What the file holds, where neither map nor headers tell: " + string.Join(", ", Kinds) + "." };
        kind.AcceptOnlyFromAmong(Kinds);
        var check = new Option<bool>("--check") { Description = "Only try: report everything, write nothing." };
        var skip = new Option<bool>("--skip-rejected") { Description = "Leave out lines that cannot be read. Default: one of them stops the import." };
        var json = new Option<bool>("--json") { Description = "Print the report as one JSON object." };
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var command = new Command("production", "Import production, counts, cycles, stops, quality issues, machines, products, reasons or a shift calendar.")
        {
            file, map, kind, check, skip, json, tenant,
        };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var path = parsed.GetValue(file)!;
            var request = new ImportRequest(path.Name, await ReadAsync(path, cancellationToken))
            {
                Map = parsed.GetValue(map) is { } given ? System.Text.Encoding.UTF8.GetString(await ReadAsync(given, cancellationToken)) : null,
                Kind = parsed.GetValue(kind) is { } named ? Enum.Parse<ImportKind>(named, ignoreCase: true) : null,
                Check = parsed.GetValue(check),
                SkipRejected = parsed.GetValue(skip),
            };
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var (report, problem) = await local.Services.GetRequiredService<ImportFile>().RunAsync(tenantId, request, cancellationToken);
            if (report is null)
                throw new CommandException($"{path.Name} was not imported. {problem}");
            await context.Output.WriteLineAsync(parsed.GetValue(json) ? ImportData.Of(report).ToJson() : ImportText.Whole(report));
            return report.Outcome == ImportOutcome.Stopped
                ? await context.FailAsync(ImportText.Headline(report))
                : CommandContext.Done;
        }));
        return command;
    }

    private static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be read: {e.Message}");
        }
    }
}
