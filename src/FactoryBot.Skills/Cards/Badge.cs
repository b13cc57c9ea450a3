namespace FactoryBot.Skills.Cards;

/// <summary>A short coloured word, such as "below target". Never colour alone: the text says it.</summary>
public sealed record Badge : CardElement
{
    private static readonly Dictionary<BadgeStyle, TextColor> FallbackColors = new()
    {
        [BadgeStyle.Good] = TextColor.Good,
        [BadgeStyle.Warning] = TextColor.Warning,
        [BadgeStyle.Attention] = TextColor.Attention,
        [BadgeStyle.Accent] = TextColor.Accent,
        [BadgeStyle.Informative] = TextColor.Accent,
    };

    public required string Text { get; init; }

    public BadgeStyle? Style { get; init; }

    public BadgeAppearance? Appearance { get; init; }

    /// <summary>A Fluent icon by name, for example Warning.</summary>
    public string? Icon { get; init; }

    public string? Tooltip { get; init; }

    public static Badge Of(string text, BadgeStyle? style = null) => new() { Text = text, Style = style ?? BadgeStyle.Default };

    protected override CardElement OwnFallback() => TextBlock.Of(Text) with
    {
        Weight = TextWeight.Bolder,
        Color = Style is null ? null : FallbackColors.GetValueOrDefault(Style),
    };
}
