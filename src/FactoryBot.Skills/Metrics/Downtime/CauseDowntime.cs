namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>What one stop reason, or one kind of them, took of the downtime: the same time as the Pareto gives it.</summary>
/// <param name="Of">The downtime that the share is of: planned where the reason is booked as planned alone, else unplanned.</param>
/// <param name="Before">The same in the period before; null where that has no production.</param>
internal sealed record CauseDowntime(string Name, StopSum Sum, StopSum Of, bool Planned, StopSum? Before, IReadOnlyList<ReasonDowntime> Reasons)
{
    /// <summary>Of all planned or all unplanned time, from 0 to 1; null where there is none.</summary>
    public decimal? Share => Of.Time == TimeSpan.Zero ? null : (decimal)Sum.Time.Ticks / Of.Time.Ticks;

    public TimeSpan? PerStop => Sum.Stops == 0 ? null : Sum.Time / Sum.Stops;

    /// <returns>Null where no reason was asked for.</returns>
    public static CauseDowntime? In(PlantAsked asked, DowntimeFigures figures, DowntimeFigures? before)
    {
        if (asked.Scope.Cause is not { } cause)
            return null;
        var names = asked.Plant.Reasons.Where(reason => cause.ReasonIds.Contains(reason.Id)).Select(reason => reason.Name).ToHashSet(StringComparer.Ordinal);
        var reasons = Within(figures);
        var planned = reasons.Count > 0 && reasons.TrueForAll(reason => reason.Planned);
        return new(cause.Name, Sum(reasons), planned ? figures.Planned : figures.Unplanned, planned, before is null ? null : Sum(Within(before)), reasons);

        static StopSum Sum(List<ReasonDowntime> all) => StopSum.Of(all.Select(one => new StopSum(one.Time, one.Stops)));

        List<ReasonDowntime> Within(DowntimeFigures of) => [.. of.Reasons.Where(reason => reason.Reason is { } name && names.Contains(name))];
    }

}
