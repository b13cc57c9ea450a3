namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Segments beside each other: a row of a table, or a single one that is none.</summary>
internal sealed class PdfRow(PdfSegment first)
{
    public List<PdfSegment> Cells { get; } = [first];

    public PdfSegment First => Cells[0];

    public int Bottom => Cells is [var only] ? only.Bottom : Cells.Max(c => c.Bottom);
}

/// <summary>Puts segments into rows, and rows into tables.</summary>
internal static class PdfTable
{
    // Of a page: what begins that far above is the next column of the page, not the next cell of a row.
    private const double MostOfPage = 0.4;

    // Of the letters' size: how far the cells of a column may stand apart from its left edge, and how far rows from each other.
    private const double Edge = 0.7;
    private const double MostBetween = 2.5;

    public static List<PdfRow> Rows(List<PdfSegment> segments)
    {
        var height = segments.Count == 0 ? 0 : segments.Max(s => s.Bottom);
        var rows = new List<PdfRow>();
        foreach (var segment in segments)
        {
            var row = rows.Count == 0 ? null : rows[^1];
            if (row is not null && row.Cells.TrueForAll(segment.IsBeside) && row.Bottom - segment.Top < height * MostOfPage)
                row.Cells.Add(segment);
            else if (CellBelow(rows, segment) is { } cell)
                segment.Lines.ForEach(cell.Add);
            else
                rows.Add(new(segment));
        }

        return rows;
    }

    /// <summary>It goes on where the rows before it are a table: a row of the same columns, or one with nothing in the others.</summary>
    public static bool Continues(List<PdfRow> table, PdfRow row)
    {
        var columns = table[^1].Cells.Count > 1 ? table[^1] : table[0];
        if (row.Cells.Count > 1)
            return row.Cells.Exists(c => columns.Cells.Exists(k => Aligned(c, k)));
        return columns.Cells.Count > 1 && row.First.Page == columns.First.Page && Aligned(row.First, columns.First) && row.First.Right < columns.Cells[1].Left
            && row.First.Top - table[^1].Bottom < row.First.Size * MostBetween / 2;
    }

    /// <summary>The cells of each row, by the columns of its longest; null where a column of it is empty.</summary>
    public static List<List<PdfSegment?>> Cells(List<PdfRow> table)
    {
        var columns = table.MaxBy(r => r.Cells.Count)!.Cells;
        return table.ConvertAll(row =>
        {
            var places = row.Cells.ConvertAll(c => columns.FindIndex(k => Aligned(c, k)));
            return places.Contains(-1) || places.Distinct().Count() < places.Count ? [.. row.Cells]
                : columns.Select((_, i) => places.IndexOf(i) is >= 0 and var at ? row.Cells[at] : null).ToList();
        });
    }

    // The second paragraph of a cell that is not the first of its row, or what is left of it on the next page.
    private static PdfSegment? CellBelow(List<PdfRow> rows, PdfSegment segment)
    {
        if (rows is not [.., { Cells.Count: > 1 } row])
            return null;
        if (row.First.Page == segment.Page)
        {
            var above = row.Cells.Skip(1).FirstOrDefault(c => InColumn(segment, c) && segment.Top > c.Bottom - c.Size && segment.Top - row.Bottom < segment.Size * MostBetween);
            return above is not null && IsRepeated(rows, row) ? CellOver(rows[^2], segment) ?? above : above;
        }

        return CellOver(row, segment);
    }

    private static PdfSegment? CellOver(PdfRow row, PdfSegment segment) => row.First.Page == segment.Page - 1 ? row.Cells.Skip(1).FirstOrDefault(c => Aligned(segment, c)) : null;

    // The heading row once more, on top of a page.
    private static bool IsRepeated(List<PdfRow> rows, PdfRow row)
    {
        var first = rows.FindLastIndex(rows.Count - 2, r => r.Cells.Count < 2) + 1;
        return first < rows.Count - 1 && rows[^2].First.Page < row.First.Page
            && rows[first].Cells.SelectMany(c => c.Lines).Select(l => l.Text).SequenceEqual(row.Cells.SelectMany(c => c.Lines).Select(l => l.Text));
    }

    private static bool InColumn(PdfSegment segment, PdfSegment cell) => segment.Left >= cell.Left - (cell.Size * Edge) && segment.Left < cell.Left + (cell.Size * 4);

    private static bool Aligned(PdfSegment one, PdfSegment other) => Math.Abs(one.Left - other.Left) <= one.Size * Edge;
}
