using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>Blanks the parts of a text that are accounted for, so that what is left are its figures.</summary>
internal static class TextMask
{
    /// <summary>One kind of digit and of space; null where the text holds numbers or letters that cannot be read with certainty
    /// (Roman numerals as single characters, fractions, other scripts).</summary>
    public static string? Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber || (char.IsLetter(c) && c > 'ɏ'))
                return null;
            if (category == UnicodeCategory.DecimalDigitNumber)
                readable.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else
                readable.Append(c is '\u2011' or '\u2010' ? '-' : c);
        }
        return readable.ToString();
    }

    public static string Blank(string text, Regex pattern, Func<Match, bool> take) =>
        pattern.Replace(text, m => take(m) ? Gap(m.Value) : m.Value);

    // The full width keeps all positions; the mark keeps words on both sides apart.
    private static string Gap(string value) => value.Length == 1 ? "¤" : "¤" + new string(' ', value.Length - 2) + "¤";
}
