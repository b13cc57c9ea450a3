namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>What stands on many pages at the same place: heads and feet, page numbers, a mark behind the text. And the lines of a table of contents,
/// which have the words of everything and answer nothing.</summary>
internal static class RunningLines
{
    private const int FewestPages = 3;
    private const int FewestLines = 6;
    private const int Edge = 2;

    // Of the letters' size: from one line of a text to the next it is less.
    private const double Apart = 1.8;

    // A chapter's head stands on its pages alone, often on every other one.
    private const int Near = 2;

    public static List<PdfLine> Without(List<PdfLine> lines, int pages)
    {
        var edges = Edges(lines);
        var repeated = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        if (pages >= FewestPages)
        {
            // Page 3 and page 4 are the same foot.
            foreach (var same in lines.Where(edges.Contains).GroupBy(l => (l.Top, WithoutNumbers(l.Text))))
                AddRepeated(repeated, [.. same], pages);
            foreach (var same in lines.Where(l => !edges.Contains(l)).GroupBy(l => (l.Top, l.Left, l.Text)))
                // The first stays: it may be the heading row of a table that fills the pages.
                AddInMost(repeated, [.. same], pages, kept: 1);
        }

        var places = Places(repeated, pages);
        repeated.UnionWith(edges.Where(l => places.Contains(l.Top)));
        repeated.UnionWith(PageNumbers(lines));
        return lines.FindAll(l => !repeated.Contains(l) && !IsContents(l.Text));
    }

    // Where most pages have a head or a foot; that of a chapter of two pages stands there as well.
    private static HashSet<int> Places(HashSet<PdfLine> repeated, int pages) =>
        [.. repeated.GroupBy(l => l.Top).Where(g => g.Select(l => l.Page).Distinct().Count() * 2 > pages).Select(g => g.Key)];

    // Alone at the top or at the bottom; a number in a table has others beside it.
    private static IEnumerable<PdfLine> PageNumbers(List<PdfLine> lines) => lines.GroupBy(l => l.Page).SelectMany(page => new[] { page.MinBy(l => l.Top)!, page.MaxBy(l => l.Top)! }
        .Where(l => IsPageNumber(l.Text) && page.Count(o => Math.Abs(o.Top - l.Top) < l.Size / 2) == 1));

    private static void AddRepeated(HashSet<PdfLine> repeated, List<PdfLine> same, int pages)
    {
        var on = same.ConvertAll(l => l.Page).Distinct().ToList();
        if (on.Count >= FewestPages && on.Zip(on.Skip(1)).All(p => p.Second - p.First <= Near))
            repeated.UnionWith(same);
        else
            AddInMost(repeated, same, pages);
    }

    private static void AddInMost(HashSet<PdfLine> repeated, List<PdfLine> same, int pages, int kept = 0)
    {
        if (same.Count > 1 && same.ConvertAll(l => l.Page).Distinct().Count() * 2 > pages)
            repeated.UnionWith(same.Skip(kept));
    }

    /// <summary>The first and the last lines of pages that have more, as far as there is room between them and the text.</summary>
    private static HashSet<PdfLine> Edges(List<PdfLine> lines)
    {
        var edges = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var page in lines.GroupBy(l => l.Page))
        {
            var heights = page.Select(l => l.Top).Distinct().Order().ToList();
            if (heights.Count < FewestLines)
                continue;
            var upper = Enumerable.Range(0, Edge).Where(i => IsApart(page, heights[i], heights[i + 1])).Select(i => heights[i]).DefaultIfEmpty(int.MinValue).Max();
            var lower = Enumerable.Range(1, Edge).Where(i => IsApart(page, heights[^(i + 1)], heights[^i])).Select(i => heights[^i]).DefaultIfEmpty(int.MaxValue).Min();
            edges.UnionWith(page.Where(l => l.Top <= upper || l.Top >= lower));
        }

        return edges;
    }

    private static bool IsApart(IEnumerable<PdfLine> page, int top, int next) => next - top > Apart * page.First(l => l.Top == top).Size;

    private static string WithoutNumbers(string text) => string.Concat(text.Where(c => !char.IsAsciiDigit(c)));

    private static bool IsPageNumber(string text) => text.Length < 5 && text.All(char.IsAsciiDigit) || text.Length < 8 && text.All("ivxl".Contains);

    private static bool IsContents(string text) =>
        (text.Contains(".....", StringComparison.Ordinal) || text.Contains(". . . .", StringComparison.Ordinal)) && char.IsAsciiLetterOrDigit(text[^1]);
}
