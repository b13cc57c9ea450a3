using FactoryBot.Skills.Cards;
using Spectre.Console;

namespace FactoryBot.Channels.Terminal;

/// <summary>Colours by meaning, as a terminal has them.</summary>
internal static class TerminalStyle
{
    private static readonly Dictionary<TextColor, Color> Texts = new()
    {
        [TextColor.Good] = Color.Green,
        [TextColor.Warning] = Color.Yellow,
        [TextColor.Attention] = Color.Red,
        [TextColor.Accent] = Color.Aqua,
    };

    private static readonly Dictionary<BadgeStyle, Color> Badges = new()
    {
        [BadgeStyle.Good] = Color.Green,
        [BadgeStyle.Warning] = Color.Yellow,
        [BadgeStyle.Attention] = Color.Red,
        [BadgeStyle.Accent] = Color.Aqua,
        [BadgeStyle.Informative] = Color.Aqua,
    };

    private static readonly Dictionary<ChartColor, Color> Marks = new()
    {
        [ChartColor.Good] = Color.Green,
        [ChartColor.CategoricalGreen] = Color.Green,
        [ChartColor.CategoricalLime] = Color.Green,
        [ChartColor.Warning] = Color.Yellow,
        [ChartColor.CategoricalMarigold] = Color.Yellow,
        [ChartColor.Attention] = Color.Red,
        [ChartColor.CategoricalRed] = Color.Red,
        [ChartColor.CategoricalPurple] = Color.Fuchsia,
        [ChartColor.CategoricalLavender] = Color.Fuchsia,
        [ChartColor.CategoricalTeal] = Color.Aqua,
        [ChartColor.CategoricalLightBlue] = Color.Aqua,
    };

    private static readonly Dictionary<ProgressColor, Color> Progress = new()
    {
        [ProgressColor.Good] = Color.Green,
        [ProgressColor.Warning] = Color.Yellow,
        [ProgressColor.Attention] = Color.Red,
    };

    public static Style Of(TextBlock text) =>
        Of(text.Color, text.Style == TextStyle.Heading || text.Size == TextSize.ExtraLarge ? TextWeight.Bolder : text.Weight, text.IsSubtle);

    public static Style Of(TextColor? color, TextWeight? weight, bool? subtle) => new(
        Among(Texts, color, Color.Default),
        decoration: (weight == TextWeight.Bolder ? Decoration.Bold : Decoration.None) | (subtle == true ? Decoration.Dim : Decoration.None));

    public static Style Of(Badge badge) => new(Among(Badges, badge.Style, Color.Default), decoration: Decoration.Invert);

    public static Style Of(ProgressColor? color) => new(Among(Progress, color, Color.Blue));

    public static Style Of(ChartColor? color) => new(Among(Marks, color, Color.Blue));

    private static Color Among<T>(Dictionary<T, Color> colors, T? word, Color otherwise)
        where T : CardWord =>
        word is not null && colors.TryGetValue(word, out var color) ? color : otherwise;
}
