using System.Text.Json;
using FactoryBot.Skills.Files;
using FactoryBot.Turns;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>Takes what the page says into the turns, and shows it in the conversation as the client expects.</summary>
internal sealed class IntakeOfActivities(
    ITurnIntake intake, WebChatStore store, StreamHub hub, FileStore files, IOptions<FilesOptions> limits, TimeProvider time)
{
    /// <summary>Welcomes whoever opens the conversation, once.</summary>
    /// <returns>False where it was opened before.</returns>
    public async Task<bool> WelcomeAsync(WebConversation conversation)
    {
        var receipt = await intake.AcceptAsync(
            Message(conversation, "welcome", null) with { Kind = InboundKind.Joined }, CancellationToken.None);
        return receipt.Intake == Intake.Accepted;
    }

    /// <returns>The id of the activity, or why it was not taken.</returns>
    public async Task<(string Id, DirectLineError? Refused)> AcceptAsync(WebConversation conversation, PageActivity said, IReadOnlyList<Upload> uploads)
    {
        var source = "client:" + (said.ClientId ?? Guid.NewGuid().ToString("N"));
        if (said.Says == PageSays.Nothing)
            return (source, null);
        // The echo gets its place before the answer can come; the client takes it for the sign that its message has arrived.
        var (activityId, added) = said.Press is null
            ? await store.AppendAsync(conversation.Name, source, id => BotActivity.Echo(conversation, id, said, uploads, time.GetUtcNow()), CancellationToken.None)
            : (source, false);
        if (activityId is null)
            return ("", DirectLineError.Gone);
        var message = Message(conversation, source, activityId) with { Text = said.Text, Press = said.Press, Locale = said.Locale, Files = await KeepAsync(conversation, uploads) };
        var receipt = await intake.AcceptAsync(message, CancellationToken.None);
        if (receipt.Intake == Intake.Busy)
        {
            if (added)
                await store.RemoveAsync(conversation.Name, activityId, CancellationToken.None);
            return ("", DirectLineError.Busy);
        }
        hub.Wake(conversation.Name);
        return (activityId, null);
    }

    private async Task<IReadOnlyList<InboundFile>> KeepAsync(WebConversation conversation, IReadOnlyList<Upload> uploads)
    {
        var kept = new List<InboundFile>();
        foreach (var upload in uploads)
        {
            var file = await files.KeepAsync(
                conversation.TenantId, new(upload.Name, upload.MediaType, upload.Content, TimeSpan.FromHours(limits.Value.KeepHours)), CancellationToken.None);
            kept.Add(new() { Name = file.Name, MediaType = file.MediaType, Size = file.Size, Kept = file.Id });
        }
        return kept;
    }

    private InboundMessage Message(WebConversation conversation, string activityId, string? replyTo) => new()
    {
        Channel = WebChatChannel.ChannelName,
        TenantKey = conversation.TenantKey,
        ConversationId = conversation.Id,
        ActivityId = activityId,
        From = new(conversation.UserId, conversation.UserName),
        Reference = JsonSerializer.SerializeToElement(
            new WebReference(conversation.TenantId, conversation.Id, replyTo), WebChatJson.Default.WebReference),
        ReceivedAt = time.GetUtcNow(),
    };
}
