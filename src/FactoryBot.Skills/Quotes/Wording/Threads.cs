using System.Collections.Frozen;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Threads of inch screws, and the pitches that a metric size can have.</summary>
internal static class Threads
{
    private static readonly FrozenSet<string> Inch = FrozenSet.ToFrozenSet(
    [
        "0-80", "1-64", "1-72", "2-56", "2-64", "3-48", "3-56", "4-40", "4-48", "5-40", "5-44", "6-32", "6-40", "8-32", "8-36", "10-24", "10-32", "12-24", "12-28",
        "1/4-20", "1/4-28", "5/16-18", "5/16-24", "3/8-16", "3/8-24", "7/16-14", "7/16-20", "1/2-13", "1/2-20", "9/16-12", "9/16-18", "5/8-11", "5/8-18",
        "3/4-10", "3/4-16", "7/8-9", "7/8-14", "1-8", "1-12", "1-14",
    ],
    StringComparer.Ordinal);

    private static readonly FrozenDictionary<decimal, decimal[]> Pitches = new Dictionary<decimal, decimal[]>
    {
        [1.6m] = [0.35m], [2] = [0.4m], [2.5m] = [0.45m], [3] = [0.5m], [4] = [0.7m], [5] = [0.8m], [6] = [1m, 0.75m], [8] = [1.25m, 1m, 0.75m],
        [10] = [1.5m, 1.25m, 1m], [12] = [1.75m, 1.5m, 1.25m, 1m], [14] = [2m, 1.5m], [16] = [2m, 1.5m, 1m], [18] = [2.5m, 1.5m], [20] = [2.5m, 2m, 1.5m],
        [22] = [2.5m, 1.5m], [24] = [3m, 2m, 1.5m], [27] = [3m], [30] = [3.5m, 2m], [36] = [4m, 3m],
    }.ToFrozenDictionary();

    public static bool IsInch(string thread) => Inch.Contains(thread);

    /// <summary>Tells M8x1.25 (a pitch) from M8x40 (a length).</summary>
    public static bool IsPitch(decimal diameter, decimal second) =>
        Pitches.TryGetValue(diameter, out var known) ? known.Contains(second) : second < 1;

    /// <summary>The pitch that needs no mention.</summary>
    public static decimal? Coarse(decimal diameter) => Pitches.TryGetValue(diameter, out var known) ? known[0] : null;
}
