using System.Collections.Concurrent;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning;

/// <summary>Gathers what the planners know of the asker's tenant.</summary>
internal sealed class PlannerContexts(
    Offers offers, IEnumerable<IEntitySource> entitySources, IEnumerable<IDataRangeSource> rangeSources)
{
    private const int MostTenants = 2_000;

    private readonly IEntitySource[] names = [.. entitySources];
    private readonly ConcurrentDictionary<Guid, JoinedNames> joined = new();
    private readonly IDataRangeSource[] ranges = [.. rangeSources];

    public async ValueTask<PlannerContext> ForAsync(PlannerTurn turn, CancellationToken cancellationToken)
    {
        var entities = await EntitiesAsync(turn.Asker.TenantId, cancellationToken);
        var offer = offers.For(turn.Asker);
        return new() { Asker = turn.Asker, Locale = turn.Locale, Entities = entities, Tools = offer.Tools, NotOffered = offer.NotOffered };
    }

    // One list for as long as no source has a new one: vocabularies are kept with it.
    private async ValueTask<IReadOnlyList<Entity>> EntitiesAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var parts = new IReadOnlyList<Entity>[names.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = await names[i].EntitiesAsync(tenantId, cancellationToken);
        if (joined.TryGetValue(tenantId, out var known) && known.Parts.SequenceEqual(parts, ReferenceEqualityComparer.Instance))
            return known.All;
        if (joined.Count >= MostTenants)
            joined.Clear();
        var all = new JoinedNames(parts, [.. parts.SelectMany(p => p)]);
        joined[tenantId] = all;
        return all.All;
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

    private sealed record JoinedNames(IReadOnlyList<Entity>[] Parts, IReadOnlyList<Entity> All);
}
