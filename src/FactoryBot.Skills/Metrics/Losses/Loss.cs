using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Losses;

/// <summary>The three kinds of OEE loss.</summary>
internal enum LossKind
{
    Availability,
    Performance,
    Quality,
}

/// <summary>Time that gave no good piece, under the name that people know it by.</summary>
/// <param name="Points">Of the planned time, as a fraction: so much would the OEE be higher without it. Null where nothing was planned.</param>
internal sealed record Loss(LossKind Kind, string Name, TimeSpan Time, decimal? Points);

/// <summary>Where the time between planned time and good pieces went, the greatest loss first. The losses add up to 100 % − OEE.</summary>
internal static class Losses
{
    public const string NotBooked = "stopped without a booked stop";
    public const string Speed = "slow running and short stops";
    public const string Rejects = "scrap";

    /// <param name="reasons">Unplanned stops by reason.</param>
    public static IReadOnlyList<Loss> Of(OeeSums sums, IEnumerable<ReasonDowntime> reasons)
    {
        var losses = new List<Loss>();
        var stopped = TimeSpan.FromSeconds(sums.PlannedSeconds - sums.RunSeconds);
        foreach (var reason in reasons.Where(reason => !reason.Planned))
        {
            losses.Add(Of(LossKind.Availability, reason.Name, reason.Time, sums));
            stopped -= reason.Time;
        }

        // Below zero where stops are booked twice or outside the planned time; then the losses still add up.
        if (stopped != TimeSpan.Zero)
            losses.Add(Of(LossKind.Availability, NotBooked, stopped, sums));
        losses.Add(Of(LossKind.Performance, Speed, Seconds(sums.RunSeconds - sums.IdealSeconds), sums));
        losses.Add(Of(LossKind.Quality, Rejects, Seconds(sums.IdealSeconds - sums.IdealGoodSeconds), sums));
        return [.. losses.OrderByDescending(loss => loss.Time).ThenBy(loss => loss.Name, StringComparer.Ordinal)];
    }

    private static Loss Of(LossKind kind, string name, TimeSpan time, OeeSums sums) => new(
        kind, name, time, sums.PlannedSeconds == 0 ? null : time.Ticks / (decimal)TimeSpan.TicksPerSecond / sums.PlannedSeconds);

    private static TimeSpan Seconds(decimal seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
