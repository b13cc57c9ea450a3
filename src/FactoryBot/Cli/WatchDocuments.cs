using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;

namespace FactoryBot.Cli;

/// <summary>Takes in what changes in a folder, and takes out what is deleted there. It looks again and again, because network drives report no changes.</summary>
internal static class WatchDocuments
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(CommandContext context, IServiceProvider services, IntakeRequest request, string path, CancellationToken cancellationToken)
    {
        var folder = new WatchedFolder();
        folder.Look(Look(path));
        await context.Output.WriteLineAsync($"Watching {path}; Ctrl+C ends it.");
        using var timer = new PeriodicTimer(Every, services.GetRequiredService<TimeProvider>());
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var (changed, gone) = folder.Look(Look(path));
                foreach (var (file, state) in changed)
                    await TakeInAsync(context, services, request, file, state, cancellationToken);
                if (changed.Count > 0)
                    await ReadMeaningAsync(services, request.TenantId, cancellationToken);
                foreach (var name in gone)
                    await RemoveAsync(context, services, request, name, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by whoever started it.
        }
    }

    private static Dictionary<string, FileState>? Look(string path) =>
        File.Exists(path) || Directory.Exists(path)
            ? DocumentCommands.FilesOf(path).ToDictionary(f => f.File, f => new FileState(f.Name, new FileInfo(f.File).Length, File.GetLastWriteTimeUtc(f.File)), StringComparer.Ordinal)
            : null;

    private static async Task TakeInAsync(
        CommandContext context, IServiceProvider services, IntakeRequest request, string file, FileState state, CancellationToken cancellationToken)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            var results = await services.GetRequiredService<AddDocuments>().RunAsync(request, state.Name, content, state.Written, cancellationToken);
            foreach (var result in results)
                await context.Output.WriteLineAsync($"{result.Name}: {result.Outcome.ToString().ToLowerInvariant()}{(result.Note is null ? "" : $", {result.Note}")}");
        }
        catch (IOException busy)
        {
            await context.Error.WriteLineAsync($"{state.Name}: {busy.Message}");
        }
    }

    private static async Task ReadMeaningAsync(IServiceProvider services, Guid tenantId, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<EmbedAgain>().RunAsync(tenantId, cancellationToken);
        await services.GetRequiredService<ReplayGaps>().RunAsync(tenantId, cancellationToken);
    }

    private static async Task RemoveAsync(CommandContext context, IServiceProvider services, IntakeRequest request, string name, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<RemoveDocument>().RunAsync(request.TenantId, request.Set, name, cancellationToken))
            await context.Output.WriteLineAsync($"{name}: removed");
    }
}
