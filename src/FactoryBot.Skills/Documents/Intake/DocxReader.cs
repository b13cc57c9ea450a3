using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads a Word document: headings by style or outline level, lists with their numbers, tables.</summary>
internal sealed class DocxReader
{
    private readonly Dictionary<string, int> levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> numbered = new(StringComparer.Ordinal);
    private readonly Dictionary<(int List, int Level), int> counts = [];
    private readonly HashSet<int> ordered = [];
    private readonly List<Block> blocks = [];

    private DocxReader(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            var name = style.StyleName?.Val?.Value ?? "";
            var id = style.StyleId?.Value ?? "";
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
                levels[id] = 1;
            else if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var level))
                levels[id] = level;
            else if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 9)
                levels[id] = outline + 1;
            numbered[id] = style.StyleParagraphProperties?.NumberingProperties is not null;
        }

        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            var kinds = numbering!.Elements<AbstractNum>().FirstOrDefault(a => a.AbstractNumberId?.Value == list.AbstractNumId?.Val?.Value);
            if (list.NumberID?.Value is { } id && kinds?.Elements<Level>().FirstOrDefault()?.NumberingFormat?.Val?.Value is { } format && format != NumberFormatValues.Bullet)
                ordered.Add(id);
        }
    }

    public static DocumentText Read(byte[] content)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(content), false);
        var main = file.MainDocumentPart ?? throw new InvalidDataException("There is no document.");
        var reader = new DocxReader(main);
        if (main.Document?.Body is { } body)
            reader.Add(body.ChildElements);
        return new(file.PackageProperties.Title is { Length: > 0 } title ? title : null, reader.blocks);
    }

    private void Add(IEnumerable<OpenXmlElement> elements)
    {
        foreach (var element in elements)
        {
            if (element is Paragraph paragraph)
                Add(paragraph);
            else if (element is Table table)
                blocks.Add(new(BlockKind.Table, string.Join('\n', table.Elements<TableRow>().Select(Row))));
            else if (element is SdtBlock or SdtContentBlock or CustomXmlBlock)
                Add(element.ChildElements);
        }
    }

    private void Add(Paragraph paragraph)
    {
        var text = Words(paragraph);
        if (text.Length == 0)
            return;
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        if (levels.TryGetValue(style, out var level))
            blocks.Add(new(BlockKind.Heading, text, level));
        else if (paragraph.ParagraphProperties?.NumberingProperties is { NumberingId.Val.Value: > 0 } numbering)
            AddItem(text, numbering);
        else
            blocks.Add(new(numbered.GetValueOrDefault(style) ? BlockKind.Item : BlockKind.Paragraph, numbered.GetValueOrDefault(style) ? "• " + text : text));
    }

    private void AddItem(string text, NumberingProperties numbering)
    {
        var list = numbering.NumberingId!.Val!.Value;
        var level = numbering.NumberingLevelReference?.Val?.Value ?? 0;
        var number = counts[(list, level)] = counts.GetValueOrDefault((list, level)) + 1;
        foreach (var deeper in counts.Keys.Where(k => k.List == list && k.Level > level).ToList())
            counts.Remove(deeper);
        blocks.Add(new(BlockKind.Item, (ordered.Contains(list) ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "• ") + text, level));
    }

    private static string Row(TableRow row) => string.Join(" | ", row.Elements<TableCell>().Select(c => string.Join(' ', c.Descendants<Paragraph>().Select(Words))));

    private static string Words(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(e => e switch
    {
        Text text => text.Text,
        TabChar or Break => " ",
        NoBreakHyphen => "-",
        _ => "",
    })).Trim();
}
