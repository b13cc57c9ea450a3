using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Tenancy;

internal static class LocalMemberStore
{
    /// <summary>Lets another channel know the member; nothing where it does.</summary>
    public static Task AddIdentityAsync(
        TenantScope scope, Guid memberId, string channel, string channelUserId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into tenancy.member_identity (tenant_id, channel, channel_user_id, member_id)
            values (@TenantId, @channel, @channelUserId, @memberId)
            on conflict do nothing
            """,
            new { scope.TenantId, channel, channelUserId, memberId },
            cancellationToken: cancellationToken));
}
