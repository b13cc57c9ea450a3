namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads plain text: an empty line ends a paragraph, a line of list marks is an item, an underlined line a heading.</summary>
internal static class PlainTextReader
{
    public static DocumentText Read(string text)
    {
        var blocks = new List<Block>();
        var paragraph = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 2 && paragraph.Count == 1 && trimmed.Distinct().Count() == 1 && trimmed[0] is '=' or '-' or '~' && paragraph.Count == 1)
            {
                blocks.Add(new(BlockKind.Heading, paragraph[0], trimmed[0] == '=' ? 1 : 2));
                paragraph.Clear();
                continue;
            }

            var item = Lists.IsItem(trimmed);
            if ((trimmed.Length == 0 || item) && paragraph.Count > 0)
            {
                var joined = string.Join(' ', paragraph);
                blocks.Add(new(Lists.IsItem(joined) ? BlockKind.Item : BlockKind.Paragraph, joined));
                paragraph.Clear();
            }

            if (trimmed.Length > 0)
                paragraph.Add(trimmed);
        }

        return new(null, blocks);
    }
}
