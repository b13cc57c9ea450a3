using FactoryBot.Skills.Cards;

namespace FactoryBot.Planning;

/// <summary>Makes one card of several answers', one below the other, as far as they fit on it.</summary>
internal static class CombineCards
{
    private const int MostActions = 6;

    // What is left is for the buttons and the words around the bodies.
    private const int MostBytes = CardRules.MostBytes - 4 * 1024;

    public static AdaptiveCard? Of(IReadOnlyList<AdaptiveCard> cards)
    {
        if (cards.Count < 2)
            return cards.Count == 0 ? null : cards[0];
        var shown = Fitting(cards);
        var body = shown.SelectMany((card, i) => i == 0 ? card.Body : Below(card));
        var left = cards.Count - shown.Count;
        if (left > 0)
            body = body.Append(TextBlock.Subtle(left == 1
                ? "One more answer has no room on this card; its words stand above."
                : $"{left} more answers have no room on this card; their words stand above.") with { Separator = true });
        return cards[0] with
        {
            Body = [.. body],
            Actions = Actions(shown),
            FallbackText = string.Join("\n\n", shown.Select(c => c.FallbackText).OfType<string>()),
            Speak = shown.TrueForAll(c => c.Speak is not null) ? string.Join(' ', shown.Select(c => c.Speak)) : null,
            Refresh = null,
        };
    }

    // Two inputs of one name would overwrite each other when a button is pressed.
    private static List<AdaptiveCard> Fitting(IReadOnlyList<AdaptiveCard> cards)
    {
        var shown = new List<AdaptiveCard>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var card in cards)
        {
            var own = CardRules.All(card.Body).Select(e => e.Id).OfType<string>().ToList();
            var size = CardJson.BodyLength(card);
            if (shown.Count > 0 && (bytes + size > MostBytes || own.Exists(ids.Contains)))
                continue;
            shown.Add(card);
            ids.UnionWith(own);
            bytes += size;
        }
        return shown;
    }

    private static IEnumerable<CardElement> Below(AdaptiveCard card) =>
        card.Body.Select((element, i) => i == 0 ? element with { Separator = true, Spacing = Spacing.ExtraLarge } : element);

    private static List<CardAction>? Actions(List<AdaptiveCard> cards)
    {
        // The same words under two answers mean two things: nobody could tell which.
        var actions = cards.SelectMany(c => c.Actions ?? []).GroupBy(a => a.Title).Where(g => g.Count() == 1).Select(g => g.First()).Take(MostActions).ToList();
        return actions.Count == 0 ? null : actions;
    }
}
