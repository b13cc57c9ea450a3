using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>A bound in the unit of the figure that is ranked.</summary>
internal sealed record RankLimit(Limit Asked, decimal Value, string Words)
{
    /// <summary>Whether the bound is said in a unit that the figure has.</summary>
    public static bool Fits(Measure measure, Limit limit) => limit.Unit switch
    {
        LimitUnit.Percent => measure.Unit == MeasureUnit.Ratio,
        LimitUnit.Hours or LimitUnit.Minutes => measure.Unit == MeasureUnit.Hours,
        LimitUnit.Pieces => measure.Unit == MeasureUnit.Pieces,
        _ => true,
    };

    /// <param name="average">What "average" means here; null where it cannot be computed.</param>
    /// <returns>Null without an average where one is needed.</returns>
    public static RankLimit? Of(Measure measure, Limit limit, decimal? average)
    {
        if (limit.Value is not { } said)
            return average is { } mean ? new(limit, mean, $"{limit} ({measure.Say(mean)})") : null;
        // "Below 0.7" is 70 %: nobody holds an OEE against 0.7 %.
        var value = measure.Unit switch
        {
            MeasureUnit.Ratio => limit.Unit == LimitUnit.Percent || said > 1 ? said / 100 : said,
            MeasureUnit.Hours when limit.Unit == LimitUnit.Minutes => said / 60,
            _ => said,
        };
        var unit = measure.Unit switch { MeasureUnit.Ratio => LimitUnit.Percent, MeasureUnit.Hours when limit.Unit == LimitUnit.Unsaid => LimitUnit.Hours, _ => limit.Unit };
        return new(limit, value, (limit with { Value = measure.Unit == MeasureUnit.Ratio ? value * 100 : said, Unit = unit }).ToString());
    }

    public bool Holds(decimal value) => Asked.Holds(value, Value);
}
