using FactoryBot.Skills.Metrics.Calendar;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>A booked stop without its reason: all that times are made of.</summary>
internal readonly record struct StopSpan(int MachineId, TimeSlice Time, bool Planned);

/// <summary>Planned busy time and run time where the data brings only stops. Pure.</summary>
internal static class ProductionTimes
{
    /// <param name="busy">The time in which work is planned, without breaks.</param>
    /// <returns>Planned: without planned stops. Run: without any.</returns>
    public static (int Planned, int Run) Of(IReadOnlyList<TimeSlice> busy, IEnumerable<StopSpan> stops)
    {
        var known = stops.ToList();
        var planned = Slices.Without(busy, Slices.Union(known.Where(stop => stop.Planned).Select(stop => stop.Time)));
        var run = Slices.Without(planned, Slices.Union(known.Where(stop => !stop.Planned).Select(stop => stop.Time)));
        return (Slices.Seconds(planned), Slices.Seconds(run));
    }

    /// <summary>Shares whole seconds out by weight so that the parts add up to the whole.</summary>
    public static int[] Share(int whole, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        var parts = new int[weights.Count];
        if (weights.Count == 0)
            return parts;
        var (given, soFar) = (0, 0m);
        for (var i = 0; i < parts.Length; i++)
        {
            soFar += sum == 0 ? 1 : weights[i];
            var until = (int)Math.Round(whole * soFar / (sum == 0 ? parts.Length : sum), MidpointRounding.AwayFromZero);
            parts[i] = until - given;
            given = until;
        }

        return parts;
    }
}
