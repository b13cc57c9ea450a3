using System.Globalization;

namespace FactoryBot.Skills.Cards;

public sealed record ProgressBar : CardElement
{
    /// <summary>Null: something is going on, without a known end.</summary>
    public double? Value { get; init; }

    public double Max { get; init; } = 100;

    public ProgressColor? Color { get; init; }

    /// <summary>A bar that is never fuller than full.</summary>
    public static ProgressBar Of(double value, double max = 100, ProgressColor? color = null) =>
        new() { Value = Math.Clamp(value, 0, max), Max = max, Color = color };

    protected override CardElement OwnFallback() =>
        TextBlock.Of(Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{100 * value / Max:0.#} %")
            : "In progress");
}
