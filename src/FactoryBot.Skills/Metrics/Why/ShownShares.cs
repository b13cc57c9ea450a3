namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Rounds parts so that what is shown adds up to the whole as it is shown: the parts with the greatest remainder are rounded up.</summary>
internal static class ShownShares
{
    /// <param name="digits">Decimal places of a point of OEE.</param>
    /// <returns>In points, in the order of the parts.</returns>
    public static IReadOnlyList<decimal> Points(IReadOnlyList<decimal> parts, int digits)
    {
        if (parts.Count == 0)
            return [];
        var step = 1m;
        for (var i = 0; i < digits; i++)
            step /= 10;
        var whole = Math.Round(parts.Sum() * 100, digits, MidpointRounding.AwayFromZero);
        var floors = parts.Select(part => Math.Floor(part * 100 / step) * step).ToArray();
        var left = (int)Math.Round((whole - floors.Sum()) / step);
        foreach (var (index, _) in parts.Select((part, index) => (index, Over: part * 100 - floors[index])).OrderByDescending(p => p.Over).ThenBy(p => p.index).Take(left))
            floors[index] += step;
        return floors;
    }
}
