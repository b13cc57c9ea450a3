using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

internal sealed class ConversationStore(FactoryDatabase database, TenantDirectory tenants) : IConversations
{
    private const string Forget = """
        update turns.conversation set reference = null
        where tenant_id = @tenantId and (conversation_id = @conversation or starts_with(conversation_id, @thread))
        """;

    public async Task ForgetAsync(string channel, string tenantKey, string conversationId, CancellationToken cancellationToken)
    {
        // Looked up only: an organisation that takes the bot away does not become a tenant by it.
        if (await tenants.FindTenantAsync(TenantDirectory.StoredKey(channel, tenantKey), cancellationToken) is not { } tenantId)
            return;
        var conversation = ConversationKey.Of(tenantId, channel, conversationId).Id;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            Forget, new { tenantId, conversation, thread = conversation + ";messageid=" }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }
}
