using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

internal static class ApprovalMemberStore
{
    /// <summary>The people who are asked, named in rules and told of what was decided.</summary>
    public static async Task<IReadOnlyList<Member>> PeopleAsync(TenantScope scope, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(Guid Id, string Name, string Role)>(new CommandDefinition(
            "select member_id, name, role from tenancy.member where kind = 'person' order by name", cancellationToken: cancellationToken)))
            .Select(m => new Member(m.Id, m.Name, RoleNames.Parse(m.Role)))];

    /// <summary>Keys of the API and roles at the terminal: they may decide by their role, and nobody asks them.</summary>
    public static async Task<IReadOnlyList<ApprovalKey>> KeysAsync(TenantScope scope, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(Guid Id, string Name, string Role, Guid? CreatedBy)>(new CommandDefinition(
            """
            select m.member_id, m.name, m.role, k.created_by
            from tenancy.member m left join tenancy.api_key k on k.tenant_id = m.tenant_id and k.member_id = m.member_id
            where m.kind = 'key' and k.revoked_at is null
            order by m.name
            """,
            cancellationToken: cancellationToken))).Select(m => new ApprovalKey(new(m.Id, m.Name, RoleNames.Parse(m.Role)), m.CreatedBy))];
}

/// <param name="MadeBy">Who made the key; null: somebody at the host's command line.</param>
internal sealed record ApprovalKey(Member Member, Guid? MadeBy);
