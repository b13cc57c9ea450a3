using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Charts;

/// <summary>How wide a text becomes. Measured in the widest of the fonts that clients fall back to, so that what fits here fits everywhere.</summary>
internal static class TextWidth
{
    private const double UnitsPerEm = 2048;
    private const double Other = 1303;
    private const double Wide = 2048;

    // Advance widths of the characters from space to tilde.
    private static readonly short[] Ascii =
    [
        651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690,
        1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087,
        2048, 1401, 1405, 1430, 1577, 1294, 1178, 1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612,
        1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403, 799, 690, 799, 1716, 1024,
        1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995, 1298, 1253,
        1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716,
    ];

    public static double Of(string text, double size, bool bold = false)
    {
        var units = 0.0;
        foreach (var rune in text.EnumerateRunes())
            units += Units(rune);
        return units / UnitsPerEm * size * (bold ? 1.11 : 1);
    }

    /// <summary>The text, or as much of it as has room with an ellipsis behind it; empty where not even a letter has.</summary>
    public static string Cut(string text, double size, double room, bool bold = false)
    {
        if (Of(text, size, bold) <= room)
            return text;
        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var i = elements.Length - 1; i > 0; i--)
        {
            var cut = text[..elements[i]].TrimEnd() + "…";
            if (Of(cut, size, bold) <= room)
                return cut;
        }
        return "";
    }

    /// <summary>Breaks between words into at most so many lines; the last one is cut where the rest has no room.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double room, int most)
    {
        var lines = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            if (lines.Count == most - 1 || Of(rest, size) <= room)
            {
                lines.Add(Cut(rest, size, room));
                break;
            }
            var end = Break(rest, size, room);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        return lines;
    }

    private static int Break(string text, double size, double room)
    {
        var best = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ' || text[i - 1] is '-' or '/' or '_')
            {
                if (Of(text[..i], size) > room)
                    break;
                best = i;
            }
        }
        if (best > 0)
            return best;
        // One word that is wider than the room: broken where it ends.
        var elements = StringInfo.ParseCombiningCharacters(text);
        var fits = elements.Skip(1).TakeWhile(i => Of(text[..i], size) <= room).ToList();
        return fits.Count > 0 ? fits[^1] : elements.Length > 1 ? elements[1] : text.Length;
    }

    private static double Units(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => Ascii[rune.Value - ' '],
        < ' ' => 0,
        '…' or '–' => 2048,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        >= 0x1100 => Wide,
        _ => Other * 1.15,
    };
}
