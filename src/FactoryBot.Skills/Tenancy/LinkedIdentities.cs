using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Makes a member known in a second channel, so that one person keeps one role and one name wherever they ask.</summary>
internal sealed class LinkedIdentities(FactoryDatabase database)
{
    /// <summary>Whoever calls has found out that both are the same person. Nothing happens where the channel knows the id already.</summary>
    public async Task LinkAsync(Guid tenantId, Guid memberId, string channel, string channelUserId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await IdentityStore.AddIdentityAsync(scope, memberId, channel, channelUserId, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }
}
