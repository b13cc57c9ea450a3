using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>What the cards of the plant's figures have in common: how they begin and how they end.</summary>
internal static class PlantCard
{
    public static List<CardElement> Begin(string title, PlantAsked asked) =>
    [
        TextBlock.Heading($"{title} · {asked.Scope.Name}"),
        TextBlock.Subtle(asked.CardPeriod) with { Spacing = Spacing.None },
    ];

    /// <summary>The one figure that was asked for, with a word on it beside.</summary>
    public static ColumnSet Headline(string figure, Badge? badge = null, string? below = null)
    {
        var large = TextBlock.Of(figure) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder };
        var column = below is null ? Column.Auto(large) : Column.Auto(large, TextBlock.Subtle(below) with { Spacing = Spacing.None });
        return badge is null
            ? ColumnSet.Of(column)
            : ColumnSet.Of(column, Column.Of(badge) with { VerticalContentAlignment = VerticalAlignment.Center });
    }

    public static TextBlock Title(string text) => TextBlock.Of(text) with { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };

    public static AdaptiveCard End(List<CardElement> body, IEnumerable<string> warnings, ProofLine proof, string text)
    {
        body.AddRange(warnings.Select(TextBlock.Warning));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = text, Lang = "en" };
    }
}
