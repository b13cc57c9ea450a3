using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Channels and groups in which requests are shown.</summary>
internal static class ApprovalPlaceStore
{
    public static async Task<IReadOnlyList<ApprovalPlace>> OfAsync(TenantScope scope, string kind, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(string RoomId, string ConversationId, Guid? RuleId, string? SetBy, DateTime At)>(new CommandDefinition(
            """
            select p.room_id, p.conversation_id, p.rule_id, m.name, p.at
            from approvals.place p left join tenancy.member m on m.member_id = p.set_by
            where p.kind = @kind order by p.at, p.place_id
            """,
            new { kind },
            cancellationToken: cancellationToken))).Select(p => new ApprovalPlace(p.RoomId, p.ConversationId, p.RuleId, p.SetBy ?? "somebody", p.At))];

    /// <returns>False where it was so before.</returns>
    public static async Task<bool> AddAsync(TenantScope scope, string kind, ApprovalPlace place, Asker asker, DateTimeOffset at, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into approvals.place (tenant_id, place_id, kind, room_id, conversation_id, rule_id, set_by, at)
            values (tenancy.current_tenant(), @id, @kind, @RoomId, @ConversationId, @RuleId, @MemberId, @at) on conflict do nothing
            """,
            new { id = Guid.NewGuid(), kind, place.RoomId, place.ConversationId, place.RuleId, asker.MemberId, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken)) == 1;

    /// <returns>How many there were.</returns>
    public static Task<int> RemoveAsync(TenantScope scope, string kind, string roomId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "delete from approvals.place where kind = @kind and room_id = @roomId", new { kind, roomId }, cancellationToken: cancellationToken));
}

/// <summary>A channel or group in which requests are shown.</summary>
/// <param name="ConversationId">Any conversation in it: the way to write there.</param>
/// <param name="RuleId">Only requests that this rule asks for; null: all.</param>
internal sealed record ApprovalPlace(string RoomId, string ConversationId, Guid? RuleId, string SetBy, DateTimeOffset At)
{
    public bool Takes(ApprovalRequest request) => RuleId is not { } rule || request.Needs.Any(n => n.RuleId == rule);
}
