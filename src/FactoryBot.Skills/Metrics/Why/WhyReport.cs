using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Why the OEE of a place changed from one time to another: each list of effects adds up to the change (or, the reasons, to the effect
/// of availability).</summary>
internal sealed record WhyReport
{
    public required PlantAsked Asked { get; init; }
    public required Period BeforePeriod { get; init; }
    public required OeeSums BeforeSums { get; init; }
    public required OeeSums Sums { get; init; }
    public required FactorEffects Factors { get; init; }

    /// <summary>Stops by reason, the strongest effect first; they add up to the effect of availability.</summary>
    public required IReadOnlyList<ReasonEffect> Reasons { get; init; }

    public required IReadOnlyList<PartEffect> Machines { get; init; }
    public required IReadOnlyList<PartEffect> Shifts { get; init; }
    public required IReadOnlyList<PartEffect> Products { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required long Rows { get; init; }

    public OeeFigures Before => ComputeOee.Of(BeforeSums);
    public OeeFigures Now => ComputeOee.Of(Sums);

    /// <summary>As a fraction.</summary>
    public decimal Change => Now.Oee!.Value - Before.Oee!.Value;

    public static IReadOnlyList<ReasonEffect> ReasonsOf(
        OeeSums before, OeeSums now, IReadOnlyList<ReasonDowntime> stopsBefore, IReadOnlyList<ReasonDowntime> stopsNow)
    {
        if (before.PlannedSeconds == 0 || now.PlannedSeconds == 0)
            return [];
        var worth = SplitChange.WorthOfAvailability(ComputeOee.Of(before), ComputeOee.Of(now));
        var (lost0, lost1) = (Lost(before, stopsBefore), Lost(now, stopsNow));
        return [.. lost0.Keys.Union(lost1.Keys, StringComparer.Ordinal)
            .Select(name => (Name: name, Before: lost0.GetValueOrDefault(name), Now: lost1.GetValueOrDefault(name)))
            .Select(r => new ReasonEffect(
                r.Name, (r.Before / before.PlannedSeconds - r.Now / now.PlannedSeconds) * worth, Time(r.Before), Time(r.Now)))
            .Where(r => r.Effect != 0)
            .OrderByDescending(r => Math.Abs(r.Effect)).ThenBy(r => r.Name, StringComparer.Ordinal)];

        static TimeSpan Time(decimal seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
    }

    // What the production data lost and no stop explains is a reason of its own, so that the rest is not spread over the others.
    private static Dictionary<string, decimal> Lost(OeeSums sums, IReadOnlyList<ReasonDowntime> stops)
    {
        var lost = stops.GroupBy(stop => stop.Name, StringComparer.Ordinal)
            .ToDictionary(stop => stop.Key, stop => stop.Sum(s => s.Time.Ticks) / (decimal)TimeSpan.TicksPerSecond, StringComparer.Ordinal);
        var rest = sums.PlannedSeconds - sums.RunSeconds - lost.Values.Sum();
        if (rest != 0)
            lost[Losses.Losses.NotBooked] = rest;
        return lost;
    }
}

/// <param name="Effect">On the OEE, as a fraction.</param>
/// <param name="Before">Time lost by it in the earlier time.</param>
internal sealed record ReasonEffect(string Name, decimal Effect, TimeSpan Before, TimeSpan Now);
