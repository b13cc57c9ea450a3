using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Single unplanned stops: those on one side of a limit, or the longest.</summary>
/// <param name="Stops">The longest first.</param>
/// <param name="All">How many stops there are on either side of the limit.</param>
/// <param name="Limit">Null: none was asked for.</param>
internal sealed record StopList(IReadOnlyList<StopEpisode> Stops, int All, Limit? Limit)
{
    private const int Longest = 5;

    /// <param name="limit">As <see cref="LimitReader"/> reads it, in hours or minutes; null: the longest stops.</param>
    public static StopList Of(IReadOnlyList<StopEpisode> unplanned, string? limit)
    {
        if (limit is null || LimitReader.Read(limit) is not { } asked)
            return new([.. unplanned.Take(Longest)], unplanned.Count, null);
        if (asked is { Unit: LimitUnit.Longest, Value: { } count })
            return new([.. unplanned.Take((int)count)], unplanned.Count, asked);
        var bound = asked.Value is { } value ? Minutes(asked, value) : unplanned.Count == 0 ? 0 : unplanned.Average(stop => Length(stop));
        return new([.. unplanned.Where(stop => asked.Holds(Length(stop), bound))], unplanned.Count, asked);
    }

    /// <summary>Whether stops can be held against it: a time, or the average.</summary>
    public static bool Fits(Limit limit) => limit.Value is null || limit.Unit is LimitUnit.Hours or LimitUnit.Minutes or LimitUnit.Longest;

    private static decimal Minutes(Limit limit, decimal value) => limit.Unit == LimitUnit.Hours ? value * 60 : value;

    private static decimal Length(StopEpisode stop) => (stop.Time.To - stop.Time.From).Ticks / (decimal)TimeSpan.TicksPerMinute;
}
