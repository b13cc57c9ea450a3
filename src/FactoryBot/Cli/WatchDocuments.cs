using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;

namespace FactoryBot.Cli;

/// <summary>Takes in what changes in a folder. It looks again and again, because network drives report no changes.</summary>
internal static class WatchDocuments
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(CommandContext context, IServiceProvider services, IntakeRequest request, string path, CancellationToken cancellationToken)
    {
        var seen = Look(path);
        await context.Output.WriteLineAsync($"Watching {path}; Ctrl+C ends it.");
        using var timer = new PeriodicTimer(Every, services.GetRequiredService<TimeProvider>());
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var now = Look(path);
                foreach (var change in now.Where(n => !seen.TryGetValue(n.Key, out var before) || before != n.Value))
                    await TakeInAsync(context, services, request, change.Key, change.Value, cancellationToken);
                seen = now;
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by whoever started it.
        }
    }

    // A file that is gone for a moment while it is saved stays as it was taken in.
    private static Dictionary<string, FileState> Look(string path) =>
        File.Exists(path) || Directory.Exists(path)
            ? DocumentCommands.FilesOf(path).ToDictionary(f => f.File, f => new FileState(f.Name, new FileInfo(f.File).Length, File.GetLastWriteTimeUtc(f.File)), StringComparer.Ordinal)
            : [];

    private static async Task TakeInAsync(
        CommandContext context, IServiceProvider services, IntakeRequest request, string file, FileState state, CancellationToken cancellationToken)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            var results = await services.GetRequiredService<AddDocuments>().RunAsync(request, state.Name, content, state.Written, cancellationToken);
            foreach (var result in results)
                await context.Output.WriteLineAsync($"{result.Name}: {result.Outcome.ToString().ToLowerInvariant()}{(result.Note is null ? "" : $", {result.Note}")}");
            await services.GetRequiredService<ReplayGaps>().RunAsync(request.TenantId, cancellationToken);
        }
        catch (IOException busy)
        {
            await context.Error.WriteLineAsync($"{state.Name}: {busy.Message}");
        }
    }

    private sealed record FileState(string Name, long Length, DateTime Written);
}
