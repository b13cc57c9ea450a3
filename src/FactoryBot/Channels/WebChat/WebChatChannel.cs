using System.Text.Json;
using FactoryBot.Channels.WebChat.DirectLine;
using FactoryBot.Turns;

namespace FactoryBot.Channels.WebChat;

/// <summary>The way back to the page: into the stored conversation, from where every open page is sent it.</summary>
internal sealed class WebChatChannel(WebChatStore store, StreamHub hub, TimeProvider time) : IChannel, IProactiveChannel
{
    public const string ChannelName = "webchat";

    public string Name => ChannelName;

    public Task TypingAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Reference(message) is { } to)
            hub.Show(Of(to), BotActivity.Typing(to, time.GetUtcNow()));
        return Task.CompletedTask;
    }

    public async Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (Reference(message) is not { } to)
            return Delivery.Refused;
        // A thumb stays pressed by itself; only one that points down is asked why.
        if (FeedbackForm.IsDone(message))
            return Delivery.Sent;
        if (FeedbackForm.Asks(message) is { } form)
            reply = reply with { Result = reply.Result with { Text = FeedbackForm.Question, Card = form } };
        var (id, _) = await store.AppendAsync(
            Of(to), "turn:" + reply.TurnId.ToString("N"), id => BotActivity.Answer(to, id, reply, time.GetUtcNow()), cancellationToken);
        hub.Wake(Of(to));
        return id is null ? Delivery.Refused : Delivery.Sent;
    }

    /// <summary>A conversation of the page has one person: what goes to the person goes there.</summary>
    public async Task<Posted> PostAsync(
        JsonElement reference, PostTo where, OutboundReply reply, JsonElement? earlier, CancellationToken cancellationToken)
    {
        if ((earlier ?? reference).Deserialize(WebChatJson.Default.WebReference) is not { } to)
            return new(Delivery.Refused, null);
        to = to with { ReplyToId = null };
        if (to.Sent is { } sent && await store.ReplaceAsync(Of(to), sent, BotActivity.Answer(to, sent, reply, time.GetUtcNow()), cancellationToken))
        {
            hub.Wake(Of(to));
            return new(Delivery.Sent, earlier);
        }
        var (id, _) = await store.AppendAsync(
            Of(to), "notice:" + reply.TurnId.ToString("N"), id => BotActivity.Answer(to, id, reply, time.GetUtcNow()), cancellationToken);
        hub.Wake(Of(to));
        return id is null
            ? new(Delivery.Refused, null)
            : new(Delivery.Sent, JsonSerializer.SerializeToElement(to with { Sent = id }, WebChatJson.Default.WebReference));
    }

    private static WebReference? Reference(InboundMessage message) =>
        message.Reference is { } stored ? stored.Deserialize(WebChatJson.Default.WebReference) : null;

    private static ConversationName Of(WebReference to) => new(to.TenantId, to.ConversationId);
}
