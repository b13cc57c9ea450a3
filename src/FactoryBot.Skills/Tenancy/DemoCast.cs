using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>People of the demo plant, one for each kind of work, so that somebody who tries the product alone can ask as one of them
/// and decide as another.</summary>
internal sealed class DemoCast(FactoryDatabase database, AuditLog audit)
{
    public static IReadOnlyList<DemoPart> Parts { get; } =
    [
        new("operator", "Olu Adeyemi", "Operator", Role.Viewer),
        new("analyst", "Hana Sato", "Analyst", Role.Analyst),
        new("sales", "Sara Berg", "Sales engineer", Role.Analyst),
        new("manager", "Viktor Novak", "Manager", Role.Manager),
        new("owner", "Ingrid Holm", "Owner", Role.Owner),
    ];

    /// <summary>By its key; the owner where it is none of them.</summary>
    public static DemoPart Find(string? key) => Parts.FirstOrDefault(p => p.Key == key) ?? Parts[^1];

    /// <summary>By key or name; null where it is none of them.</summary>
    public static DemoPart? Named(string who) => Parts.FirstOrDefault(p =>
        p.Key.Equals(who.Trim(), StringComparison.OrdinalIgnoreCase) || p.Name.Equals(who.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes the member where the demo tenant does not have it yet.</summary>
    public async Task EnsureAsync(string channel, DemoPart part, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(TenantDirectory.DemoTenant, cancellationToken);
        if (await TenancyStore.FindByIdentityAsync(scope, channel, part.UserId, cancellationToken) is not null)
            return;
        await TenancyStore.LockAsync(scope, cancellationToken);
        if (await TenancyStore.FindByIdentityAsync(scope, channel, part.UserId, cancellationToken) is not null)
            return;
        if (await IdentityStore.OfAnyChannelAsync(scope, part.UserId, cancellationToken) is { } known)
        {
            // One person, wherever they are asked as: what they were asked to approve on the page waits for them at the terminal.
            await IdentityStore.AddIdentityAsync(scope, known, channel, part.UserId, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            return;
        }

        var free = MemberName.Free(part.Name, await TenancyStore.TakenNamesAsync(scope, part.Name, cancellationToken));
        await TenancyStore.AddMemberAsync(scope, new(Guid.NewGuid(), free, part.Role), "person", channel, part.UserId, cancellationToken);
        await audit.AppendAsync(
            scope, AuditActor.CommandLine, AuditActions.MemberJoined, free, AuditDetails.Joined(channel, part.Role), cancellationToken);
        await TenancyStore.AnnounceAsync(scope, onlyNames: true, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }
}

/// <param name="Key">How the page names it.</param>
/// <param name="Work">What the person does, as the page shows it.</param>
internal sealed record DemoPart(string Key, string Name, string Work, Role Role)
{
    /// <summary>Begins in a way by which a tenant's first real person is told from the cast.</summary>
    public string UserId => "cast:" + Key;
}
