namespace FactoryBot.Skills.Metrics;

/// <summary>OEE by ISO 22400-2: OEE index = availability × effectiveness × quality ratio, from summed times and counts.</summary>
/// <remarks>Decimal, not double: products and sums stay exact, so a roll-up equals the whole to the last digit and the only
/// rounding is that of one division. Rounding to shown digits happens where figures are shown. Nothing is capped: a ratio
/// above 1 that the data gives is returned with its warning, because a cap would hide the wrong master data behind it.</remarks>
internal static class ComputeOee
{
    public const string Formula = "OEE = A × P × Q (ISO 22400-2)";
    public const int Version = 1;

    public static OeeFigures Of(OeeSums sums)
    {
        var availability = Ratio(sums.RunSeconds, sums.PlannedSeconds);
        var idealIsKnown = sums.Total == 0 || sums.IdealSeconds > 0;
        var performance = idealIsKnown ? Ratio(sums.IdealSeconds, sums.RunSeconds) : null;
        var byCount = Ratio(sums.Good, sums.Total);
        var quality = sums.IdealSeconds > 0 ? sums.IdealGoodSeconds / sums.IdealSeconds : byCount;

        // Equal to the product of the three where all exist, and still defined (as 0) when nothing was made.
        var oee = idealIsKnown ? Ratio(sums.IdealGoodSeconds, sums.PlannedSeconds) : null;
        return new(oee, availability, performance, quality, byCount, Warnings(sums, idealIsKnown));
    }

    private static decimal? Ratio(decimal part, decimal whole) => whole == 0 ? null : part / whole;

    private static List<OeeWarning> Warnings(OeeSums sums, bool idealIsKnown)
    {
        var warnings = new List<OeeWarning>();
        if (sums.PlannedSeconds == 0)
            warnings.Add(OeeWarning.NothingPlanned);
        if (sums.Total == 0)
            warnings.Add(OeeWarning.NothingMade);
        if (!idealIsKnown)
            warnings.Add(OeeWarning.IdealCycleMissing);
        if (sums.Total > 0 && sums.RunSeconds == 0)
            warnings.Add(OeeWarning.MadeWithoutRunning);
        if (sums.RunSeconds > sums.PlannedSeconds && sums.PlannedSeconds > 0)
            warnings.Add(OeeWarning.AvailabilityAboveOne);
        if (sums.IdealSeconds > sums.RunSeconds && sums.RunSeconds > 0)
            warnings.Add(OeeWarning.PerformanceAboveOne);
        if (sums.Good > sums.Total)
            warnings.Add(OeeWarning.GoodAboveTotal);
        return warnings;
    }
}

/// <summary>The ratios of <see cref="ComputeOee"/> as fractions (0.742 is 74.2 %), unrounded. Null: not computable, which is
/// not 0. From 0; above 1 only with a warning.</summary>
/// <param name="Oee">OEE index. Ideal time of the good pieces over planned busy time, the product of the three.</param>
/// <param name="Availability">Actual production time over planned busy time. Null when nothing was planned.</param>
/// <param name="Performance">ISO: effectiveness. Ideal time of all pieces over actual production time. Null without run time.</param>
/// <param name="Quality">ISO: quality ratio. Weighted by ideal time, so that over machines of different speed the three
/// still multiply to the OEE; for one machine the same as by count. Null when nothing was made.</param>
/// <param name="QualityByCount">Good over all pieces. Null when nothing was made.</param>
internal sealed record OeeFigures(
    decimal? Oee,
    decimal? Availability,
    decimal? Performance,
    decimal? Quality,
    decimal? QualityByCount,
    IReadOnlyList<OeeWarning> Warnings);

/// <summary>What the times and counts themselves say against the figures.</summary>
internal enum OeeWarning
{
    NothingPlanned,
    NothingMade,
    IdealCycleMissing,
    MadeWithoutRunning,
    AvailabilityAboveOne,
    PerformanceAboveOne,
    GoodAboveTotal,
}
