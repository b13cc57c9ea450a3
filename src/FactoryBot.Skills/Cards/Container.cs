namespace FactoryBot.Skills.Cards;

public sealed record Container : CardElement
{
    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle? Style { get; init; }

    public bool? Bleed { get; init; }

    internal override IEnumerable<CardElement> Children => Items;

    public static Container Of(params IReadOnlyList<CardElement> items) => new() { Items = items };
}
