using System.Security.Cryptography;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Who takes files in, and into which set.</summary>
internal sealed record IntakeRequest
{
    /// <summary>The set of whoever names none.</summary>
    public const string GeneralSet = "General";

    public required Guid TenantId { get; init; }

    /// <summary>The set by name; made where there is none.</summary>
    public string Set { get; init; } = GeneralSet;

    public Guid? OwnerId { get; init; }
    public string OwnerName { get; init; } = "";
}

/// <summary>Takes files in: read, split, embed, write. A bad file is a result, not the end of the others.</summary>
internal sealed class AddDocuments(
    FactoryDatabase database, ExpandFiles expand, ReadFile read, RemoveDocument remove, EmbedPieces embed, KnownWords words, FileStore files, IOptions<DocumentsOptions> options, TimeProvider clock, ILogger<AddDocuments> logger)
{
    private const int Steps = 10;

    /// <param name="name">The file's name with its path inside the folder it came from; the same name again replaces the document.</param>
    public async Task<IReadOnlyList<IntakeResult>> RunAsync(
        IntakeRequest request, string name, byte[] content, DateTimeOffset? datedAt, CancellationToken cancellationToken) =>
        await RunAsync(request, name, content, datedAt, null, cancellationToken);

    /// <param name="progress">Told now and then how many files of how many are done.</param>
    public async Task<IReadOnlyList<IntakeResult>> RunAsync(
        IntakeRequest request, string name, byte[] content, DateTimeOffset? datedAt, Func<int, int, Task>? progress, CancellationToken cancellationToken)
    {
        var files = expand.Run(name, content).ToList();
        var every = Math.Max(1, files.Count / Steps);
        var results = new List<IntakeResult>();
        foreach (var file in files)
        {
            if (progress is not null && results.Count % every == 0)
                await progress(results.Count, files.Count);
            results.Add(await TakeInAsync(request, file, datedAt, cancellationToken));
        }

        if (ReadFile.KindOf(name) == "zip" && files.TrueForAll(f => f.Name != name))
            await remove.RemoveOthersAsync(request.TenantId, request.Set, name, [.. files.Select(f => f.Name)], cancellationToken);

        return results;
    }

    private async Task<IntakeResult> TakeInAsync(IntakeRequest request, IncomingFile file, DateTimeOffset? datedAt, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var hash = SHA256.HashData(file.Content);
        var result = file.Problem is { } problem ? await FailAsync(request, file.Name, problem, cancellationToken)
            : await ReadNewAsync(request, file, hash, datedAt, cancellationToken);
        logger.FileTakenIn(request.TenantId, result.Outcome, result.Pieces, clock.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    private async Task<IntakeResult> ReadNewAsync(IntakeRequest request, IncomingFile file, byte[] hash, DateTimeOffset? datedAt, CancellationToken cancellationToken)
    {
        KnownBefore before;
        await using (var scope = await database.OpenAsync(request.TenantId, cancellationToken))
            before = await DocumentStore.BeforeAsync(scope, request.Set, file.Name, hash, cancellationToken);
        if (before.Document is { } known && known.Hash.AsSpan().SequenceEqual(hash))
        {
            return known.Name == file.Name ? new(file.Name, IntakeOutcome.Unchanged, known.Pieces)
                : new(file.Name, IntakeOutcome.Duplicate, known.Pieces, Note: known.Name);
        }

        return await ReadAndWriteAsync(request, file, hash, before.Serving, datedAt, cancellationToken);
    }

    private async Task<IntakeResult> ReadAndWriteAsync(
        IntakeRequest request, IncomingFile file, byte[] hash, ServingEmbedding serving, DateTimeOffset? datedAt, CancellationToken cancellationToken)
    {
        try
        {
            var text = await read.RunAsync(file.Name, file.Content, cancellationToken);
            var title = SplitDocument.TitleOf(text, Path.GetFileName(file.Name));
            var pieces = SplitDocument.Run(text, title);
            if (pieces.Count == 0)
                throw new UnreadableFileException(IntakeFailures.NoText);
            if (pieces.Count > options.Value.MostPieces)
                throw new UnreadableFileException(IntakeFailures.TooManyPieces(options.Value.MostPieces));
            var embedded = await embed.RunAsync(pieces, serving.Name, cancellationToken);
            await using var scope = await database.OpenAsync(request.TenantId, cancellationToken);
            var set = await DocumentStore.SetAsync(scope, request.Set, cancellationToken);
            var now = await DocumentStore.LockedAsync(scope, set, file.Name, hash, cancellationToken);
            if (now.Serving != serving)
                embedded = [.. embedded.Select(p => p with { Vector = default })];
            var before = now.Document;
            if (before?.Name == file.Name && before.FileId is { } old)
                await FileStore.DeleteAsync(scope, old, cancellationToken);
            var kept = await files.KeepAsync(scope, new(Path.GetFileName(file.Name), MediaTypeOf(file.Name), file.Content), cancellationToken);
            await DocumentStore.WriteAsync(
                scope,
                new()
                {
                    SetId = set, Name = file.Name, Title = title, Hash = hash, Bytes = file.Content.LongLength, Pages = text.Pages, Pieces = embedded,
                    FileId = kept.Id, EmbeddingId = serving.EmbeddingId, OwnerId = request.OwnerId, OwnerName = request.OwnerName, DatedAt = datedAt, ChangedAt = clock.GetUtcNow(),
                    KnowsWord = term => words.Has(request.TenantId, term),
                },
                cancellationToken);
            await scope.CommitAsync(cancellationToken);
            words.Add(request.TenantId, embedded.SelectMany(p => p.Index.Postings).Select(p => p.Term));
            return new(file.Name, before?.Name == file.Name ? IntakeOutcome.Replaced : IntakeOutcome.Added, pieces.Count, text.Pages);
        }
        catch (UnreadableFileException unreadable)
        {
            return await FailAsync(request, file.Name, unreadable.Message, cancellationToken);
        }
    }

    private static string MediaTypeOf(string name) => ReadFile.KindOf(name) switch
    {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        // Never text/html: what somebody sent must not run in the browser under our address.
        _ => "text/plain; charset=utf-8",
    };

    private async Task<IntakeResult> FailAsync(IntakeRequest request, string name, string problem, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(request.TenantId, cancellationToken);
        var set = await DocumentStore.SetAsync(scope, request.Set, cancellationToken);
        await DocumentStore.BookFailureAsync(scope, set, name, problem, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new(name, IntakeOutcome.Failed, Note: problem);
    }
}
