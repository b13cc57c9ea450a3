using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Cuts a document into pieces along its headings. A list stays together where it fits, a table repeats its heading row.</summary>
internal static partial class SplitDocument
{
    private const int Full = 1_400;
    private const int Least = 8;

    public static List<Piece> Run(DocumentText document, string title)
    {
        var pieces = new List<Piece>();
        var path = new List<(int Level, string Text)> { (0, title) };
        var lines = new List<string>();
        int? page = null;
        foreach (var block in document.Blocks.SelectMany(Cut))
        {
            if (block.Kind == BlockKind.Heading)
            {
                Flush();
                path.RemoveAll(h => h.Level >= Math.Max(1, block.Level));
                if (!Same(block.Text, title) && block.Text.Length > 0)
                    path.Add((Math.Max(1, block.Level), block.Text));
                continue;
            }

            if (lines.Count > 0 && lines.Sum(l => l.Length + 1) + block.Text.Length > Full)
                Flush();
            page = lines.Count == 0 ? block.Page : page;
            lines.Add(block.Kind == BlockKind.Item ? new string(' ', 2 * Math.Min(block.Level, 3)) + block.Text : block.Text);
        }

        Flush();
        return pieces;

        void Flush()
        {
            var text = string.Join('\n', lines).Trim('\n');
            lines.Clear();
            // A list of links to other pages has the words of those pages, and answers nothing.
            if (text.Length >= Least && !Links().IsMatch(path[^1].Text))
                pieces.Add(new(pieces.Count, [.. path.Select(h => h.Text)], text, page));
        }
    }

    /// <summary>The title on top: the first heading of the highest level; otherwise what the document calls itself; otherwise the file's name.</summary>
    public static string TitleOf(DocumentText document, string fileName)
    {
        var first = document.Blocks.Take(3).FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: <= 1, Text.Length: > 0 });
        var title = first?.Text ?? document.Title ?? Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ');
        return title.Length > 200 ? title[..200] : title;
    }

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Block> Cut(Block block)
    {
        if (block.Text.Length <= Full || block.Kind == BlockKind.Heading)
            return [block];
        return block.Kind == BlockKind.Table ? Rows(block) : Sentences(block);
    }

    private static IEnumerable<Block> Rows(Block table)
    {
        var rows = table.Text.Split('\n');
        var head = rows[0].Length > Full / 2 ? rows[0][..(Full / 2)] : rows[0];
        var part = new List<string> { head };
        foreach (var row in rows.Skip(1).SelectMany(r => r.Length > Full ? r.Chunk(Full).Select(c => new string(c)) : [r]))
        {
            if (part.Count > 1 && part.Sum(r => r.Length + 1) + row.Length > Full)
            {
                yield return table with { Text = string.Join('\n', part) };
                part = [head];
            }

            part.Add(row);
        }

        yield return table with { Text = string.Join('\n', part) };
    }

    private static IEnumerable<Block> Sentences(Block block)
    {
        var start = 0;
        while (block.Text.Length - start > Full)
        {
            var end = block.Text.LastIndexOf(". ", start + Full - 1, Full / 2, StringComparison.Ordinal);
            end = end < 0 ? block.Text.LastIndexOf(' ', start + Full - 1, Full / 2) : end;
            end = end < 0 ? start + Full - 1 : end;
            yield return block with { Text = block.Text[start..(end + 1)].Trim() };
            start = end + 1;
        }

        yield return block with { Text = block.Text[start..].Trim() };
    }

    [GeneratedRegex(@"^(see also|related (topics|information|articles|links|content)|next steps?|further reading|more information|siehe auch)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
