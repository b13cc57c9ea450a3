using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Single unplanned stops: those on one side of a limit, the longest, or the latest.</summary>
/// <param name="Stops">The longest first; the latest first where those were asked for.</param>
/// <param name="All">How many stops there are on either side of the limit.</param>
/// <param name="Limit">Null: none was asked for.</param>
/// <param name="Counted">How many of the longest, or of the latest, were asked for; null: no number of them.</param>
internal sealed record StopList(IReadOnlyList<StopEpisode> Stops, int All, Limit? Limit, int? Counted = null, bool Latest = false)
{
    private const int Usual = 5;

    /// <param name="limit">Words that were held against <see cref="Reads"/>; null: the longest stops.</param>
    public static StopList Of(IReadOnlyList<StopEpisode> unplanned, string? limit)
    {
        if (limit is not null && LongestReader.Read(limit) is var (count, latest))
            return new([.. (latest ? unplanned.OrderByDescending(stop => stop.Time.From) : unplanned.AsEnumerable()).Take(count)], unplanned.Count, null, count, latest);
        if (limit is null || LimitReader.Read(limit) is not { } asked)
            return new([.. unplanned.Take(Usual)], unplanned.Count, null);
        var bound = asked.Value is { } value ? Minutes(asked, value) : unplanned.Count == 0 ? 0 : unplanned.Average(stop => Length(stop));
        return new([.. unplanned.Where(stop => asked.Holds(Length(stop), bound))], unplanned.Count, asked);
    }

    /// <summary>Whether the words choose single stops: so many of the longest or the latest, or those above or below a time or the average.</summary>
    public static bool Reads(string limit) =>
        LongestReader.Read(limit) is not null || LimitReader.Read(limit) is { Value: null } or { Unit: LimitUnit.Hours or LimitUnit.Minutes };

    private static decimal Minutes(Limit limit, decimal value) => limit.Unit == LimitUnit.Hours ? value * 60 : value;

    private static decimal Length(StopEpisode stop) => (stop.Time.To - stop.Time.From).Ticks / (decimal)TimeSpan.TicksPerMinute;
}
