namespace FactoryBot.Skills.Cards;

public sealed record TextBlock : CardElement
{
    public required CardText Text { get; init; }

    public bool Wrap { get; init; } = true;

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public FontType? FontType { get; init; }

    public int? MaxLines { get; init; }

    public TextStyle? Style { get; init; }

    /// <summary>Text of any origin, shown as it is.</summary>
    public static TextBlock Of(string plain) => new() { Text = plain };

    /// <summary>Our own words with Markdown in them.</summary>
    public static TextBlock Markdown(string trusted) => new() { Text = CardText.Markdown(trusted) };

    /// <summary>The headline of a card or a part of it; screen readers jump from one to the next.</summary>
    public static TextBlock Heading(string plain) => new()
    {
        Text = plain,
        Style = TextStyle.Heading,
        Size = TextSize.Large,
        Weight = TextWeight.Bolder,
    };

    /// <summary>Small print, for example the proof line.</summary>
    public static TextBlock Subtle(string plain) => new() { Text = plain, IsSubtle = true, Size = TextSize.Small };

    /// <summary>What a reader should know of the figures beside it.</summary>
    public static TextBlock Warning(string plain) => new() { Text = "⚠ " + plain, Color = TextColor.Warning };
}
