namespace FactoryBot.Skills.Cards;

public sealed record Table : CardElement
{
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }

    public bool FirstRowAsHeaders { get; init; } = true;

    public bool ShowGridLines { get; init; } = true;

    internal override IEnumerable<CardElement> Children => Rows.SelectMany(r => r.Cells).SelectMany(c => c.Items);

    /// <summary>A table of texts with a header row.</summary>
    /// <param name="columns">One for each column, in order; <see cref="TableColumn.Right"/> for numbers. A column in which a word would be broken on a
    /// telephone becomes wider than its weight says.</param>
    public static Table Of(IReadOnlyList<TableColumn> columns, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<CardText>> rows)
    {
        var texts = rows.ToList();
        return new()
        {
            Columns = ColumnWidths.Fit(columns, headers, texts),
            Rows =
            [
                new TableRow([.. headers.Select(h => TableCell.Of(TextBlock.Of(h) with { Weight = TextWeight.Bolder, Style = TextStyle.ColumnHeader }))]),
                .. texts.Select(row => new TableRow([.. row.Select(text => TableCell.Of(new TextBlock { Text = text }))])),
            ],
        };
    }

    /// <summary>The same with a first column of names and numbers in all others.</summary>
    public static Table Of(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<CardText>> rows) =>
        Of([.. headers.Select((_, i) => i == 0 ? TableColumn.Left(2) : TableColumn.Right())], headers, rows);
}

/// <param name="Width">The weight among the columns.</param>
public sealed record TableColumn(int Width, HorizontalAlignment? HorizontalCellContentAlignment = null)
{
    public static TableColumn Left(int width = 1) => new(width);

    /// <summary>For numbers.</summary>
    public static TableColumn Right(int width = 1) => new(width, HorizontalAlignment.Right);
}

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public string Type { get; } = "TableRow";

    public ContainerStyle? Style { get; init; }
}

public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "TableCell";

    public ContainerStyle? Style { get; init; }

    public static TableCell Of(params IReadOnlyList<CardElement> items) => new(items);

    /// <summary>Empty where the text is: clients complain about a text without words.</summary>
    public static TableCell Of(TextBlock text) => new(text.Text.Value.Length == 0 ? [] : [text]);
}
