namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Splits a change of OEE so that the parts add up to it, whatever the figures are.</summary>
/// <remarks>Factors: OEE = A × P × Q, and the effect of each is its Shapley value, the mean over all orders in which the three could have
/// changed. It is exact, treats the three alike, and needs no logarithm, so that a factor of 0 is no special case.
/// Stops: availability is 1 − Σ stop time ÷ planned time, so its effect falls on the reasons in proportion to their change.
/// Parts (machines, shifts, products): OEE = Σ weight × OEE of the part, weights being shares of the planned time. The effect of a part is
/// mean weight × change of its OEE, plus change of weight × distance of its OEE from the mean; the latter is what a shift of planned time
/// between good and bad parts does.</remarks>
internal static class SplitChange
{
    public const string Formula = "change of OEE = Shapley values of A, P and Q; parts by share of planned time";
    public const int Version = 1;

    /// <returns>Null where the OEE of one of the two is not computable.</returns>
    public static FactorEffects? Factors(OeeFigures before, OeeFigures now)
    {
        if (before.Oee is null || now.Oee is null)
            return null;

        // A factor that does not exist in one of the two (nothing ran, nothing was made) cannot have changed the OEE.
        var (a0, a1) = Both(before.Availability, now.Availability);
        var (p0, p1) = Both(before.Performance, now.Performance);
        var (q0, q1) = Both(before.Quality, now.Quality);
        return new(
            (a1 - a0) * Weight(p0, p1, q0, q1),
            (p1 - p0) * Weight(a0, a1, q0, q1),
            (q1 - q0) * Weight(a0, a1, p0, p1));
    }

    /// <summary>What a change of availability by 1 is worth in OEE, between the two.</summary>
    public static decimal WorthOfAvailability(OeeFigures before, OeeFigures now)
    {
        var (p0, p1) = Both(before.Performance, now.Performance);
        var (q0, q1) = Both(before.Quality, now.Quality);
        return Weight(p0, p1, q0, q1);
    }

    public static IReadOnlyList<PartEffect> Parts(IReadOnlyDictionary<string, OeeSums> before, IReadOnlyDictionary<string, OeeSums> now)
    {
        var (all0, all1) = (OeeSums.Of(before.Values), OeeSums.Of(now.Values));
        if (all0.PlannedSeconds == 0 || all1.PlannedSeconds == 0)
            return [];
        var mean = (all0.IdealGoodSeconds / all0.PlannedSeconds + all1.IdealGoodSeconds / all1.PlannedSeconds) / 2;
        return [.. before.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Effect)];

        PartEffect Effect(string name)
        {
            var (s0, s1) = (before.GetValueOrDefault(name), now.GetValueOrDefault(name));
            var moved = (decimal)s1.PlannedSeconds / all1.PlannedSeconds - (decimal)s0.PlannedSeconds / all0.PlannedSeconds;
            var effect = s1.IdealGoodSeconds / all1.PlannedSeconds - s0.IdealGoodSeconds / all0.PlannedSeconds - moved * mean;
            var (o0, o1) = Both(Ratio(s0), Ratio(s1));
            var mix = s0.PlannedSeconds == 0 && s1.PlannedSeconds == 0 ? 0 : moved * ((o0 + o1) / 2 - mean);
            return new(name, effect, mix, s0.PlannedSeconds == 0 ? null : ComputeOee.Of(s0).Oee, s1.PlannedSeconds == 0 ? null : ComputeOee.Of(s1).Oee);
        }
    }

    private static decimal? Ratio(OeeSums sums) => sums.PlannedSeconds == 0 ? null : sums.IdealGoodSeconds / sums.PlannedSeconds;

    private static decimal Weight(decimal x0, decimal x1, decimal y0, decimal y1) => (2 * x0 * y0 + x0 * y1 + x1 * y0 + 2 * x1 * y1) / 6;

    private static (decimal Before, decimal Now) Both(decimal? before, decimal? now) => (before ?? now ?? 0, now ?? before ?? 0);
}

/// <summary>In OEE as fractions: −0.021 is 2.1 points less.</summary>
internal sealed record FactorEffects(decimal Availability, decimal Performance, decimal Quality)
{
    public decimal Sum => Availability + Performance + Quality;
}

/// <param name="Effect">On the OEE of the whole, as a fraction.</param>
/// <param name="Mix">The part of it that comes from more or less planned time, not from how it ran.</param>
/// <param name="Before">Its own OEE; null where it had none.</param>
internal sealed record PartEffect(string Name, decimal Effect, decimal Mix, decimal? Before, decimal? Now);
