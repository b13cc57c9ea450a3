using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Opens threads in channels: a post that everybody there sees at the top, and that can be replied to.</summary>
internal sealed class TeamsThreads(ConnectorClient connector, MessageFitter fitter)
{
    /// <param name="to">Any conversation of the channel.</param>
    /// <returns>The reference of the post, as the card that the next one replaces; null where it was not posted.</returns>
    public async Task<(Delivery Delivery, TeamsReference? Thread)> StartAsync(TeamsReference to, OutboundReply reply, CancellationToken cancellationToken)
    {
        var id = ActivityMapping.Thread(to.Conversation.Id!).Channel;
        var channel = to with { User = null, ActivityId = null, CardId = null, Conversation = to.Conversation with { Id = id } };
        var message = TeamsMessage.Of(reply, to.ChannelId);
        var answer = await CreateAsync(channel, id, message, wordsOnly: false, cancellationToken);
        if (answer.TooLarge && message.Card is not null)
            answer = await CreateAsync(channel, id, message, wordsOnly: true, cancellationToken);
        if (answer.Delivery != Delivery.Sent)
            return (answer.Delivery, null);
        // Sent all the same where it cannot be found again: the next content is then a post of its own.
        return (Delivery.Sent, answer.Id is { Length: > 0 } thread && (answer.Body.Child("activityId").String() ?? ActivityMapping.Thread(thread).Post) is { Length: > 0 } post
            ? channel with { Conversation = channel.Conversation with { Id = thread }, CardId = post }
            : null);
    }

    private async Task<ConnectorAnswer> CreateAsync(TeamsReference channel, string channelId, TeamsMessage message, bool wordsOnly, CancellationToken cancellationToken)
    {
        using var activity = new PooledBuffer();
        if (wordsOnly)
            fitter.WriteWords(activity, channel, message);
        else
            fitter.Write(activity, channel, message);
        var output = new PooledBuffer();
        using (var json = ActivityWriter.Over(output))
            ActivityWriter.Thread(json, channel, channelId, activity.Written.Span);
        var answer = await connector.CreateConversationAsync(channel, output.Written, cancellationToken);
        // After a failed call the transport may still be reading the bytes.
        if (answer.Delivery == Delivery.Sent)
            output.Dispose();
        return answer;
    }
}
