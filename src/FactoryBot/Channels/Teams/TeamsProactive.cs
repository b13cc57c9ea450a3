using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Sends what nobody has just asked for, through a conversation reference that was stored earlier. The handle of a sent message is such a
/// reference again, with the message's id as the card that the next one replaces.</summary>
internal sealed class TeamsProactive(ConnectorClient connector, TeamsChannel channel, TeamsThreads threads) : IProactiveChannel
{
    public string Name => TeamsChannel.ChannelName;

    public async Task<Posted> PostAsync(
        JsonElement reference, PostTo where, OutboundReply reply, JsonElement? earlier, CancellationToken cancellationToken)
    {
        if (earlier is { } handle && handle.Deserialize(TeamsJson.Default.TeamsReference) is { Conversation.Id.Length: > 0 } sent)
            return await SendAsync(sent, reply, cancellationToken);
        if (Read(reference) is not { } to)
            return new(Delivery.Refused, null);
        if (where == PostTo.Top && ActivityMapping.Scope(to.Conversation) == ConversationScope.Channel)
        {
            var (started, thread) = await threads.StartAsync(to, reply, cancellationToken);
            return new(started, thread is null ? null : JsonSerializer.SerializeToElement(thread, TeamsJson.Default.TeamsReference));
        }
        if (where != PostTo.Person || ActivityMapping.Scope(to.Conversation) == ConversationScope.Personal)
            return await SendAsync(to, reply, cancellationToken);
        var (delivery, personal) = await PersonalAsync(to, cancellationToken);
        return personal is null ? new(delivery, null) : await SendAsync(personal, reply, cancellationToken);
    }

    private async Task<Posted> SendAsync(TeamsReference to, OutboundReply reply, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(to, reply, cancellationToken);
        return new(answer.Delivery, answer.Delivery == Delivery.Sent ? Handle(to, answer.Id ?? to.CardId) : null);
    }

    // The chat with a person is always the same one, so asking for it twice does no harm.
    private async Task<(Delivery Delivery, TeamsReference? Personal)> PersonalAsync(TeamsReference to, CancellationToken cancellationToken)
    {
        if (to.User is not { Id.Length: > 0 })
            return (Delivery.Refused, null);
        var output = new PooledBuffer(1024);
        using (var json = ActivityWriter.Over(output))
            ActivityWriter.PersonalConversation(json, to);
        var created = await connector.CreateConversationAsync(to, output.Written, cancellationToken);
        if (created.Delivery != Delivery.Sent)
            return (created.Delivery, null);
        output.Dispose();
        return created.Id is { Length: > 0 } id
            ? (Delivery.Sent, to with { Conversation = new() { Id = id, ConversationType = "personal", TenantId = to.TenantId } })
            : (Delivery.Refused, null);
    }

    private static JsonElement? Handle(TeamsReference to, string? activityId) => activityId is { Length: > 0 }
        ? JsonSerializer.SerializeToElement(to with { ActivityId = null, CardId = activityId }, TeamsJson.Default.TeamsReference)
        : null;

    // What is stored replies to an old message; a message of the bot's own stands by itself.
    private static TeamsReference? Read(JsonElement reference) =>
        reference.Deserialize(TeamsJson.Default.TeamsReference) is { Conversation.Id.Length: > 0 } to
            ? to with { ActivityId = null, CardId = null }
            : null;
}
