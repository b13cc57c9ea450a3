using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Turns;

/// <summary>How members and conversations are written to when nobody has just asked.</summary>
internal sealed class ReachStore(FactoryDatabase database)
{
    /// <summary>Keeps a way to a member. A chat with the bot is never given up for a group's.</summary>
    public async Task KeepAsync(
        Guid tenantId, Guid memberId, InboundMessage message, string conversationId, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into turns.reach as r (tenant_id, member_id, channel, personal, conversation_id, reference, seen_at)
            values (@tenantId, @memberId, @Channel, @personal, @conversationId, @reference::jsonb, @ReceivedAt)
            on conflict (tenant_id, member_id, channel) do update
            set personal = excluded.personal, conversation_id = excluded.conversation_id, reference = excluded.reference, seen_at = excluded.seen_at
            where excluded.personal or not r.personal
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql,
            new
            {
                tenantId,
                memberId,
                message.Channel,
                personal = message.Scope == ConversationScope.Personal,
                conversationId,
                reference = message.Reference!.Value.GetRawText(),
                message.ReceivedAt,
            },
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>The ways to a member, the one last used first.</summary>
    public Task<IReadOnlyList<Way>> OfMemberAsync(Guid tenantId, Guid memberId, CancellationToken cancellationToken) => ReadAsync(
        tenantId,
        "select channel, personal, reference::text as reference from turns.reach where tenant_id = @tenantId and member_id = @memberId order by seen_at desc",
        new { tenantId, memberId },
        cancellationToken);

    /// <summary>The way into a conversation, where the bot is still in it.</summary>
    public Task<IReadOnlyList<Way>> OfConversationAsync(Guid tenantId, string conversationId, CancellationToken cancellationToken) => ReadAsync(
        tenantId,
        """
        select channel, false as personal, reference::text as reference
        from turns.conversation
        where tenant_id = @tenantId and conversation_id = @conversationId and reference is not null
        """,
        new { tenantId, conversationId },
        cancellationToken);

    private async Task<IReadOnlyList<Way>> ReadAsync(Guid tenantId, string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var rows = await scope.Connection.QueryAsync<(string Channel, bool Personal, string Reference)>(
            new(sql, parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(r => new Way(r.Channel, r.Personal, JsonElement.Parse(r.Reference)))];
    }
}

/// <summary>One way to a member or into a conversation.</summary>
/// <param name="Personal">Whether the reference is that of a chat between the member and the bot.</param>
internal sealed record Way(string Channel, bool Personal, JsonElement Reference);
