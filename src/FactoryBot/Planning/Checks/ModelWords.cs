using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>Makes plain text of what a model wrote: no links, images, tags or markup, nothing invisible.</summary>
internal static partial class ModelWords
{
    public static string Plain(string words)
    {
        var text = UserText.Clean(words.ReplaceLineEndings("\n"));
        text = Image().Replace(text, "$1");
        text = Link().Replace(text, "$1");
        text = ReferenceLink().Replace(text, "");
        text = Tag().Replace(text, "");
        text = Address().Replace(text, "(link removed)");
        text = LineMark().Replace(text, "");
        text = Emphasis().Replace(text, "");
        return Gaps().Replace(text, "\n\n").Trim();
    }

    [GeneratedRegex(@"!\[([^\]]*)\]\s?(?:\([^)]*\)|\[[^\]]*\])")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]]*)\]\s?\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*\[[^\]]+\]:\s*\S+.*$", RegexOptions.Multiline)]
    private static partial Regex ReferenceLink();

    [GeneratedRegex(@"</?[A-Za-z!][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.|\b(?:mailto|javascript|data|tel|msteams):)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|```.*$)", RegexOptions.Multiline)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"[*`|]+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();
}
