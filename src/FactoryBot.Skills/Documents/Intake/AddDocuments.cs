using System.Security.Cryptography;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Who takes files in, and into which set.</summary>
internal sealed record IntakeRequest
{
    public required Guid TenantId { get; init; }

    /// <summary>The set by name; made where there is none.</summary>
    public string Set { get; init; } = "General";

    public Guid? OwnerId { get; init; }
    public string OwnerName { get; init; } = "";

    /// <summary>The kept file that opens when a source is clicked; null where none was kept.</summary>
    public Guid? FileId { get; init; }
}

/// <summary>Takes files in: read, split, embed, write. A bad file is a result, not the end of the others.</summary>
internal sealed class AddDocuments(
    FactoryDatabase database, ExpandFiles expand, ReadFile read, EmbedPieces embed, IOptions<DocumentsOptions> options, TimeProvider clock, ILogger<AddDocuments> logger)
{
    /// <param name="name">The file's name with its path inside the folder it came from; the same name again replaces the document.</param>
    public async Task<IReadOnlyList<IntakeResult>> RunAsync(
        IntakeRequest request, string name, byte[] content, DateTimeOffset? datedAt, CancellationToken cancellationToken)
    {
        var results = new List<IntakeResult>();
        foreach (var file in expand.Run(name, content))
            results.Add(await TakeInAsync(request, file, datedAt, cancellationToken));
        return results;
    }

    private async Task<IntakeResult> TakeInAsync(IntakeRequest request, IncomingFile file, DateTimeOffset? datedAt, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var hash = SHA256.HashData(file.Content);
        var result = file.Problem is { } problem ? await FailAsync(request, file.Name, problem, cancellationToken)
            : await KnownAsync(request, file.Name, hash, cancellationToken) is { } known ? known
            : await ReadAndWriteAsync(request, file, hash, datedAt, cancellationToken);
        logger.FileTakenIn(request.TenantId, result.Outcome, result.Pieces, clock.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    private async Task<IntakeResult?> KnownAsync(IntakeRequest request, string name, byte[] hash, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(request.TenantId, cancellationToken);
        var set = await DocumentStore.SetAsync(scope, request.Set, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        await using var reading = await database.OpenAsync(request.TenantId, cancellationToken);
        return await DocumentStore.FindAsync(reading, set, name, hash, cancellationToken) is { } known && known.Hash.AsSpan().SequenceEqual(hash)
            ? known.Name == name ? new(name, IntakeOutcome.Unchanged, known.Pieces) : new(name, IntakeOutcome.Duplicate, known.Pieces, Note: known.Name)
            : null;
    }

    private async Task<IntakeResult> ReadAndWriteAsync(IntakeRequest request, IncomingFile file, byte[] hash, DateTimeOffset? datedAt, CancellationToken cancellationToken)
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
            var embedded = await embed.RunAsync(pieces, cancellationToken);
            await using var scope = await database.OpenAsync(request.TenantId, cancellationToken);
            var set = await DocumentStore.SetAsync(scope, request.Set, cancellationToken);
            await DocumentStore.LockAsync(scope, set, file.Name, cancellationToken);
            var before = await DocumentStore.FindAsync(scope, set, file.Name, hash, cancellationToken);
            await DocumentStore.WriteAsync(
                scope,
                new()
                {
                    SetId = set, Name = file.Name, Title = title, Hash = hash, Bytes = file.Content.LongLength, Pages = text.Pages, Pieces = embedded,
                    FileId = request.FileId, OwnerId = request.OwnerId, OwnerName = request.OwnerName, DatedAt = datedAt, ChangedAt = clock.GetUtcNow(),
                },
                cancellationToken);
            await scope.CommitAsync(cancellationToken);
            return new(file.Name, before?.Name == file.Name ? IntakeOutcome.Replaced : IntakeOutcome.Added, pieces.Count, text.Pages);
        }
        catch (UnreadableFileException unreadable)
        {
            return await FailAsync(request, file.Name, unreadable.Message, cancellationToken);
        }
    }

    private async Task<IntakeResult> FailAsync(IntakeRequest request, string name, string problem, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(request.TenantId, cancellationToken);
        var set = await DocumentStore.SetAsync(scope, request.Set, cancellationToken);
        await DocumentStore.BookFailureAsync(scope, set, name, problem, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new(name, IntakeOutcome.Failed, Note: problem);
    }
}
