using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>The parts worth a look for each line: first by the rarest terms of every line, then by the long lists for those lines that need them.</summary>
internal static class Leaders
{
    /// <returns>For each plan the parts that share most with it, the best first.</returns>
    public static async Task<IReadOnlyList<int>[]> ReadAsync(TenantScope scope, CatalogueState state, IReadOnlyList<PlannedGroup[]> plans, CancellationToken cancellationToken)
    {
        var leaders = new IReadOnlyList<int>?[plans.Count];
        await CountAsync(Candidates.First);
        await CountAsync(plan => plan);
        return [.. leaders.Select(l => l ?? [])];

        async Task CountAsync(Func<PlannedGroup[], PlannedGroup[]> stretch)
        {
            var open = Enumerable.Range(0, plans.Count).Where(i => leaders[i] is null).Select(i => (Line: i, Plan: stretch(plans[i]))).ToArray();
            if (open.Length == 0)
                return;
            var terms = open.SelectMany(o => o.Plan).SelectMany(g => g.Terms).ToHashSet(StringComparer.Ordinal);
            var postings = await KeptPostings.ReadAsync(scope, CatalogueEdition.Of(scope, state), terms, cancellationToken);
            foreach (var (line, plan) in open)
                leaders[line] = new Candidates(state.NextPartNo, state.Parts).Lead(plan, plan.Length == plans[line].Length, postings);
        }
    }
}
