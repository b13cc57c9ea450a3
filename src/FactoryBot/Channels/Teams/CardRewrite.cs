using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Teams;

/// <summary>Makes another card of a card: for clients that know less, or with less on it.</summary>
internal static class CardRewrite
{
    /// <summary>For clients that know no Action.Execute: each becomes the Action.Submit that it falls back to.</summary>
    public static AdaptiveCard WithoutExecute(AdaptiveCard card) =>
        new CardRewriter { Action = a => a is ExecuteAction { Fallback: { } submit } ? submit : a }.Rewrite(card);

    /// <summary>Keeps so many rows of each table below its header.</summary>
    public static AdaptiveCard WithRows(AdaptiveCard card, int most) =>
        new CardRewriter { Element = e => e is Table table ? Cut(table, most) : e }.Rewrite(card);

    public static AdaptiveCard WithoutCharts(AdaptiveCard card) =>
        new CardRewriter { Element = e => e is Chart ? TextBlock.Subtle("The chart is left out because the message would be too large.") : e }.Rewrite(card);

    private static CardElement Cut(Table table, int most)
    {
        var header = table.FirstRowAsHeaders ? 1 : 0;
        var left = table.Rows.Count - header - most;
        return left <= 0
            ? table
            : Container.Of(
                table with { Rows = [.. table.Rows.Take(header + most)] },
                TextBlock.Subtle(left == 1 ? "1 more row is not shown." : $"{left} more rows are not shown."));
    }
}
