using System.Text;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>One spelling for the many signs that mean the same. Letters keep their case.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\r', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '×' or '✕' or '∗': plain.Append('x'); break;
                case 'µ' or 'μ': plain.Append(i + 1 < text.Length && char.IsLetter(text[i + 1]) ? "u" : "um"); break;
                case 'Ω' or 'Ω': plain.Append("ohm"); break;
                case '″' or '”' or '“' or '„': plain.Append('"'); break;
                case '′' or '’' or '‘': plain.Append(i + 1 < text.Length && text[i + 1] is '′' or '’' ? '"' : '\''); break;
                case '–' or '—' or '−' or '‑' or '‐': plain.Append('-'); break;
                case '½' or '¼' or '¾' or '⅛' or '⅜' or '⅝' or '⅞':
                    // "3¾" is three and three quarters.
                    if (i > 0 && char.IsAsciiDigit(text[i - 1]))
                        plain.Append(' ');
                    plain.Append(c switch { '½' => "1/2", '¼' => "1/4", '¾' => "3/4", '⅛' => "1/8", '⅜' => "3/8", '⅝' => "5/8", _ => "7/8" });
                    break;
                case 'ø' or 'Ø' or '⌀' or '∅': plain.Append(" dia "); break;
                case '°': plain.Append(" deg "); break;
                case '±': break;
                case 'ß': plain.Append("ss"); break;
                case 'ä': plain.Append("ae"); break;
                case 'ö': plain.Append("oe"); break;
                case 'ü': plain.Append("ue"); break;
                case 'Ä': plain.Append("Ae"); break;
                case 'Ö': plain.Append("Oe"); break;
                case 'Ü': plain.Append("Ue"); break;
                case 'é' or 'è' or 'ê': plain.Append('e'); break;
                case '²': plain.Append('2'); break;
                case '³': plain.Append('3'); break;
                // A space that must not break stands between thousands: 1 200 are twelve hundred.
                case '\u00a0' or '\u202f' or '\u2009': plain.Append(IsBetweenThousands(text, i) ? "" : " "); break;
                case '\u200b' or '\ufeff' or '\r': break;
                case '•' or '▪' or '●' or '‣' or '·': plain.Append("- "); break;
                default: plain.Append(c > '\u007f' && char.IsLetter(c) ? Bare(c) : c); break;
            }
        }

        return plain.ToString();
    }

    /// <summary>What stood in a text where its plain form has these words: a name is kept as it was written.</summary>
    public static string Written(string text, string plain)
    {
        if (Ascii.IsValid(text))
            return plain;
        var (whole, origins) = (new StringBuilder(text.Length + 8), new List<int>(text.Length + 8));
        for (var i = 0; i < text.Length; i++)
        {
            var part = char.IsAscii(text[i]) ? text[i].ToString() : Of(text[i].ToString());
            whole.Append(part);
            origins.AddRange(Enumerable.Repeat(i, part.Length));
        }

        var at = plain.Length == 0 ? -1 : whole.ToString().IndexOf(plain, StringComparison.Ordinal);
        return at < 0 ? plain : text[origins[at]..(origins[at + plain.Length - 1] + 1)];
    }

    // ç is c, ñ is n: people leave the marks out when they are in a hurry.
    private static char Bare(char c) => c.ToString().Normalize(NormalizationForm.FormD) is { Length: > 1 } parts && char.IsAsciiLetter(parts[0]) ? parts[0] : c;

    private static bool IsBetweenThousands(string text, int i) => i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 3 < text.Length
        && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4]));
}
