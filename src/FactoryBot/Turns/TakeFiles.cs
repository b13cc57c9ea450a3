using FactoryBot.Skills.Files;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Options;

namespace FactoryBot.Turns;

/// <summary>Brings the files of a message from its channel into the product, before anything is planned.</summary>
internal sealed class TakeFiles(
    IEnumerable<IFileChannel> channels, FileStore files, SentFileStore sent, IOptions<FilesOptions> options, ILogger<TakeFiles> log)
{
    private const long Megabyte = 1024 * 1024;
    private readonly Dictionary<string, IFileChannel> byName = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly FilesOptions limits = options.Value;

    /// <returns>The kept files, or why one of them could not be taken.</returns>
    public async Task<TakenFiles> TakeAsync(OpenTurn turn, CancellationToken cancellationToken)
    {
        var message = turn.Message;
        if (message.Files.Count > limits.MostPerMessage)
            return new([], TurnFailures.TooManyFiles(limits.MostPerMessage));
        var kept = new List<StoredFile>(message.Files.Count);
        foreach (var file in message.Files)
        {
            if (file.Kept is { } id)
            {
                kept.Add(new(id, file.Name, file.MediaType, file.Size ?? 0));
                continue;
            }

            if (file.Size > limits.LargestMegabytes * Megabyte)
                return new([], TurnFailures.FileTooLarge(file.Name, limits.LargestMegabytes));
            var content = byName.TryGetValue(message.Channel, out var channel)
                ? await channel.FetchAsync(message, file, limits.LargestMegabytes * Megabyte, cancellationToken)
                : null;
            if (content is null)
            {
                log.FileNotFetched(turn.TurnId, message.Channel);
                return new([], TurnFailures.FileNotFetched(file.Name, limits.LargestMegabytes));
            }

            kept.Add(await files.KeepAsync(
                turn.Conversation.TenantId,
                new(file.Name, file.MediaType, content, TimeSpan.FromHours(limits.KeepHours)),
                cancellationToken));
        }

        await sent.KeepAsync(turn, kept, cancellationToken);
        return new(kept, null);
    }

    /// <summary>The files that were last sent in the conversation.</summary>
    public Task<IReadOnlyList<StoredFile>> LastAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        sent.LastAsync(conversation, cancellationToken);
}

/// <param name="Why">Why a file could not be taken; null where all could.</param>
internal sealed record TakenFiles(IReadOnlyList<StoredFile> Files, SkillResult? Why);
