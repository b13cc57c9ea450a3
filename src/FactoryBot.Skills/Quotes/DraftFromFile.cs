using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Drafts a quote of a file, or of a message with files.</summary>
internal sealed class DraftFromFile(FileStore files, DraftQuote draft)
{
    public async Task<SkillResult> RunAsync(string request, string? customer, Asker asker, CancellationToken cancellationToken)
    {
        var texts = new List<string> { request };
        foreach (var file in asker.Files)
        {
            if (await TextAsync(file.Id, asker, cancellationToken) is not { } text)
                return QuoteFailures.UnreadableAttachment(file.Name);
            texts.Add(text);
        }

        return await draft.RunAsync(string.Join("\n\n", texts), customer, Key(asker), asker, cancellationToken);
    }

    public async Task<SkillResult> OfFileAsync(string file, Asker asker, CancellationToken cancellationToken)
    {
        var name = asker.Files.FirstOrDefault(f => f.Id.ToString() == file)?.Name ?? "the file";
        return Guid.TryParse(file, out var id) && await TextAsync(id, asker, cancellationToken) is { } text
            ? await draft.RunAsync(text, null, Key(asker), asker, cancellationToken)
            : QuoteFailures.UnreadableAttachment(name);
    }

    private async Task<string?> TextAsync(Guid fileId, Asker asker, CancellationToken cancellationToken) =>
        await files.ReadAsync(asker.TenantId, fileId, cancellationToken) is { } content ? await ReadAttachment.TextAsync(content, cancellationToken) : null;

    // A turn that a crash cut off is run again; its quote must not be made twice.
    private static string Key(Asker asker) => "turn " + asker.TurnId.ToString("N");
}
