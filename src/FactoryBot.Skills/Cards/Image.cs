namespace FactoryBot.Skills.Cards;

public sealed record Image : CardElement
{
    /// <summary>https or a data URI; PNG, JPEG or GIF of at most 1024 × 1024 pixels.</summary>
    public required string Url { get; init; }

    public required string AltText { get; init; }

    public string? Size { get; init; }

    public string? Width { get; init; }
}

/// <summary>A Fluent icon by name; only beside words that say the same.</summary>
public sealed record Icon : CardElement
{
    public required string Name { get; init; }

    public TextColor? Color { get; init; }

    /// <summary>For clients without the icon, for example "!".</summary>
    public required string AltText { get; init; }

    protected override CardElement OwnFallback() => TextBlock.Of(AltText) with { Color = Color };
}
