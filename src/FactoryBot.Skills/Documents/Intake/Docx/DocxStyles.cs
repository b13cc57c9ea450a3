using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FactoryBot.Skills.Documents.Intake.Docx;

/// <summary>What the styles of a Word document make of a paragraph, those that they are based on counted in.</summary>
internal sealed class DocxStyles
{
    private const int DeepestOutline = 8;
    private const int MostBases = 10;
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxStyle> read = new(StringComparer.Ordinal);

    public DocxStyles(Styles? all)
    {
        foreach (var style in all?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
                styles[id] = style;
        }
    }

    public DocxStyle Of(string? id)
    {
        if (id is null)
            return default;
        if (!read.TryGetValue(id, out var style))
            read[id] = style = Read(id, 0);
        return style;
    }

    private DocxStyle Read(string id, int depth)
    {
        if (depth > MostBases || !styles.TryGetValue(id, out var style))
            return default;
        var based = style.BasedOn?.Val?.Value is { } under ? Read(under, depth + 1) : default;
        var name = style.StyleName?.Val?.Value ?? "";
        var numbering = style.StyleParagraphProperties?.NumberingProperties;
        return new(
            LevelOf(name) ?? (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and <= DeepestOutline ? outline + 1 : based.Heading),
            numbering?.NumberingId?.Val?.Value ?? based.List,
            numbering?.NumberingLevelReference?.Val?.Value ?? based.ListLevel,
            name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || name.Equals("table of figures", StringComparison.OrdinalIgnoreCase) || based.IsContents);
    }

    private static int? LevelOf(string name) =>
        name.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1
        : name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
}

/// <param name="Heading">Its level; null where it is none.</param>
/// <param name="List">The list that its paragraphs are items of.</param>
/// <param name="IsContents">A line of a table of contents, which has the words of everything and answers nothing.</param>
internal readonly record struct DocxStyle(int? Heading, int? List, int? ListLevel, bool IsContents);
