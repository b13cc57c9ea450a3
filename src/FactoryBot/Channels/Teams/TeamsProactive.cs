using System.Text.Json;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Sends what nobody has just asked for, through a conversation reference that was stored earlier.</summary>
internal sealed class TeamsProactive(ConnectorClient connector, TeamsChannel channel)
{
    /// <summary>Sends into the conversation of the reference.</summary>
    public Task<Delivery> SendAsync(JsonElement reference, OutboundReply reply, CancellationToken cancellationToken) =>
        Read(reference) is { } to
            ? channel.SendAsync(to, reply, cancellationToken)
            : Task.FromResult(Delivery.Refused);

    /// <summary>Sends to the person of the reference alone, whatever conversation it came from. The chat with a person is always
    /// the same one, so asking for it twice does no harm.</summary>
    public async Task<Delivery> SendToPersonAsync(JsonElement reference, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (Read(reference) is not { User.Id.Length: > 0 } to)
            return Delivery.Refused;
        if (ActivityMapping.Scope(to.Conversation) == ConversationScope.Personal)
            return await channel.SendAsync(to, reply, cancellationToken);

        var output = new PooledBuffer(1024);
        using (var json = ActivityWriter.Over(output))
            ActivityWriter.PersonalConversation(json, to);
        var created = await connector.CreateConversationAsync(to, output.Written, cancellationToken);
        if (created.Delivery != Delivery.Sent)
            return created.Delivery;
        output.Dispose();
        if (created.Id is not { Length: > 0 } id)
            return Delivery.Refused;
        var personal = to with { Conversation = new() { Id = id, ConversationType = "personal", TenantId = to.TenantId } };
        return await channel.SendAsync(personal, reply, cancellationToken);
    }

    // What is stored replies to an old message; a message of the bot's own stands by itself.
    private static TeamsReference? Read(JsonElement reference) =>
        reference.Deserialize(TeamsJson.Default.TeamsReference) is { Conversation.Id.Length: > 0 } to
            ? to with { ActivityId = null, CardId = null }
            : null;
}
