using System.Buffers;
using System.Globalization;
using System.Text;

namespace FactoryBot.Planning;

/// <summary>Takes out of foreign text what a reader cannot see and a model could be led by: control characters, zero-width
/// and direction marks, lone surrogates. Line breaks stay.</summary>
internal static class UserText
{
    // ASCII, Latin letters without the soft hyphen, and what answers are set with: almost every text consists of these and is clean as it stands.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Between(' ', '~'), .. Between('\u00A1', '\u00AC'), .. Between('\u00AE', '\u017F'), '\n', '\t', .. "–—‘’“”„•…‰€→←↑↓−≈≤≥"]);

    private static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text.Trim();
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                clean.Append((char)rune.Value);
            else if (rune.Value is '\u00A0' or '\u202F' or '\u2009')
                clean.Append(' ');
            else if (IsVisible(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    /// <summary>For names that stand on one line of a longer text.</summary>
    public static string CleanLine(string text, int most)
    {
        var line = Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ');
        return Cut(line, most);
    }

    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";

    // Format covers zero-width, bidirectional and tag characters; U+FFFD is what a lone surrogate is read as.
    private static bool IsVisible(Rune rune) => rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F));
}
