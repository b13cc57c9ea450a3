using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>Sends what nobody has just asked for. The handle of a sent message is a reference again, with the message as the card that the next
/// one replaces.</summary>
internal sealed class SlackProactive(SlackChannel channel) : IProactiveChannel
{
    public string Name => SlackChannel.ChannelName;

    public async Task<Posted> PostAsync(
        JsonElement reference, PostTo where, OutboundReply reply, JsonElement? earlier, CancellationToken cancellationToken)
    {
        if ((earlier ?? reference).Deserialize(SlackJson.Default.SlackReference) is not { } to)
            return new(Delivery.Refused, null);
        if (earlier is null)
        {
            to = to with { Card = null, ResponseUrl = null };
            // Slack takes a person's id for the direct message with them.
            to = where switch
            {
                PostTo.Person => to with { Channel = to.User, Thread = null },
                PostTo.Top => to with { Thread = null },
                _ => to,
            };
        }
        var answer = await channel.SendAsync(to, reply, cancellationToken);
        var handle = answer.Ok && answer.Text("ts") is { } ts
            ? JsonSerializer.SerializeToElement(to with { Channel = answer.Text("channel") ?? to.Channel, Card = ts }, SlackJson.Default.SlackReference)
            : (JsonElement?)null;
        return new(answer.Delivery, handle);
    }
}
