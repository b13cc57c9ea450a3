using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Metrics.Why;

/// <summary>Tables of what a difference in OEE is made of: two sides and the points of each row.</summary>
/// <param name="first">The heading of the side that stands first.</param>
internal sealed class EffectTable(string first, string second)
{
    private const int Most = 8;

    /// <summary>A heading with its table, the rest summed below it; nothing where there are no rows.</summary>
    public IEnumerable<CardElement> Section<T>(string title, string name, IReadOnlyList<T> rows, Func<T, decimal> effect, Func<T, (string Name, string First, string Second)> texts)
    {
        if (rows.Count == 0)
            yield break;
        var points = ShownShares.Points([.. rows.Select(effect)], 1);
        yield return PlantCard.Title(title);
        yield return Table.Of(
            [name, first, second, "Points of OEE"],
            rows.Select(texts).Zip(points).Take(Most).Select(row => (IReadOnlyList<CardText>)[row.First.Name, row.First.First, row.First.Second, WhyText.Signed(row.Second, "")]));
        if (rows.Count > Most)
            yield return TextBlock.Subtle($"and {rows.Count - Most} more with {WhyText.Signed(points.Skip(Most).Sum(), " points")} together");
    }

    /// <summary>Availability, performance and quality of the two sides.</summary>
    public IEnumerable<CardElement> Factors(FactorEffects effects, OeeFigures firstSide, OeeFigures secondSide) => Section(
        "By factor", "Factor",
        [
            ("Availability", effects.Availability, firstSide.Availability, secondSide.Availability),
            ("Performance", effects.Performance, firstSide.Performance, secondSide.Performance),
            ("Quality", effects.Quality, firstSide.Quality, secondSide.Quality),
        ],
        factor => factor.Item2,
        factor => (factor.Item1, OeeText.Percent(factor.Item3), OeeText.Percent(factor.Item4)));

    public static string Oee(decimal? oee) => oee is null ? "–" : OeeText.Percent(oee);

    public static BadgeStyle Style(decimal difference) => OeeText.Direction(difference) switch
    {
        > 0 => BadgeStyle.Good,
        < 0 => BadgeStyle.Attention,
        _ => BadgeStyle.Subtle,
    };
}
