using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Ingest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Import;

/// <param name="Name">The file's name, for the report.</param>
/// <param name="Map">The text of the map file; null: everything is guessed.</param>
/// <param name="Check">Only tries: nothing is written.</param>
/// <param name="SkipRejected">Lines that cannot be read are left out instead of stopping the import.</param>
internal sealed record ImportRequest(string Name, byte[] Content, string? Map = null, bool Check = false, bool SkipRejected = false)
{
    /// <summary>What the map may leave open; the map's own kind goes first.</summary>
    public ImportKind? Kind { get; init; }
}

/// <summary>Takes a plant's export in: read, place, write, in one transaction. A trial does all of it and takes it back.</summary>
internal sealed class ImportFile(
    FactoryDatabase database, PlantCache plants, IOptions<ImportOptions> options, TimeProvider clock, ILogger<ImportFile> logger)
{
    /// <returns>The report, or the sentence that says why the file as a whole cannot be read.</returns>
    public async Task<(ImportReport? Report, string? Problem)> RunAsync(Guid tenantId, ImportRequest request, CancellationToken cancellationToken)
    {
        if (request.Content.Length > options.Value.MostBytes)
            return (null, ImportFailures.TooLarge(options.Value.MostBytes));
        var started = clock.GetTimestamp();
        var (map, problem) = request.Map is null ? (new(), null) : MapFile.Read(request.Map);
        if (map is null)
            return (null, problem);
        map = map with { Kind = map.Kind ?? request.Kind, Format = map.Format with { MostLines = options.Value.MostLines } };
        var (file, unreadable) = TableFile.Read(request.Name, request.Content, map.Format);
        if (file is null)
            return (null, unreadable);
        var (table, unclear) = ImportTable.Of(request.Name, file, map);
        if (table is null)
            return (null, unclear);

        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await MasterStore.LockAsync(scope, cancellationToken);
        var master = await MasterStore.ReadAsync(scope, cancellationToken);
        var lines = await ReadLines.RunAsync(scope, table, new(master, table.Map), cancellationToken);
        var report = Report(request, file, table, lines, master);
        if (await ClearDemo.HasDemoAsync(scope, cancellationToken))
            report = report with { BesideTheDemo = true };
        if (lines.Rejected.Count > 0 && !(map.SkipRejected || request.SkipRejected) && !request.Check)
            return (report with { Outcome = ImportOutcome.Stopped }, null);

        var counts = await WriteLines.RunAsync(scope, master, lines, cancellationToken);
        report = report with { Rows = counts, Outcome = request.Check ? ImportOutcome.Checked : counts.ChangesAnything ? ImportOutcome.Imported : ImportOutcome.NothingNew };
        if (report.Outcome != ImportOutcome.Imported)
            return (report, null);
        var version = await LoadStore.BookAsync(scope, $"Import of {request.Name}", counts.New + counts.Changed, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        plants.Forget(tenantId);
        logger.FileImported(tenantId, table.Kind.ToString(), counts.New, counts.Changed, counts.Unchanged, lines.Rejected.Count, version, clock.GetElapsedTime(started).TotalMilliseconds);
        return (report with { Version = version }, null);
    }

    private static ImportReport Report(ImportRequest request, TableFile file, ImportTable table, LinesRead lines, MasterData master) => new()
    {
        File = request.Name,
        Outcome = ImportOutcome.Checked,
        Kind = table.Kind,
        Format = file.Format,
        Lines = table.Lines.Count,
        Rows = IntakeCounts.None,
        Rejected = lines.Rejected,
        Notes = [.. table.Notes, .. lines.Notes],
        Guessed = table.Style.Columns.Guessed,
        Unread = table.Style.Columns.Unread(table.Wide?.Places ?? new HashSet<int>()),
        Made =
        [
            .. master.Sites.Added.Select(s => $"site {s.Name}"), .. master.Lines.Added.Select(l => $"line {l.Name}"),
            .. table.Kind == ImportKind.Machines ? [] : master.Machines.Added.Select(m => $"machine {m.Name}"),
            .. master.Shifts.Added.Select(s => $"shift {s.Name}"),
            .. table.Kind == ImportKind.Reasons ? [] : master.Reasons.Added.Select(r => $"reason {r.Name}"),
            .. table.Kind == ImportKind.Products ? [] : master.Products.Added.Select(p => $"product {p.Name}"),
        ],
        From = master.Days.Count == 0 ? null : master.Days.Min(),
        To = master.Days.Count == 0 ? null : master.Days.Max(),
    };
}
