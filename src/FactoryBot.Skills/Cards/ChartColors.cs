using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

[JsonConverter(typeof(CardWordConverter<ChartColor>))]
public sealed class ChartColor : CardWord, ICardWords<ChartColor>
{
    public static readonly ChartColor Good = new("good");
    public static readonly ChartColor Warning = new("warning");
    public static readonly ChartColor Attention = new("attention");
    public static readonly ChartColor Neutral = new("neutral");
    public static readonly ChartColor CategoricalRed = new("categoricalRed");
    public static readonly ChartColor CategoricalPurple = new("categoricalPurple");
    public static readonly ChartColor CategoricalLavender = new("categoricalLavender");
    public static readonly ChartColor CategoricalBlue = new("categoricalBlue");
    public static readonly ChartColor CategoricalLightBlue = new("categoricalLightBlue");
    public static readonly ChartColor CategoricalTeal = new("categoricalTeal");
    public static readonly ChartColor CategoricalGreen = new("categoricalGreen");
    public static readonly ChartColor CategoricalLime = new("categoricalLime");
    public static readonly ChartColor CategoricalMarigold = new("categoricalMarigold");

    private ChartColor(string json) : base(json) { }

    public static IReadOnlyList<ChartColor> All { get; } = [Good, Warning, Attention, Neutral, CategoricalRed, CategoricalPurple, CategoricalLavender, CategoricalBlue, CategoricalLightBlue, CategoricalTeal, CategoricalGreen, CategoricalLime, CategoricalMarigold];
}

[JsonConverter(typeof(CardWordConverter<ChartColorSet>))]
public sealed class ChartColorSet : CardWord, ICardWords<ChartColorSet>
{
    public static readonly ChartColorSet Categorical = new("categorical");
    public static readonly ChartColorSet Sequential = new("sequential");
    public static readonly ChartColorSet Diverging = new("diverging");

    private ChartColorSet(string json) : base(json) { }

    public static IReadOnlyList<ChartColorSet> All { get; } = [Categorical, Sequential, Diverging];
}
