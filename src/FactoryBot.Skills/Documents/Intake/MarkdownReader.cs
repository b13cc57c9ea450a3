using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads Markdown: headings, paragraphs, lists with their numbers, tables.</summary>
internal static partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public static DocumentText Read(string text)
    {
        var blocks = new List<Block>();
        foreach (var block in Markdown.Parse(text, Pipeline))
            Add(blocks, block, 0);
        return new(null, blocks);
    }

    private static void Add(List<Block> blocks, Markdig.Syntax.Block block, int depth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock:
                break;
            case HeadingBlock heading:
                blocks.Add(new(BlockKind.Heading, Words(heading.Inline), heading.Level));
                break;
            case ListBlock list:
                AddList(blocks, list, depth);
                break;
            case Table table:
                blocks.Add(new(BlockKind.Table, string.Join('\n', table.OfType<TableRow>().Select(r => string.Join(" | ", r.OfType<TableCell>().Select(Cell))))));
                break;
            case ParagraphBlock paragraph:
                blocks.Add(new(BlockKind.Paragraph, Words(paragraph.Inline)));
                break;
            case CodeBlock code:
                blocks.Add(new(BlockKind.Paragraph, code.Lines.ToString()));
                break;
            case HtmlBlock html:
                blocks.AddRange(HtmlReader.Read(html.Lines.ToString()).Blocks);
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Add(blocks, child, depth);
                break;
        }
    }

    private static void AddList(List<Block> blocks, ListBlock list, int depth)
    {
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "• ";
            foreach (var child in item)
            {
                if (child is ParagraphBlock paragraph)
                {
                    blocks.Add(mark.Length == 0 ? new(BlockKind.Paragraph, Words(paragraph.Inline)) : new(BlockKind.Item, mark + Words(paragraph.Inline), depth));
                    mark = "";
                }
                else
                {
                    Add(blocks, child, depth + 1);
                }
            }
        }
    }

    private static string Cell(TableCell cell) => string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => Words(p.Inline).Replace('\n', ' ')));

    private static string Words(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        Collect(inlines, words);
        return Spaces().Replace(words.ToString(), " ").Trim();
    }

    private static void Collect(ContainerInline? inlines, StringBuilder words)
    {
        var code = false;
        foreach (var inline in inlines ?? [])
        {
            // What stands in a script is no text of the document.
            code = inline is HtmlInline { Tag: var mark } ? OpensCode(mark) || (code && !ClosesCode(mark)) : code;
            switch (inline)
            {
                case var _ when code:
                    break;
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline quoted:
                    words.Append(quoted.Content);
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    words.Append(' ');
                    break;
                case ContainerInline container:
                    Collect(container, words);
                    break;
            }
        }
    }

    private static bool OpensCode(string tag) => tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<style", StringComparison.OrdinalIgnoreCase);

    private static bool ClosesCode(string tag) => tag.StartsWith("</script", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("</style", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[ \u00a0\\n]{2,}|\u00a0")]
    private static partial Regex Spaces();
}
