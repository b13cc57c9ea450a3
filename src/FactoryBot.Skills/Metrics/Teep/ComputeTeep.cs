namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>TEEP: OEE of all the time that there is. TEEP = loading × OEE, with loading (utilisation) = planned time ÷ calendar time.</summary>
internal static class ComputeTeep
{
    public const string Formula = "TEEP = loading × OEE, loading = planned time ÷ calendar time";
    public const int Version = 1;

    /// <param name="calendarSeconds">All the time of the machines, planned or not.</param>
    public static TeepFigures Of(OeeSums sums, long calendarSeconds)
    {
        var oee = ComputeOee.Of(sums);
        decimal? loading = calendarSeconds == 0 ? null : (decimal)sums.PlannedSeconds / calendarSeconds;

        // By way of the good pieces' ideal time, so that it exists (as 0) where nothing was planned, and the form of OEE does not matter.
        decimal? teep = calendarSeconds == 0 || (sums.Total > 0 && sums.IdealSeconds == 0) ? null : sums.IdealGoodSeconds / calendarSeconds;
        return new(teep, loading, oee);
    }
}

/// <summary>The ratios of <see cref="ComputeTeep"/> as fractions, unrounded; null: not computable.</summary>
/// <param name="Loading">Also called utilisation; above 1 where more time was planned than the calendar has.</param>
internal sealed record TeepFigures(decimal? Teep, decimal? Loading, OeeFigures Oee);
