using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Tenancy;

/// <summary>By which ids the channels know a member.</summary>
internal static class IdentityStore
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

    /// <summary>The member whom any channel knows by this id; for ids that mean the same everywhere.</summary>
    public static Task<Guid?> OfAnyChannelAsync(TenantScope scope, string channelUserId, CancellationToken cancellationToken) =>
        scope.Connection.QueryFirstOrDefaultAsync<Guid?>(new CommandDefinition(
            "select member_id from tenancy.member_identity where tenant_id = @TenantId and channel_user_id = @channelUserId order by channel limit 1",
            new { scope.TenantId, channelUserId },
            cancellationToken: cancellationToken));

    /// <summary>Keeps the member's code, in place of an earlier one.</summary>
    public static Task KeepCodeAsync(TenantScope scope, Guid memberId, byte[] hash, DateTimeOffset expires, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into tenancy.link_code (tenant_id, member_id, hash, expires_at) values (@TenantId, @memberId, @hash, @expires)
            on conflict (tenant_id, member_id) do update set hash = excluded.hash, expires_at = excluded.expires_at
            """,
            new { scope.TenantId, memberId, hash, expires },
            cancellationToken: cancellationToken));

    /// <summary>The member who was shown the code, while it holds.</summary>
    public static async Task<Member?> OfCodeAsync(TenantScope scope, byte[] hash, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<(Guid Id, string Name, string Role)?>(new CommandDefinition(
            """
            select m.member_id, m.name, m.role
            from tenancy.link_code c
            join tenancy.member m on m.tenant_id = c.tenant_id and m.member_id = c.member_id
            where c.tenant_id = @TenantId and c.hash = @hash and c.expires_at > @at
            """,
            new { scope.TenantId, hash, at },
            cancellationToken: cancellationToken));
        return row is { } found ? new(found.Id, found.Name, RoleNames.Parse(found.Role)) : null;
    }

    /// <summary>Makes all ids of one member those of the member who was shown the code.</summary>
    public static Task<Guid?> JoinAsync(TenantScope scope, Guid joins, byte[] hash, DateTimeOffset at, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<Guid?>(new CommandDefinition(
            "select tenancy.join_member(@joins, @hash, @at)", new { joins, hash, at }, cancellationToken: cancellationToken));
}
