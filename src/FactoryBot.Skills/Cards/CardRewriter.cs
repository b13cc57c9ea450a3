namespace FactoryBot.Skills.Cards;

/// <summary>Makes another card of a card, element by element and button by button, for clients that know less or with less on it.</summary>
public sealed class CardRewriter
{
    /// <summary>What stands in place of an element; called before its children are rewritten. Default: itself.</summary>
    public Func<CardElement, CardElement> Element { get; init; } = e => e;

    /// <summary>What stands in place of a button. Default: itself.</summary>
    public Func<CardAction, CardAction> Action { get; init; } = a => a;

    public AdaptiveCard Rewrite(AdaptiveCard card) => card with
    {
        Body = All(card.Body),
        Actions = card.Actions is { } actions ? All(actions) : null,
    };

    private CardElement Rewrite(CardElement element) => Element(element) switch
    {
        Container container => container with { Items = All(container.Items) },
        ColumnSet set => set with { Columns = [.. set.Columns.Select(c => c with { Items = All(c.Items) })] },
        ActionSet set => set with { Actions = All(set.Actions) },
        Table table => table with
        {
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Items = All(c.Items) })] })],
        },
        var other => other,
    };

    private IReadOnlyList<CardElement> All(IReadOnlyList<CardElement> elements) => [.. elements.Select(Rewrite)];

    private IReadOnlyList<CardAction> All(IReadOnlyList<CardAction> actions) =>
        [.. actions.Select(a => Action(a) is ShowCardAction show ? show with { Card = Rewrite(show.Card) } : Action(a))];
}
