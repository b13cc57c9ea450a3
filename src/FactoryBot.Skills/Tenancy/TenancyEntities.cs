using System.Runtime.CompilerServices;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The names of members, roles and modules, for the planner.</summary>
internal sealed class TenancyEntities(People people) : IEntitySource
{
    private static readonly IReadOnlyList<Entity> Fixed =
    [
        .. Enum.GetValues<Role>().Select(r => new Entity(SlotKind.Role, RoleNames.Stored(r), RoleNames.AliasesOf(r))),
        .. Modules.All.Select(m => new Entity(SlotKind.Module, m)),
    ];

    private readonly ConditionalWeakTable<IReadOnlyList<Member>, IReadOnlyList<Entity>> lists = [];

    public async ValueTask<IReadOnlyList<Entity>> EntitiesAsync(Guid tenantId, CancellationToken cancellationToken) =>
        lists.GetValue(await people.OfAsync(tenantId, cancellationToken), Of);

    private static IReadOnlyList<Entity> Of(IReadOnlyList<Member> members)
    {
        var firstNames = members.CountBy(People.FirstName, StringComparer.OrdinalIgnoreCase)
            .Where(n => n.Value == 1)
            .Select(n => n.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Fixed,
            .. members.Select(m => People.FirstName(m) is var first && first != m.Name && firstNames.Contains(first)
                ? new Entity(SlotKind.Member, m.Name, first)
                : new Entity(SlotKind.Member, m.Name)),
        ];
    }
}
