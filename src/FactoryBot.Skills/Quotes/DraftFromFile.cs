using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Drafts a quote of a file, or of a message with files. The request as it came stays with the quote.</summary>
internal sealed class DraftFromFile(FileStore files, DraftQuote draft)
{
    public async Task<SkillResult> RunAsync(string request, string? customer, Asker asker, CancellationToken cancellationToken)
    {
        var texts = new List<string> { request };
        var came = new List<NewFile>();
        foreach (var file in asker.Files)
        {
            if (await ReadAsync(file.Id, asker, cancellationToken) is not var (text, content))
                return QuoteFailures.UnreadableAttachment(file.Name);
            texts.Add(text);
            came.Add(content);
        }

        return await draft.RunAsync(string.Join("\n\n", texts), customer, Key(asker), came, asker, cancellationToken);
    }

    public async Task<SkillResult> OfFileAsync(string file, Asker asker, CancellationToken cancellationToken)
    {
        var name = asker.Files.FirstOrDefault(f => f.Id.ToString() == file)?.Name ?? "the file";
        return Guid.TryParse(file, out var id) && await ReadAsync(id, asker, cancellationToken) is var (text, content)
            ? await draft.RunAsync(text, null, Key(asker), [content], asker, cancellationToken)
            : QuoteFailures.UnreadableAttachment(name);
    }

    private async Task<(string Text, NewFile File)?> ReadAsync(Guid fileId, Asker asker, CancellationToken cancellationToken) =>
        await files.ReadAsync(asker.TenantId, fileId, cancellationToken) is { } content && await ReadAttachment.TextAsync(content, cancellationToken) is { } text
            ? (text, new(content.File.Name, content.File.MediaType, content.Content)) : null;

    // A turn that a crash cut off is run again; its quote must not be made twice.
    private static string Key(Asker asker) => "turn " + asker.TurnId.ToString("N");
}
