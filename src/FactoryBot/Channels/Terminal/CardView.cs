using FactoryBot.Skills.Cards;
using Spectre.Console;
using Spectre.Console.Rendering;
using SpectreTable = Spectre.Console.Table;

namespace FactoryBot.Channels.Terminal;

/// <summary>Draws a card in a terminal.</summary>
internal static class CardView
{
    // Below this, columns stand below each other.
    private const int Narrow = 60;

    public static IRenderable Of(AdaptiveCard card, int width) => Rows(card.Body, width);

    private static Rows Rows(IEnumerable<CardElement> elements, int width) =>
        new(elements.Where(e => e.IsVisible != false).Select(e => Of(e, width)).OfType<IRenderable>());

    private static IRenderable? Of(CardElement element, int width) => element switch
    {
        TextBlock text => new Text(text.Text.ToPlain(), TerminalStyle.Of(text)),
        RichTextBlock rich => Runs(rich),
        FactSet facts => Facts(facts),
        ColumnSet set => Columns(set, width),
        Container container => Rows(container.Items, width),
        Skills.Cards.Table table => Table(table),
        Badge badge => new Text($" {badge.Text} ", TerminalStyle.Of(badge)),
        Skills.Cards.ProgressBar bar => ChartView.Progress(bar, width),
        Image image => new Text($"[{image.AltText}]", new(decoration: Decoration.Dim)),
        CodeBlock code => new Panel(new Text(code.CodeSnippet)),
        CardInput input => new Text($"{input.Label}: ..."),
        Chart chart => ChartView.Of(chart, width) ?? Of(chart.Fallback!, width),
        { Fallback: { } fallback } => Of(fallback, width),
        _ => null,
    };

    private static Paragraph Runs(RichTextBlock rich)
    {
        var paragraph = new Paragraph();
        foreach (var run in rich.Inlines)
            paragraph.Append(run.Text, TerminalStyle.Of(run.Color, run.Weight, run.IsSubtle));
        return paragraph;
    }

    private static Grid Facts(FactSet set)
    {
        var grid = new Grid().AddColumn(new() { NoWrap = true, Padding = new(0, 0, 2, 0) }).AddColumn(new() { Padding = new(0, 0) });
        foreach (var fact in set.Facts)
            grid.AddRow(new Text(fact.Title.ToPlain(), new(decoration: Decoration.Bold)), new Text(fact.Value.ToPlain()));
        return grid;
    }

    private static IRenderable Columns(ColumnSet set, int width)
    {
        if (width < Narrow || set.Columns.Count == 1)
            return new Rows(set.Columns.Select(c => Rows(c.Items, width)));
        var grid = new Grid();
        foreach (var column in set.Columns)
            grid.AddColumn(new() { NoWrap = column.Width == "auto", Padding = new(0, 0, 2, 0) });
        return grid.AddRow([.. set.Columns.Select(c => Rows(c.Items, width / set.Columns.Count))]);
    }

    private static SpectreTable Table(Skills.Cards.Table table)
    {
        var drawn = new SpectreTable { Border = table.ShowGridLines ? TableBorder.Rounded : TableBorder.Simple };
        var rows = CardTable.Texts(table);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var header = new Spectre.Console.TableColumn(new Text(table.FirstRowAsHeaders ? rows[0][i] : "", new(decoration: Decoration.Bold)));
            drawn.AddColumn(CardTable.IsRight(table, i) ? header.RightAligned() : header);
        }
        drawn.ShowHeaders = table.FirstRowAsHeaders;
        foreach (var row in rows.Skip(table.FirstRowAsHeaders ? 1 : 0))
            drawn.AddRow(row.Select(cell => new Text(cell)));
        return drawn;
    }
}
