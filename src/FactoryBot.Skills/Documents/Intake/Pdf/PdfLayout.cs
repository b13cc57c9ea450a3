namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Makes headings, paragraphs, items and tables out of what is drawn on the pages of a PDF, which says nothing of its structure.</summary>
internal sealed class PdfLayout
{
    private readonly PdfHeadings headings;
    private readonly MakeSegments segments;
    private readonly JoinLines join;
    private readonly List<Block> blocks = [];
    private readonly List<(int Block, (int Size, PdfFace Face) Style)> styles = [];
    private readonly List<int> marks = [];
    private readonly List<PdfRow> table = [];
    private PdfSegment? before;

    private PdfLayout(List<PdfLine> lines)
    {
        headings = new(lines);
        segments = new(lines, headings.Plain);
        join = new(lines);
    }

    public static List<Block> Read(List<PdfRun> runs, int pages)
    {
        var lines = RunningLines.Without(JoinRuns.Run(runs), pages);
        return lines.Count == 0 ? [] : new PdfLayout(lines).Read();
    }

    private List<Block> Read()
    {
        foreach (var row in PdfTable.Rows(segments.Run()))
        {
            var heading = IsHeading(row);
            if (!heading && (table.Count > 0 ? PdfTable.Continues(table, row) : row.Cells.Count > 1))
            {
                table.Add(row);
            }
            else
            {
                CloseTable();
                if (!heading && row.Cells.Count > 1)
                    table.Add(row);
                else
                    Add(row, heading);
            }

            before = row.Cells[^1];
        }

        CloseTable();
        SetLevels();
        return blocks;
    }

    private bool IsHeading(PdfRow row)
    {
        var apart = before is null || before.Page != row.First.Page || row.First.Top - before.Last.Top > segments.MostPitch(row.First.Size)
            || blocks is [.., { Kind: BlockKind.Heading }];
        return row.Cells.Count == 1 ? headings.Is(row.First, apart) : row.Cells.TrueForAll(c => headings.IsLarger(c.Size) && headings.Is(c, apart));
    }

    private void Add(PdfRow row, bool heading)
    {
        var text = join.Run(row.Cells.SelectMany(c => c.Lines).Select(l => l.Text));
        var segment = row.First;
        if (heading)
        {
            marks.Clear();
            styles.Add((blocks.Count, segment.First.Style));
            blocks.Add(new(BlockKind.Heading, text, 1, segment.Page));
        }
        else if (segment.First.Mark)
        {
            blocks.Add(new(BlockKind.Item, ListMarks.Plain(text), LevelOf(segment), segment.Page));
        }
        else if (GoesOn(segment))
        {
            blocks[^1] = blocks[^1] with { Text = join.Run([blocks[^1].Text, text]) };
        }
        else
        {
            if (marks.Count > 0 && segment.Left <= marks[0] + (segment.Size / 2))
                marks.Clear();
            blocks.Add(new(BlockKind.Paragraph, text, 0, segment.Page));
        }
    }

    // A paragraph that runs over the end of the page; over one only, so that what was found opens not far from its place.
    private bool GoesOn(PdfSegment segment) =>
        before is not null && before.Page == segment.Page - 1 && before.Size == segment.Size && before.StandsOut == segment.StandsOut
        && blocks is [.., { Kind: BlockKind.Paragraph or BlockKind.Item } last] && last.Page == before.Page && !before.Last.EndsSentence && IsBelow(segment, before)
        && (char.IsLower(segment.First.Text[0]) || before.Last.Right > segments.RightEdge - (segment.Size * 6));

    private static bool IsBelow(PdfSegment segment, PdfSegment above) =>
        above is { First.Mark: true, Lines.Count: 1 } ? segment.Left > above.Left + (segment.Size / 2) : Math.Abs(segment.Left - above.Last.Left) <= segment.Size;

    private int LevelOf(PdfSegment item)
    {
        var near = item.Size * 4 / 5;
        while (marks.Count > 0 && item.Left < marks[^1] - near)
            marks.RemoveAt(marks.Count - 1);
        if (marks.Count == 0 || item.Left > marks[^1] + near)
            marks.Add(item.Left);
        return marks.Count - 1;
    }

    private string TextOf(PdfSegment segment) => join.Run(segment.Lines.Select(l => l.Text));

    private void CloseTable()
    {
        if (table.Count == 0)
            return;
        marks.Clear();
        var rows = PdfTable.Cells(table).ConvertAll(r => string.Join(" | ", r.Select(c => c is null ? "" : TextOf(c))));
        // A table over several pages repeats its heading row.
        var text = string.Join('\n', rows.Where((r, i) => i == 0 || r != rows[0]));
        blocks.Add(new(rows.Count > 1 ? BlockKind.Table : BlockKind.Paragraph, text, 0, table[0].First.Page));
        table.Clear();
    }

    /// <summary>The larger the letters, the higher the heading; what a document begins with is its title.</summary>
    private void SetLevels()
    {
        var ranks = styles.Select(s => s.Style).Distinct().OrderByDescending(s => s.Size).ThenByDescending(s => s.Face).ToList();
        foreach (var (block, style) in styles)
            blocks[block] = blocks[block] with { Level = headings.Plain.Count > 0 && block > 0 ? 2 : block == 0 ? 1 : ranks.IndexOf(style) + 1 };
    }
}
