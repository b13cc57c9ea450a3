using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Who sits at the terminal. Whoever can start the program on the plant's database may be anybody in it: a role, a
/// member by name, or one of the demo plant's people.</summary>
internal sealed class LocalMembers(FactoryDatabase database, AuditLog audit, DemoCast cast)
{
    /// <param name="who">A role or a member's name.</param>
    /// <returns>The id by which the channel knows the member; null where nobody has the name.</returns>
    public async Task<string?> FindAsync(Guid tenantId, string channel, string who, CancellationToken cancellationToken)
    {
        if (tenantId == TenantDirectory.DemoTenant && RoleNames.Read(who) is null && DemoCast.Named(who) is { } part)
        {
            await cast.EnsureAsync(channel, part, cancellationToken);
            return part.UserId;
        }

        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var userId = RoleNames.Read(who) is { } role
            ? await HolderAsync(scope, channel, role, cancellationToken)
            : await MemberAsync(scope, channel, who, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return userId;
    }

    private async Task<string> HolderAsync(TenantScope scope, string channel, Role role, CancellationToken cancellationToken)
    {
        var userId = "cli:" + RoleNames.Stored(role);
        if (await TenancyStore.FindByIdentityAsync(scope, channel, userId, cancellationToken) is { } known)
        {
            if (known.Role != role)
                await TenancyStore.SetLocalRoleAsync(scope, known.Id, role, cancellationToken);
            return userId;
        }
        await TenancyStore.LockAsync(scope, cancellationToken);
        var name = $"Local {RoleNames.Stored(role)}";
        var free = MemberName.Free(name, await TenancyStore.TakenNamesAsync(scope, name, cancellationToken));
        var member = new Member(Guid.NewGuid(), free, role);
        // No person: the first person of a tenant becomes its owner, and that is not the one who tried the program out.
        await TenancyStore.AddMemberAsync(scope, member, "key", channel, userId, cancellationToken);
        await audit.AppendAsync(
            scope, AuditActor.CommandLine, AuditActions.MemberJoined, free, AuditDetails.Joined(channel, role), cancellationToken);
        return userId;
    }

    private static async Task<string?> MemberAsync(TenantScope scope, string channel, string name, CancellationToken cancellationToken)
    {
        var people = await TenancyStore.PeopleAsync(scope, cancellationToken);
        if (people.FirstOrDefault(m => m.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } member)
            return null;
        var userId = $"cli:{member.Id}";
        await IdentityStore.AddIdentityAsync(scope, member.Id, channel, userId, cancellationToken);
        return userId;
    }
}
