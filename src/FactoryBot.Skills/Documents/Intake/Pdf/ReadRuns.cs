using System.Globalization;
using System.Net;
using System.Text;

namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Reads what poppler's pdftohtml writes with -xml: a line for each page, font and string. It is no XML that a reader of XML takes: marks of
/// bold and links cross each other.</summary>
internal static class ReadRuns
{
    // Links inside the document are told before it, in the same line.
    private const string PageTag = "<page number=\"";
    private const string FontTag = "<fontspec ";
    private const string TextTag = "<text ";

    /// <returns>The strings in the order they are drawn in, and how many pages there are.</returns>
    public static (List<PdfRun> Runs, int Pages) Run(string xml)
    {
        var runs = new List<PdfRun>();
        var fonts = new Dictionary<int, Font>();
        var used = new List<int>();
        var pages = 0;
        foreach (var line in xml.AsSpan().EnumerateLines())
        {
            var tag = line.TrimStart();
            if (tag.StartsWith(TextTag, StringComparison.Ordinal))
                Add(runs, used, tag, pages, fonts);
            else if (tag.Contains(PageTag, StringComparison.Ordinal))
                pages++;
            else if (tag.StartsWith(FontTag, StringComparison.Ordinal))
                fonts[Number(tag, " id=\"")] = new(Number(tag, " size=\""), Value(tag, " family=\""), Value(tag, " color=\""));
        }

        return (WithFaces(runs, used, fonts), pages);
    }

    private static List<PdfRun> WithFaces(List<PdfRun> runs, List<int> used, Dictionary<int, Font> fonts)
    {
        var text = fonts.GetValueOrDefault(used.Zip(runs).GroupBy(r => r.First, r => r.Second.Text.Length).MaxBy(g => g.Sum())?.Key ?? 0);
        for (var i = 0; i < runs.Count; i++)
        {
            var font = fonts.GetValueOrDefault(used[i]);
            if (runs[i].Face == PdfFace.Text && font.Family != text.Family && font.Colour != text.Colour)
                runs[i] = runs[i] with { Face = PdfFace.Other };
        }

        return runs;
    }

    private static void Add(List<PdfRun> runs, List<int> used, ReadOnlySpan<char> tag, int page, Dictionary<int, Font> fonts)
    {
        var start = tag.IndexOf('>') + 1;
        var end = tag.LastIndexOf("</text>", StringComparison.Ordinal);
        if (start == 0)
            return;
        var marked = end < start ? tag[start..] : tag[start..end];
        var text = Plain(marked);
        if (text.Length == 0)
            return;
        var height = Number(tag, " height=\"");
        var font = Number(tag, " font=\"");
        var size = fonts.GetValueOrDefault(font).Size;
        used.Add(font);
        runs.Add(new(
            page, Number(tag, " top=\""), Number(tag, " left=\""), Number(tag, " width=\""), height, size > 0 ? size : height,
            marked.Contains("<b>", StringComparison.Ordinal) ? PdfFace.Bold : PdfFace.Text, text));
    }

    private static int Number(ReadOnlySpan<char> tag, string name) =>
        int.TryParse(Quoted(tag, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // What a font is called begins with six letters of its own where it is a part of one.
    private static string Value(ReadOnlySpan<char> tag, string name) => Quoted(tag, name) is var quoted && quoted.Length > 7 && quoted[6] == '+' ? quoted[7..].ToString() : quoted.ToString();

    private static ReadOnlySpan<char> Quoted(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
            return [];
        var rest = tag[(at + name.Length)..];
        var end = rest.IndexOf('"');
        return end < 0 ? [] : rest[..end];
    }

    private static string Plain(ReadOnlySpan<char> marked)
    {
        if (marked.IndexOfAny('<', '&') < 0)
            return Spaces(marked.ToString());
        var text = new StringBuilder(marked.Length);
        while (marked.Length > 0)
        {
            var open = marked.IndexOf('<');
            text.Append(open < 0 ? marked : marked[..open]);
            var close = open < 0 ? -1 : marked[open..].IndexOf('>');
            marked = close < 0 ? [] : marked[(open + close + 1)..];
        }

        return Spaces(WebUtility.HtmlDecode(text.ToString()));
    }

    // A space that does not break is a space to whoever searches.
    private static string Spaces(string text) => text.Replace('\u00a0', ' ');

    private readonly record struct Font(int Size, string? Family, string? Colour);
}
