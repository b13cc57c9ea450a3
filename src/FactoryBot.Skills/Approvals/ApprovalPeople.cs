using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Who of a tenant may decide a request now.</summary>
internal sealed class ApprovalPeople(IReadOnlyList<Member> people, IReadOnlyList<ApprovalKey> keys, IReadOnlyList<Delegation> delegations, DateTimeOffset at)
{
    public static async Task<ApprovalPeople> LoadAsync(TenantScope scope, DateTimeOffset at, CancellationToken cancellationToken) =>
        new(
            await ApprovalMemberStore.PeopleAsync(scope, cancellationToken),
            await ApprovalMemberStore.KeysAsync(scope, cancellationToken),
            await ApprovalStore.DelegationsAsync(scope, at, cancellationToken),
            at);

    public IReadOnlyList<Member> People => people;

    public bool May(Guid memberId, string permission) =>
        people.FirstOrDefault(p => p.Id == memberId) is { } member && Permissions.Of(member.Role).Contains(permission);

    public IEnumerable<Guid> Holders(string permission) => people.Where(p => Permissions.Of(p.Role).Contains(permission)).Select(p => p.Id);

    /// <summary>Names of those with a permission but for one; where no person has it, the keys that have.</summary>
    public IReadOnlyList<string> HolderNames(string permission, Guid? except) => Holders(permission).Where(m => m != except).Select(Name).ToArray() is { Length: > 0 } names
        ? names
        : [.. keys.Where(k => k.Member.Id != except && Permissions.Of(k.Member.Role).Contains(permission)).Select(k => k.Member.Name)];

    public bool MayDecide(ApprovalRequest request, Guid memberId) =>
        keys.FirstOrDefault(k => k.Member.Id == memberId) is { } key ? ByKey(request, key) : request.Case.MayDecide(memberId, May, delegations, at);

    /// <summary>The people who are asked.</summary>
    public IReadOnlyList<Member> Deciders(ApprovalRequest request) => [.. people.Where(p => MayDecide(request, p.Id))];

    /// <summary>Whom a request waits for: people; where there are none, the keys that may.</summary>
    public IReadOnlyList<string> Awaited(ApprovalRequest request) => Deciders(request) is { Count: > 0 } deciders
        ? [.. deciders.Select(d => d.Name)]
        : [.. keys.Where(k => ByKey(request, k)).Select(k => k.Member.Name)];

    /// <summary>Few by name, many by number.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        <= 3 => string.Join(", ", names.SkipLast(1)) + " or " + names[^1],
        _ => FormattableString.Invariant($"{names[0]}, {names[1]} or one of {names.Count - 2} others"),
    };

    public string Name(Guid memberId) => people.Concat(keys.Select(k => k.Member)).FirstOrDefault(p => p.Id == memberId)?.Name ?? "somebody";

    // A key whose maker asks is the asker's own hand; it decides by its role alone, for nobody who is away.
    private bool ByKey(ApprovalRequest request, ApprovalKey key) =>
        (request.Case with { RequestedBy = key.MadeBy == request.RequestedBy ? key.Member.Id : request.RequestedBy })
            .MayDecide(key.Member.Id, (who, permission) => who == key.Member.Id && Permissions.Of(key.Member.Role).Contains(permission), [], at);
}
