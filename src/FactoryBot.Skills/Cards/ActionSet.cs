namespace FactoryBot.Skills.Cards;

/// <summary>Buttons in the middle of a card.</summary>
public sealed record ActionSet : CardElement
{
    public required IReadOnlyList<CardAction> Actions { get; init; }

    internal override IEnumerable<CardAction> OwnActions => Actions;
}
