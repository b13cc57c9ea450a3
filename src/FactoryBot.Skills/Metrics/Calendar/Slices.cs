using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Calendar;

/// <summary>Sums and differences of runs of time.</summary>
internal static class Slices
{
    public static int Seconds(IEnumerable<TimeSlice> slices) => (int)(slices.Sum(slice => slice.Ticks) / TimeSpan.TicksPerSecond);

    /// <summary>What is left of the slices outside of the others.</summary>
    public static IReadOnlyList<TimeSlice> Without(IReadOnlyList<TimeSlice> slices, IEnumerable<TimeSlice> others)
    {
        var left = slices;
        foreach (var other in others)
        {
            left = [.. left.SelectMany(slice => new[]
            {
                slice with { To = Earlier(slice.To, other.From) },
                slice with { From = Later(slice.From, other.To) },
            }).Where(slice => slice.Ticks > 0)];
        }

        return left;
    }

    /// <summary>The part of the slices that lies in a window.</summary>
    public static IReadOnlyList<TimeSlice> Within(IReadOnlyList<TimeSlice> slices, TimeSlice window) =>
        [.. slices.Select(slice => slice.Within(window)).Where(slice => slice.Ticks > 0)];

    /// <summary>Overlaps merged, in order.</summary>
    public static IReadOnlyList<TimeSlice> Union(IEnumerable<TimeSlice> slices)
    {
        var merged = new List<TimeSlice>();
        foreach (var slice in slices.Where(s => s.Ticks > 0).OrderBy(s => s.From))
        {
            if (merged.Count > 0 && slice.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Later(merged[^1].To, slice.To) };
            else
                merged.Add(slice);
        }

        return merged;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
