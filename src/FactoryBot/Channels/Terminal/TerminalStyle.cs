using FactoryBot.Skills.Cards;
using Spectre.Console;

namespace FactoryBot.Channels.Terminal;

/// <summary>Colours by meaning, as a terminal has them.</summary>
internal static class TerminalStyle
{
    public static Style Of(TextBlock text) =>
        Of(text.Color, text.Style == TextStyle.Heading || text.Size == TextSize.ExtraLarge ? TextWeight.Bolder : text.Weight, text.IsSubtle);

    public static Style Of(TextColor? color, TextWeight? weight, bool? subtle) => new(
        color switch
        {
            TextColor.Good => Color.Green,
            TextColor.Warning => Color.Yellow,
            TextColor.Attention => Color.Red,
            TextColor.Accent => Color.Aqua,
            _ => Color.Default,
        },
        decoration: (weight == TextWeight.Bolder ? Decoration.Bold : Decoration.None) | (subtle == true ? Decoration.Dim : Decoration.None));

    public static Style Of(Badge badge) => new(
        badge.Style switch
        {
            BadgeStyle.Good => Color.Green,
            BadgeStyle.Warning => Color.Yellow,
            BadgeStyle.Attention => Color.Red,
            BadgeStyle.Accent or BadgeStyle.Informative => Color.Aqua,
            _ => Color.Default,
        },
        decoration: Decoration.Invert);

    public static Style Of(ChartColor? color) => new(color switch
    {
        ChartColor.Good or ChartColor.CategoricalGreen or ChartColor.CategoricalLime => Color.Green,
        ChartColor.Warning or ChartColor.CategoricalMarigold => Color.Yellow,
        ChartColor.Attention or ChartColor.CategoricalRed => Color.Red,
        ChartColor.CategoricalPurple or ChartColor.CategoricalLavender => Color.Fuchsia,
        ChartColor.CategoricalTeal or ChartColor.CategoricalLightBlue => Color.Aqua,
        _ => Color.Blue,
    });
}
