using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Makes a member a viewer, an analyst, a manager, an admin or an owner.</summary>
internal sealed class SetRole(FactoryDatabase database, TenantChanges changes)
{
    private const int MostChoices = 4;

    public async Task<SkillResult> RunAsync(string name, string role, Asker asker, CancellationToken cancellationToken)
    {
        if (RoleNames.Read(role) is not { } wanted)
            return TenancyFailures.UnknownRole(role, [.. Enum.GetValues<Role>().Where(r => r <= asker.Role).Select(r => Choice(name, r))]);

        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        // Two owners who demote each other at the same moment must not both find the other one still there.
        await TenancyStore.LockAsync(scope, cancellationToken);
        var people = await TenancyStore.PeopleAsync(scope, cancellationToken);
        if (Named(people, name, asker) is not { } member)
            return TenancyFailures.UnknownMember(name, [.. People.Nearest(people, name, MostChoices).Select(p => Choice(p.Name, wanted) with { Title = p.Name })]);

        var own = people.FirstOrDefault(p => p.Id == asker.MemberId)?.Role ?? asker.Role;
        if (RoleRules.Refuse(own, member, wanted, people.Count(p => p.Role == Role.Owner)) is { } refusal)
            return refusal;
        if (member.Role == wanted)
            return Said($"{member.Name} is {RoleNames.Spoken(wanted)} already.", member, wanted);

        await TenancyStore.SetRoleAsync(scope, asker, member.Id, wanted, cancellationToken);
        await changes.CommitAsync(scope, asker, AuditActions.RoleChanged, cancellationToken);
        return Said($"{member.Name} is now {RoleNames.Spoken(wanted)} (before: {RoleNames.Stored(member.Role)}).", member, wanted);
    }

    private static Member? Named(IReadOnlyList<Member> people, string name, Asker asker) =>
        name.Trim().ToLowerInvariant() is "me" or "myself"
            ? people.FirstOrDefault(p => p.Id == asker.MemberId)
            : People.Find(people, name);

    private static Choice Choice(string name, Role role) => new(role.ToString(), $"Set the role of {name} to {RoleNames.Stored(role)}");

    private static SkillResult Said(string sentence, Member member, Role wanted) => new()
    {
        Status = ResultStatus.Answered,
        Text = sentence,
        Data = TenancyData.Change(member.Name, RoleNames.Stored(member.Role), RoleNames.Stored(wanted)),
        Card = TenancyCard.Change("Role", member.Name, member.Role.ToString(), wanted.ToString()),
        Choices = [new("Show members", "Show all members and their roles")],
    };
}
