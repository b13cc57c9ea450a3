using FactoryBot.Skills.Metrics.Cells;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>The machines, shifts or products of two sides with what each has of the difference, the largest first.</summary>
internal static class PartsInOrder
{
    /// <returns>None where there is one part only: it would say no more than the whole.</returns>
    public static IReadOnlyList<PartEffect> Of(PlantData plant, IReadOnlyList<Cell> before, IReadOnlyList<Cell> now, SplitBy by)
    {
        var effects = SplitChange.Parts(Sums(before), Sums(now));
        return effects.Count < 2 ? [] : [.. effects.OrderByDescending(part => Math.Abs(part.Effect)).ThenBy(part => part.Name, StringComparer.Ordinal)];

        Dictionary<string, OeeSums> Sums(IReadOnlyList<Cell> cells) =>
            new CellSplit(plant, cells).By(by).ToDictionary(part => part.Name, part => part.Sums, StringComparer.Ordinal);
    }
}
