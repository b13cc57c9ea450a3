using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>The way back to Teams, and to the other channels of the Bot Framework.</summary>
internal sealed class TeamsChannel(ConnectorClient connector, MessageFitter fitter, FileConsent consent, ILogger<TeamsChannel> log) : IChannel
{
    public const string ChannelName = "msteams";

    public string Name => ChannelName;

    public async Task TypingAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Reference(message) is not { } reference)
            return;
        using var output = new PooledBuffer(1024);
        using (var json = ActivityWriter.Over(output))
            ActivityWriter.Typing(json, reference);
        await connector.SendAsync(reference, output.Written, cancellationToken);
    }

    public async Task<Sending> SendAsync(InboundMessage message, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (message.Press?.Verb == FeedbackStore.Verb)
            return Delivery.Sent;
        if (Reference(message) is not { } reference)
            return Delivery.Refused;
        var answer = await SendAsync(reference, reply, cancellationToken);
        return new(answer.Delivery, answer.Id ?? reference.CardId);
    }

    /// <summary>Sends into a conversation: in place of the card that was pressed, as a reply to the message, or by itself.</summary>
    public async Task<ConnectorAnswer> SendAsync(TeamsReference reference, OutboundReply reply, CancellationToken cancellationToken)
    {
        var message = TeamsMessage.Of(reply, reference.ChannelId);
        var output = new PooledBuffer();
        fitter.Write(output, reference, message);
        var answer = await SendAsync(reference, output.Written, cancellationToken);
        if (answer.TooLarge && message.Card is not null)
        {
            fitter.WriteWords(output, reference, message);
            answer = await SendAsync(reference, output.Written, cancellationToken);
        }
        // After a failed call the transport may still be reading the bytes: then they are left to the garbage collector.
        if (answer.Delivery == Delivery.Sent)
            output.Dispose();
        // The answer has its link: where nobody can be asked about the file, nothing is missing.
        if (answer.Delivery == Delivery.Sent && reply.Result.File is { } file && FileConsent.CanAsk(reference))
            await consent.AskAsync(reference, file, cancellationToken);
        return answer;
    }

    private async Task<ConnectorAnswer> SendAsync(TeamsReference reference, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        if (reference.CardId is { Length: > 0 } card)
        {
            var updated = await connector.UpdateAsync(reference, card, activity, cancellationToken);
            if (!updated.Gone)
                return updated;
        }
        if (reference.ActivityId is { Length: > 0 } repliesTo)
        {
            var replied = await connector.ReplyAsync(reference, repliesTo, activity, cancellationToken);
            // A message that was deleted meanwhile cannot be replied to; its conversation may well be there.
            if (!replied.Gone)
                return replied;
        }
        return await connector.SendAsync(reference, activity, cancellationToken);
    }

    private TeamsReference? Reference(InboundMessage message)
    {
        if (message.Reference is { } stored && stored.Deserialize(TeamsJson.Default.TeamsReference) is { Conversation.Id.Length: > 0 } reference)
            return reference;
        log.NoReference();
        return null;
    }
}
