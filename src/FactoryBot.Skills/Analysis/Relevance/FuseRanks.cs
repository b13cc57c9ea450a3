namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>Makes one order of several: what stands far up in one of them, or well in more than one, comes first. Scores of different kinds
/// are never set beside each other, only places.</summary>
internal static class FuseRanks
{
    private const double Damping = 20;

    public static IReadOnlyList<(T Item, double Score)> Of<T>(params IEnumerable<IEnumerable<T>> orders) where T : notnull
    {
        var scores = new Dictionary<T, double>();
        foreach (var order in orders)
        {
            foreach (var (item, place) in order.Select((item, place) => (item, place)))
                scores[item] = scores.GetValueOrDefault(item) + (1 / (Damping + place));
        }

        return [.. scores.OrderByDescending(s => s.Value).Select(s => (s.Key, s.Value))];
    }
}
