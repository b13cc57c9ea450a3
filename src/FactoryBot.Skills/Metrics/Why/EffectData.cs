namespace FactoryBot.Skills.Metrics.Why;

/// <param name="Points">Points of OEE; below 0 it lowered the OEE.</param>
/// <param name="Before">The factor, or the own OEE, as a fraction; of a reason the minutes lost, or its share where places are set against each other.</param>
internal sealed record EffectData(string Name, decimal Points, decimal? Before, decimal? Now)
{
    private const int Digits = 4;

    /// <summary>The three factors; their points add up to the whole difference.</summary>
    public static IReadOnlyList<EffectData> Factors(FactorEffects effects, OeeFigures before, OeeFigures now)
    {
        var points = Shown([effects.Availability, effects.Performance, effects.Quality]);
        return
        [
            new("availability", points[0], OeeData.Round(before.Availability), OeeData.Round(now.Availability)),
            new("performance", points[1], OeeData.Round(before.Performance), OeeData.Round(now.Performance)),
            new("quality", points[2], OeeData.Round(before.Quality), OeeData.Round(now.Quality)),
        ];
    }

    /// <param name="value">What the reason took, before and now.</param>
    public static IReadOnlyList<EffectData> Reasons(IReadOnlyList<ReasonEffect> reasons, Func<ReasonEffect, (decimal? Before, decimal? Now)> value) =>
        [.. reasons.Zip(Shown([.. reasons.Select(r => r.Effect)])).Select(r => new EffectData(r.First.Name, r.Second, value(r.First).Before, value(r.First).Now))];

    public static IReadOnlyList<EffectData> Parts(IReadOnlyList<PartEffect> parts) =>
        [.. parts.Zip(Shown([.. parts.Select(part => part.Effect)]))
            .Select(part => new EffectData(part.First.Name, part.Second, OeeData.Round(part.First.Before), OeeData.Round(part.First.Now)))];

    private static IReadOnlyList<decimal> Shown(IReadOnlyList<decimal> effects) => ShownShares.Points(effects, Digits);
}
