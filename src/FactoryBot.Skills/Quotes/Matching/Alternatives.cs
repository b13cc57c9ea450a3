using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Parts that are like one of the catalogue: same kind of thing, most of its sizes and words, with what differs.</summary>
internal static class Alternatives
{
    private const int Most = 60;
    private const decimal Least = 0.5m;

    /// <returns>The nearest first.</returns>
    public static async Task<IReadOnlyList<Alternative>> ToAsync(TenantScope scope, Part part, CancellationToken cancellationToken)
    {
        var state = await CatalogueStore.StateAsync(scope, cancellationToken);
        var features = ReadFeatures.Of($"{part.Description} {part.Material} {part.Standard} {part.Dimensions}").Where(f => !f.IsWeak).ToArray();
        var groups = Candidates.Groups(features);
        var counts = await MatchStore.CountsAsync(scope, groups.SelectMany(g => g.Terms).ToHashSet(StringComparer.Ordinal), cancellationToken);
        var plan = Candidates.Plan(groups, counts).ToArray();
        var leaders = await Leaders.ReadAsync(scope, state, [plan], cancellationToken);
        var near = await MatchStore.PartsAsync(scope, [.. leaders[0].Take(Most)], cancellationToken);
        // What it is must be the same; a nut is no alternative to a bolt of its size.
        var kind = features.Where(f => f.Class == WordClass.Product).ToArray();
        return [.. near.Where(p => p.PartNo != part.PartNo)
            .Select(p => (Part: p, Fit: Fit.Of(features, p, PartTerms.Of(p), _ => 1)))
            .Where(x => x.Fit.Score >= Least && !kind.Any(x.Fit.Missing.Contains))
            .OrderByDescending(x => x.Fit.Score).ThenBy(x => x.Part.Number, StringComparer.Ordinal)
            .Select(x => new Alternative(x.Part, x.Fit.Score, [.. x.Fit.Missing]))];
    }
}

/// <param name="Lacks">What the other part has and this one does not say.</param>
internal sealed record Alternative(Part Part, decimal Score, IReadOnlyList<Feature> Lacks);
