using System.Text;

namespace FactoryBot.Skills.Cards;

/// <summary>A card in plain lines, for a pipe, a log or any channel without pictures.</summary>
public static class CardPlainText
{
    public static string Of(AdaptiveCard card) => Lines(card.Body);

    private static string Lines(IEnumerable<CardElement> elements) =>
        string.Join('\n', elements.Where(e => e.IsVisible != false).Select(Of).Where(text => text.Length > 0));

    private static string Of(CardElement element) => element switch
    {
        TextBlock block => block.Text.ToPlain(),
        RichTextBlock rich => string.Concat(rich.Inlines.Select(run => run.Text)),
        FactSet facts => string.Join('\n', facts.Facts.Select(f => $"{f.Title.ToPlain()}: {f.Value.ToPlain()}")),
        ColumnSet columns => Columns(columns),
        Table table => Grid(table),
        Badge badge => $"[{badge.Text}]",
        Image image => $"[{image.AltText}]",
        CodeBlock code => code.CodeSnippet,
        CardInput input => $"{input.Label}: ...",
        ActionSet or null => "",
        { Children: var children } when children.Any() => Lines(children),
        { Fallback: { } fallback } => Of(fallback),
        _ => "",
    };

    private static string Columns(ColumnSet set)
    {
        var columns = set.Columns.Select(c => Lines(c.Items)).Where(text => text.Length > 0).ToArray();
        return string.Join(columns.Any(c => c.Contains('\n', StringComparison.Ordinal)) ? "\n" : "  ", columns);
    }

    private static string Grid(Table table)
    {
        var rows = CardTable.Texts(table);
        var widths = Enumerable.Range(0, table.Columns.Count).Select(i => rows.Max(r => i < r.Count ? r[i].Length : 0)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            if (text.Length > 0)
                text.Append('\n');
            var line = string.Join("  ", row.Select((cell, i) => CardTable.IsRight(table, i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
            text.Append(line.TrimEnd());
        }
        return text.ToString();
    }
}

/// <summary>The words of a table, for channels that draw it themselves.</summary>
internal static class CardTable
{
    public static IReadOnlyList<IReadOnlyList<string>> Texts(Table table) =>
        [.. table.Rows.Select(row => (IReadOnlyList<string>)
            [.. row.Cells.Take(table.Columns.Count).Select(cell => CardPlainText.Of(new AdaptiveCard { Body = cell.Items }).Replace('\n', ' '))])];

    public static bool IsRight(Table table, int column) =>
        table.Columns[column].HorizontalCellContentAlignment == HorizontalAlignment.Right;
}
