namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Makes paragraphs, items and headings out of the lines of pages. A PDF says nothing of its structure, so a short line that
/// ends no sentence and starts a part is taken for a heading.</summary>
internal static class PdfLayout
{
    private const int LongestHeading = 80;
    private const int MostHeadingWords = 12;

    public static List<Block> Read(IReadOnlyList<string> pages)
    {
        var repeated = Repeated(pages);
        var blocks = new List<Block>();
        for (var page = 0; page < pages.Count; page++)
        {
            var lines = pages[page].Split('\n').Where(l => !repeated.Contains(l.Trim()) && !IsPageNumber(l)).ToArray();
            Read(blocks, lines, page + 1);
        }

        return blocks;
    }

    private static void Read(List<Block> blocks, string[] lines, int page)
    {
        var open = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            if (text.Length == 0)
            {
                Close();
            }
            else if (IsHeading(lines, i))
            {
                Close();
                blocks.Add(new(BlockKind.Heading, text, blocks.Count == 0 ? 1 : 2, page));
            }
            else
            {
                if (Lists.IsItem(text))
                    Close();
                open.Add(text);
            }
        }

        Close();

        void Close()
        {
            if (open.Count == 0)
                return;
            var joined = string.Join(' ', open);
            open.Clear();
            var table = joined.Contains("   ", StringComparison.Ordinal) && !Lists.IsItem(joined);
            var text = table ? string.Join(" | ", joined.Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : Single(joined);
            blocks.Add(new(Lists.IsItem(joined) ? BlockKind.Item : BlockKind.Paragraph, text, 0, page));
        }
    }

    private static bool IsHeading(string[] lines, int at)
    {
        var line = lines[at];
        var text = line.Trim();
        if (line.Length - line.TrimStart().Length > 1 || text.Length is < 3 or > LongestHeading || !char.IsLetterOrDigit(text[0]) || char.IsLower(text[0])
            || text[^1] is '.' or ':' or ';' or ',' or '!' || text.Contains("   ", StringComparison.Ordinal) || Lists.IsItem(text)
            || text.Count(c => c == ' ') >= MostHeadingWords || !text.Any(char.IsLetter))
            return false;
        var before = at == 0 ? "" : lines[at - 1].Trim();
        var after = at + 1 < lines.Length ? lines[at + 1].Trim() : "";
        return (before.Length == 0 || before[^1] is '.' or ':' or '!' or '?') && after.Length > 0 && (char.IsUpper(after[0]) || Lists.IsItem(after));
    }

    /// <summary>Running heads and feet: the first or last line of most pages.</summary>
    private static HashSet<string> Repeated(IReadOnlyList<string> pages)
    {
        if (pages.Count < 3)
            return [];
        var edges = pages.Select(p => p.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList()).Where(l => l.Count > 2)
            .SelectMany(l => new[] { l[0], l[^1] }.Distinct(StringComparer.Ordinal));
        return edges.GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() * 2 > pages.Count).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsPageNumber(string line) => line.Trim() is { Length: > 0 and < 5 } text && text.All(char.IsAsciiDigit);

    private static string Single(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
