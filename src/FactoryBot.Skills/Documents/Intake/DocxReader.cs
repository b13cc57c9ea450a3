using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FactoryBot.Skills.Documents.Intake.Docx;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads a Word document: headings by style or outline level, lists with their numbers, tables.</summary>
internal sealed class DocxReader
{
    private readonly DocxStyles styles;
    private readonly DocxLists lists;
    private readonly List<Block> blocks = [];

    private DocxReader(MainDocumentPart main)
    {
        styles = new(main.StyleDefinitionsPart?.Styles);
        lists = new(main.NumberingDefinitionsPart?.Numbering);
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
        var own = paragraph.ParagraphProperties;
        var style = styles.Of(own?.ParagraphStyleId?.Val?.Value);
        var list = own?.NumberingProperties?.NumberingId?.Val?.Value ?? style.List;
        if (style.IsContents)
            return;
        if ((own?.OutlineLevel?.Val?.Value is { } outline and < 9 ? outline + 1 : style.Heading) is { } level)
            blocks.Add(new(BlockKind.Heading, text, level));
        else if (list is > 0)
            AddItem(text, list.Value, own?.NumberingProperties?.NumberingLevelReference?.Val?.Value ?? style.ListLevel ?? 0);
        else
            blocks.Add(new(BlockKind.Paragraph, text));
    }

    private void AddItem(string text, int list, int level)
    {
        var mark = lists.Next(list, level);
        blocks.Add(mark.Length == 0 ? new(BlockKind.Paragraph, text) : new(BlockKind.Item, mark + text, level));
    }

    private static string Row(TableRow row) => string.Join(" | ", row.Elements<TableCell>().Select(c => string.Join(' ', Paragraphs(c).Where(p => p.Length > 0))));

    private static IEnumerable<string> Paragraphs(OpenXmlElement cell) => cell.ChildElements.SelectMany(c => c is Paragraph paragraph ? [Words(paragraph)] : Paragraphs(c));

    private static string Words(Paragraph paragraph)
    {
        var words = new StringBuilder();
        Collect(paragraph, words);
        return string.Join(' ', words.ToString().Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void Collect(OpenXmlElement element, StringBuilder words)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text text:
                    words.Append(text.Text);
                    break;
                case TabChar or Break or CarriageReturn:
                    words.Append(' ');
                    break;
                case NoBreakHyphen:
                    words.Append('-');
                    break;
                // The same once more for old programs, and what was moved away.
                case AlternateContentFallback or MoveFromRun or DeletedRun:
                    break;
                case Paragraph when words.Length > 0:
                    words.Append(' ');
                    Collect(child, words);
                    break;
                default:
                    if (child.HasChildren)
                        Collect(child, words);
                    break;
            }
        }
    }
}
