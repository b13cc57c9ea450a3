using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>Reads what <see cref="TurnBatchStore"/> writes with the end of a turn.</summary>
internal sealed class SentMessageStore(FactoryDatabase database, TenantDirectory tenants) : ISentMessages
{
    private const string Turn = """
        select turn_id from turns.sent
        where tenant_id = @tenantId and conversation_id = @conversation and message_id = @messageId
        """;

    public async Task<Guid?> TurnOfAsync(string channel, string tenantKey, string conversationId, string messageId, CancellationToken cancellationToken)
    {
        if (await tenants.FindTenantAsync(TenantDirectory.StoredKey(channel, tenantKey), cancellationToken) is not { } tenantId)
            return null;
        var conversation = ConversationKey.Of(tenantId, channel, conversationId).Id;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<Guid?>(
            new(Turn, new { tenantId, conversation, messageId }, cancellationToken: cancellationToken));
    }
}
