using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>The people who can decide; keys of the API are none.</summary>
internal static class ApprovalMemberStore
{
    public static async Task<IReadOnlyList<Member>> PeopleAsync(TenantScope scope, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(Guid Id, string Name, string Role)>(new CommandDefinition(
            "select member_id, name, role from tenancy.member where kind = 'person' order by name", cancellationToken: cancellationToken)))
            .Select(m => new Member(m.Id, m.Name, RoleNames.Parse(m.Role)))];
}
