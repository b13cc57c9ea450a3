using FactoryBot.Skills.Files;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>A file that somebody sent in the chat: first tried and shown, then taken in by a pressed button.</summary>
internal sealed class ImportSent(FileStore files, ImportFile import)
{
    private static readonly string[] Maps = [".yaml", ".yml"];

    /// <summary>Tries it; writes nothing.</summary>
    public async Task<SkillResult> PreviewAsync(Asker asker, string fileId, CancellationToken cancellationToken)
    {
        // A map that came along belongs to the file.
        var map = asker.Files.FirstOrDefault(file => Maps.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase));
        var (report, no) = await RunAsync(asker, fileId, map?.Id.ToString(), check: true, skip: false, cancellationToken);
        return report is null ? no! : Answer(report, fileId, map?.Id.ToString());
    }

    public async Task<SkillResult> ConfirmAsync(Asker asker, string fileId, string? mapId, bool skip, CancellationToken cancellationToken)
    {
        var (report, no) = await RunAsync(asker, fileId, mapId, check: false, skip, cancellationToken);
        return report is null ? no! : Answer(report, null, null);
    }

    private async Task<(ImportReport? Report, SkillResult? No)> RunAsync(
        Asker asker, string fileId, string? mapId, bool check, bool skip, CancellationToken cancellationToken)
    {
        if (await ContentAsync(asker, fileId, cancellationToken) is not { } file)
            return (null, ImportFailures.FileGone());
        var map = mapId is null ? null : await ContentAsync(asker, mapId, cancellationToken);
        if (mapId is not null && map is null)
            return (null, ImportFailures.FileGone());
        var request = new ImportRequest(file.File.Name, file.Content, map is null ? null : System.Text.Encoding.UTF8.GetString(map.Content), check, skip);
        var (report, problem) = await import.RunAsync(asker.TenantId, request, cancellationToken);
        return (report, report is null ? ImportFailures.Unreadable(file.File.Name, problem!) : null);
    }

    private async Task<FileContent?> ContentAsync(Asker asker, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var file) ? await files.ReadAsync(asker.TenantId, file, cancellationToken) : null;

    private static SkillResult Answer(ImportReport report, string? fileId, string? mapId) => new()
    {
        Status = ResultStatus.Answered,
        Text = ImportText.Headline(report),
        Data = ImportData.Of(report).ToElement(),
        Card = ImportCard.Of(report, fileId, mapId),
        Warnings = [.. report.Rejected.Take(ImportCard.MostLines).Select(line => FormattableString.Invariant($"Line {line.Line}: {line.Reason}."))],
    };
}
