using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Who of a tenant may decide a request now.</summary>
internal sealed class ApprovalPeople(IReadOnlyList<Member> people, IReadOnlyList<Delegation> delegations, DateTimeOffset at)
{
    public static async Task<ApprovalPeople> LoadAsync(TenantScope scope, DateTimeOffset at, CancellationToken cancellationToken) =>
        new(await ApprovalMemberStore.PeopleAsync(scope, cancellationToken), await ApprovalStore.DelegationsAsync(scope, at, cancellationToken), at);

    public IReadOnlyList<Member> People => people;

    public bool May(Guid memberId, string permission) =>
        people.FirstOrDefault(p => p.Id == memberId) is { } member && Permissions.Of(member.Role).Contains(permission);

    public IEnumerable<Guid> Holders(string permission) => people.Where(p => Permissions.Of(p.Role).Contains(permission)).Select(p => p.Id);

    public bool MayDecide(ApprovalRequest request, Guid memberId) => request.Case.MayDecide(memberId, May, delegations, at);

    public IReadOnlyList<Member> Deciders(ApprovalRequest request) => [.. people.Where(p => MayDecide(request, p.Id))];

    /// <summary>Few by name, many by number.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        <= 3 => string.Join(", ", names.SkipLast(1)) + " or " + names[^1],
        _ => FormattableString.Invariant($"{names[0]}, {names[1]} or one of {names.Count - 2} others"),
    };

    public string Name(Guid memberId) => people.FirstOrDefault(p => p.Id == memberId)?.Name ?? "somebody";
}
