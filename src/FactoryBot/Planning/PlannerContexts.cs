using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning;

/// <summary>Gathers what the planners know of the asker's tenant.</summary>
internal sealed class PlannerContexts(
    SkillCatalog catalog, IEnumerable<IEntitySource> entitySources, IEnumerable<IDataRangeSource> rangeSources)
{
    private readonly IEntitySource[] names = [.. entitySources];
    private readonly IDataRangeSource[] ranges = [.. rangeSources];

    public async ValueTask<PlannerContext> ForAsync(PlannerTurn turn, CancellationToken cancellationToken)
    {
        var entities = new List<Entity>();
        foreach (var source in names)
            entities.AddRange(await source.EntitiesAsync(turn.Asker.TenantId, cancellationToken));
        return new()
        {
            Asker = turn.Asker,
            Locale = turn.Locale,
            Entities = entities,
            NotOffered = [.. catalog.All
                .Select(f => (Function: f, Why: PlanningFailures.WhyNot(f, turn.Asker)))
                .Where(f => f.Why is not null)
                .Select(f => new NotOffered(f.Function, f.Why!))],
        };
    }

    public async ValueTask<DataRange?> RangeAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        DataRange? all = null;
        foreach (var source in ranges)
        {
            if (await source.RangeAsync(tenantId, cancellationToken) is { } range)
                all = all is null ? range : new(Min(all.From, range.From), Max(all.To, range.To));
        }
        return all;
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
