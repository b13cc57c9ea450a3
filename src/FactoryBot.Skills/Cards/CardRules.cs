using System.Globalization;

namespace FactoryBot.Skills.Cards;

/// <summary>What every card of the product keeps to, so that it can be read by everybody and drawn by every client.
/// Tests of skills check their cards with it.</summary>
public static class CardRules
{
    /// <summary>The smallest limit of all ways to send a card (a webhook's); Teams takes about 100 KB for a message.</summary>
    public const int MostBytes = 28 * 1024;

    private const int MostActions = 6;

    /// <returns>What is wrong, one sentence each; empty where nothing is.</returns>
    public static IReadOnlyList<string> Check(AdaptiveCard card, AllowedLinks? links = null)
    {
        var wrong = new List<string>();
        var elements = All(card.Body).ToArray();
        if (card.Version != "1.5")
            wrong.Add($"Version {card.Version} is not shown by every client.");
        if (string.IsNullOrWhiteSpace(card.FallbackText))
            wrong.Add("The card has no fallback text.");
        if (!elements.OfType<TextBlock>().Any(t => t.Style == TextStyle.Heading))
            wrong.Add("The card has no heading.");
        foreach (var id in elements.OfType<CardInput>().Select(i => i.Id ?? "").GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            wrong.Add($"Two inputs have the id '{id.Key}'.");
        foreach (var element in elements)
            wrong.AddRange(Wrong(element));
        CheckActions(card.Actions ?? [], links, wrong);
        foreach (var set in elements.OfType<ActionSet>())
            CheckActions(set.Actions, links, wrong);
        var bytes = CardJson.ToBytes(card).Length;
        if (bytes > MostBytes)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"The card has {bytes:N0} bytes, more than {MostBytes:N0}."));
        return wrong;
    }

    internal static IEnumerable<CardElement> All(IEnumerable<CardElement> elements) =>
        elements.SelectMany(e => All(e.Children).Prepend(e));

    private static IEnumerable<string> Wrong(CardElement element) => element switch
    {
        CardInput { Id: null or "" } input => [$"Input '{input.Label}' has no id."],
        CardInput { Label: "" } input => [$"Input '{input.Id}' has no label."],
        TextBlock { Wrap: false } text => [$"Text '{text.Text}' does not wrap."],
        TextBlock { Text.Value: "" } => ["A text is empty."],
        Image { AltText: "" } image => [$"Image {image.Url} has no alternative text."],
        Image image when !image.Url.StartsWith("https://", StringComparison.Ordinal) && !image.Url.StartsWith("data:image/", StringComparison.Ordinal) =>
            [$"Image {image.Url} is neither https nor data."],
        Chart { Fallback: null } chart => [$"Chart '{chart.Title}' has no fallback."],
        Chart chart when chart.Series().All(s => s.Values.Count == 0) => [$"Chart '{chart.Title}' has no data and would be an empty box."],
        GaugeChart gauge when gauge.Value > gauge.Max => [$"Gauge '{gauge.Title}' would show its maximum instead of its value."],
        GroupedBarChart { Stacked: true } chart when chart.Data.Any(s => s.Values.Any(p => p.Y < 0)) => [$"Chart '{chart.Title}' stacks a negative value."],
        Table table when table.Rows.Any(r => r.Cells.Count != table.Columns.Count) => ["A table has a row with too few or too many cells."],
        FactSet { Facts.Count: 0 } => ["A fact set is empty."],
        _ => [],
    };

    private static void CheckActions(IReadOnlyList<CardAction> actions, AllowedLinks? links, List<string> wrong)
    {
        if (actions.Count(a => a.Mode != ActionMode.Secondary) > MostActions)
            wrong.Add($"More than {MostActions} buttons.");
        foreach (var action in actions)
        {
            if (string.IsNullOrWhiteSpace(action.Title))
                wrong.Add("A button has no title.");
            if (action is ExecuteAction { Fallback: not SubmitAction })
                wrong.Add($"Button '{action.Title}' does nothing where Action.Execute is unknown.");
            if (action is OpenUrlAction open && !(links?.Allows(open.Url) ?? open.Url.StartsWith("https://", StringComparison.Ordinal)))
                wrong.Add($"Button '{action.Title}' leads to an address that is not allowed.");
            if (action is ShowCardAction show)
                CheckActions(show.Card.Actions ?? [], links, wrong);
        }
    }
}
