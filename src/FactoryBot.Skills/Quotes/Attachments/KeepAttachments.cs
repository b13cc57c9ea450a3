using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Quotes.Attachments;

/// <summary>Keeps files with a quote and shows them. They are for the people inside: nothing of them goes into the document, so they need no approval.</summary>
internal sealed class KeepAttachments(FactoryDatabase database, FileStore files, FileLinks links, AuditLog audit, TimeProvider time)
{
    private const int Most = 50;
    private const int MostButtons = 5;
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(30);

    /// <param name="number">Null: the quote that the asker worked on last.</param>
    public async Task<SkillResult> AddAsync(string? number, IReadOnlyList<NewFile> given, Asker asker, CancellationToken cancellationToken)
    {
        if (given.Count == 0)
            return QuoteFailures.NoFileSent();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        if ((await AttachmentStore.OfAsync(scope, quote.QuoteId, cancellationToken)).Count + given.Count > Most)
            return QuoteFailures.TooManyFiles(quote, Most);
        await KeepAsync(scope, quote.QuoteId, given, asker, cancellationToken);
        await audit.AppendAsync(scope, AuditActor.Of(asker), "quote.file_added", quote.Number, $$"""{"files":{{given.Count}}}""", cancellationToken);
        var all = await AttachmentStore.OfAsync(scope, quote.QuoteId, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return Shown(quote, all, $"{string.Join(", ", given.Select(g => g.Name))} {(given.Count == 1 ? "is" : "are")} kept with {quote.Number}.", asker);
    }

    /// <summary>Files that came with the message that is answered; those of an earlier one where it has none.</summary>
    public async Task<SkillResult> AddSentAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        var given = new List<NewFile>();
        foreach (var file in asker.Files.Count > 0 ? asker.Files : asker.EarlierFiles)
        {
            if (await files.ReadAsync(asker.TenantId, file.Id, cancellationToken) is { } content)
                given.Add(new(content.File.Name, content.File.MediaType, content.Content));
        }

        return await AddAsync(number, given, asker, cancellationToken);
    }

    /// <summary>As part of the caller's unit of work.</summary>
    public async Task KeepAsync(TenantScope scope, Guid quoteId, IReadOnlyList<NewFile> given, Asker asker, CancellationToken cancellationToken)
    {
        foreach (var file in given)
            await AttachmentStore.AddAsync(scope, quoteId, await files.KeepAsync(scope, file with { Life = null }, cancellationToken), asker.MemberId, time.GetUtcNow(), cancellationToken);
    }

    public async Task<SkillResult> ShowAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        var all = await AttachmentStore.OfAsync(scope, quote.QuoteId, cancellationToken);
        return all.Count == 0 ? QuoteFailures.NoFiles(quote) : Shown(quote, all, null, asker);
    }

    /// <summary>The file itself, where it belongs to the quote.</summary>
    public async Task<FileContent?> ReadAsync(string number, Guid fileId, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await QuoteStore.ByNumberAsync(scope, number, cancellationToken) is { } quote
            && (await AttachmentStore.OfAsync(scope, quote.QuoteId, cancellationToken)).Any(a => a.FileId == fileId)
                ? await files.ReadAsync(asker.TenantId, fileId, cancellationToken) : null;
    }

    public async Task<SkillResult> RemoveAsync(string? number, Guid fileId, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        if (!await AttachmentStore.RemoveAsync(scope, quote.QuoteId, fileId, cancellationToken))
            return QuoteFailures.NoFiles(quote);
        await FileStore.DeleteAsync(scope, fileId, cancellationToken);
        await audit.AppendAsync(scope, AuditActor.Of(asker), "quote.file_removed", quote.Number, $$"""{"file":"{{fileId}}"}""", cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new() { Status = ResultStatus.Answered, Text = $"The file is no longer kept with {quote.Number}.", Choices = [new("Attachments", $"Attachments of {quote.Number}")] };
    }

    private SkillResult Shown(Quote quote, IReadOnlyList<Attachment> all, string? said, Asker asker)
    {
        var text = $"{(said is null ? "" : said + " ")}{quote.Number} has {(all.Count == 1 ? "one file" : QuoteText.Number(all.Count) + " files")}: {string.Join(", ", all.Take(8).Select(a => a.Name))}. {(all.Count == 1 ? "It is" : "They are")} not part of the document that goes to the customer.";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = JsonSerializer.SerializeToElement([.. all], AttachmentJson.Default.IReadOnlyListAttachment),
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading($"Files of {quote.Number}"),
                    Table.Of(
                        [TableColumn.Left(6), TableColumn.Right(2), TableColumn.Left(4), TableColumn.Left(3)],
                        ["File", "Size", "By", "Since"],
                        all.Select(a => (IReadOnlyList<CardText>)[a.Name, Size(a.Size), a.AddedBy, QuoteText.Day(DateOnly.FromDateTime(a.AddedAt.UtcDateTime))])),
                ],
                Actions = [.. all.TakeLast(MostButtons).Select(a => links.Button(a.Name, asker.TenantId, new(a.FileId, a.Name, "", a.Size), LinkLife))],
                FallbackText = text, Lang = "en",
            },
        };
    }

    private static string Size(long bytes) => bytes < 1 << 20 ? FormattableString.Invariant($"{Math.Max(1, bytes >> 10)} KB") : FormattableString.Invariant($"{bytes / (double)(1 << 20):0.0} MB");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Attachment>))]
internal sealed partial class AttachmentJson : JsonSerializerContext;
