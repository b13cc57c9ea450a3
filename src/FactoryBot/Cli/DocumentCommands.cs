using System.CommandLine;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Cli;

internal static class DocumentCommands
{
    public static Command Build(CommandContext context) => new("documents", "Take documents in.") { Add(context) };

    private static Command Add(CommandContext context)
    {
        var path = new Argument<string>("path") { Description = "A file, or a folder with all its files. The same path again replaces the documents." };
        var set = new Option<string>("--set") { Description = "The set of documents they belong to.", DefaultValueFactory = _ => "General" };
        var tenant = new Option<string>("--tenant") { Description = "The tenant's key.", DefaultValueFactory = _ => TenantDirectory.DemoKey };
        var watch = new Option<bool>("--watch") { Description = "Go on until it is stopped: take in what changes or is added, take out what is deleted." };
        var command = new Command("add", $"Take a file or a folder in: {string.Join(", ", ReadFile.Kinds)}, zip.") { path, set, tenant, watch };
        command.SetAction((parsed, cancellationToken) => context.RunAsync(async () =>
        {
            var files = FilesOf(parsed.GetValue(path)!);
            await using var local = await LocalHost.StartAsync(context, null, cancellationToken);
            var tenantId = await Tenants.FindAsync(local.Services, parsed.GetValue(tenant)!, cancellationToken);
            var add = local.Services.GetRequiredService<AddDocuments>();
            var results = new List<IntakeResult>();
            foreach (var (file, name) in files)
            {
                var content = await File.ReadAllBytesAsync(file, cancellationToken);
                var request = new IntakeRequest { TenantId = tenantId, Set = parsed.GetValue(set)!, OwnerName = "Command line" };
                results.AddRange(await add.RunAsync(request, name, content, File.GetLastWriteTimeUtc(file), cancellationToken));
            }

            foreach (var failed in results.Where(r => r.Outcome == IntakeOutcome.Failed))
                await context.Error.WriteLineAsync($"{failed.Name}: {failed.Note}");
            await context.Output.WriteLineAsync(IntakeText.Summary(results));
            // Words find them from here on; whoever stops it now has the rest read by the running product.
            await local.Services.GetRequiredService<EmbedAgain>().RunAsync(tenantId, cancellationToken);
            var closed = await local.Services.GetRequiredService<ReplayGaps>().RunAsync(tenantId, cancellationToken);
            if (closed > 0)
                await context.Output.WriteLineAsync($"Open questions that are answered now: {closed}.");
            if (parsed.GetValue(watch))
                await WatchDocuments.RunAsync(context, local.Services, new() { TenantId = tenantId, Set = parsed.GetValue(set)!, OwnerName = "Command line" }, parsed.GetValue(path)!, cancellationToken);
            return results.Exists(r => r.Outcome == IntakeOutcome.Failed) && results.TrueForAll(r => r.Outcome == IntakeOutcome.Failed)
                ? CommandContext.Failed : CommandContext.Done;
        }));
        return command;
    }

    /// <summary>Files with the names they are known by: their path below the folder.</summary>
    internal static IReadOnlyList<(string File, string Name)> FilesOf(string path)
    {
        if (File.Exists(path))
            return [(path, Path.GetFileName(path))];
        if (!Directory.Exists(path))
            throw new CommandException($"There is neither a file nor a folder '{path}'.");
        return [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f)[0] != '.')
            .Order(StringComparer.Ordinal).Select(f => (f, Path.GetRelativePath(path, f).Replace('\\', '/')))];
    }
}
