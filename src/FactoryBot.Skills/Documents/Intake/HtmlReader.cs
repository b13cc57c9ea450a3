using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads the text of a web page: headings, paragraphs, lists, tables. Scripts, styles, navigation and comments are left out.</summary>
internal static partial class HtmlReader
{
    public static DocumentText Read(string html)
    {
        var title = Title().Match(html) is { Success: true } match ? Plain(match.Groups[1].Value) : null;
        var walk = new Walk();
        var at = 0;
        var shown = Hidden().Replace(html, " ");
        foreach (Match tag in Tag().Matches(shown))
        {
            walk.Text(shown[at..tag.Index]);
            walk.See(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["end"].Length > 0);
            at = tag.Index + tag.Length;
        }

        walk.Text(shown[at..]);
        walk.Flush();
        return new(string.IsNullOrWhiteSpace(title) ? null : title, walk.Blocks);
    }

    private static string Plain(string text) => Space().Replace(WebUtility.HtmlDecode(text), " ").Trim();

    private sealed class Walk
    {
        private readonly StringBuilder words = new();
        private readonly StringBuilder table = new();
        private readonly Stack<int> lists = new();
        private BlockKind kind = BlockKind.Paragraph;
        private int level;
        private bool inTable;
        private bool inItem;

        public List<Block> Blocks { get; } = [];

        public void Text(string text) => words.Append(WebUtility.HtmlDecode(text));

        public void See(string tag, bool ends)
        {
            if (tag is ['h', >= '1' and <= '6'])
                Turn(ends ? BlockKind.Paragraph : BlockKind.Heading, tag[1] - '0');
            else if (tag is "table")
                Table(ends);
            else if (inTable)
                Cell(tag, ends);
            else if (tag is "ul" or "ol")
                List(tag, ends);
            else if (tag is "li")
                Item(ends);
            else if (tag is "p" or "div" or "section" or "article" or "pre" or "blockquote" or "dt" or "dd" or "body" or "tr")
                Turn(inItem ? BlockKind.Item : BlockKind.Paragraph, level);
            else if (tag is "br")
                words.Append(' ');
        }

        public void Flush()
        {
            var text = Space().Replace(words.ToString(), " ").Trim();
            words.Clear();
            if (text.Length > 0 && text != "•")
                Blocks.Add(new(kind, text, kind == BlockKind.Paragraph ? 0 : level));
        }

        private void Turn(BlockKind next, int nextLevel)
        {
            Flush();
            kind = next;
            level = nextLevel;
        }

        private void List(string tag, bool ends)
        {
            Flush();
            if (ends && lists.Count > 0)
                lists.Pop();
            else if (!ends)
                lists.Push(tag == "ol" ? 1 : 0);
        }

        private void Item(bool ends)
        {
            inItem = !ends;
            Turn(ends ? BlockKind.Paragraph : BlockKind.Item, Math.Max(0, lists.Count - 1));
            if (ends)
                return;
            var number = lists.Count > 0 ? lists.Pop() : 0;
            words.Append(number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "• ");
            lists.Push(number > 0 ? number + 1 : 0);
        }

        private void Table(bool ends)
        {
            if (!ends)
            {
                Flush();
            }
            else if (table.Length > 0)
            {
                Blocks.Add(new(BlockKind.Table, table.ToString().Trim()));
                table.Clear();
            }

            words.Clear();
            inTable = !ends;
            kind = BlockKind.Paragraph;
        }

        private void Cell(string tag, bool ends)
        {
            if (tag is "td" or "th" && ends)
            {
                table.Append(table.Length > 0 && table[^1] != '\n' ? " | " : "").Append(Space().Replace(words.ToString(), " ").Trim());
                words.Clear();
            }
            else if (tag is "tr" && ends)
            {
                table.Append('\n');
                words.Clear();
            }
        }
    }

    [GeneratedRegex(@"<(script|style|nav|head|noscript|svg|template)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<title[^>]*>(.*?)</title", RegexOptions.Singleline | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
