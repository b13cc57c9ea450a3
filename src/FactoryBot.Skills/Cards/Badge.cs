namespace FactoryBot.Skills.Cards;

/// <summary>A short coloured word, such as "below target". Never colour alone: the text says it.</summary>
public sealed record Badge : CardElement
{
    public required string Text { get; init; }

    public BadgeStyle? Style { get; init; }

    public BadgeAppearance? Appearance { get; init; }

    /// <summary>A Fluent icon by name, for example Warning.</summary>
    public string? Icon { get; init; }

    public string? Tooltip { get; init; }

    public static Badge Of(string text, BadgeStyle style = BadgeStyle.Default) => new() { Text = text, Style = style };

    protected override CardElement OwnFallback() => TextBlock.Of(Text) with
    {
        Weight = TextWeight.Bolder,
        Color = Style switch
        {
            BadgeStyle.Good => TextColor.Good,
            BadgeStyle.Warning => TextColor.Warning,
            BadgeStyle.Attention => TextColor.Attention,
            BadgeStyle.Accent or BadgeStyle.Informative => TextColor.Accent,
            _ => null,
        },
    };
}
