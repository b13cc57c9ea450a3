using System.Globalization;

namespace FactoryBot.Skills.Quotes.Wording;

internal enum LexemeKind { Word, Number, Mark }

/// <summary>Letters, digits or one sign.</summary>
/// <param name="Glued">No space stands before it.</param>
internal readonly record struct Lexeme(LexemeKind Kind, string Text, bool Glued, decimal Value)
{
    private static readonly string[] Marks = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    public bool Is(string mark) => Text == mark;

    /// <summary>Cuts lower-case text into lexemes.</summary>
    public static void Read(string text, List<Lexeme> all)
    {
        var glued = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                glued = false;
                i++;
                continue;
            }

            var start = i;
            if (char.IsLetter(c))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                    i++;
                all.Add(new(LexemeKind.Word, text[start..i], glued, 0));
            }
            else if (IsNumberStart(text, i))
            {
                i = NumberEnd(text, i);
                all.Add(new(LexemeKind.Number, text[start..i], glued, Parse(text.AsSpan(start, i - start))));
            }
            else
            {
                i++;
                all.Add(new(LexemeKind.Mark, c < Marks.Length ? Marks[c] : c.ToString(), glued, 0));
            }

            glued = true;
        }
    }

    private static bool IsNumberStart(string text, int i) => char.IsAsciiDigit(text[i])
        || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])));

    private static int NumberEnd(string text, int i)
    {
        if (text[i] is '.' or ',')
            i++;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        while (i + 1 < text.Length && text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
        }

        return i;
    }

    /// <summary>1,000 and 1.000 are a thousand where three digits follow each sign and it is a comma or there are two; 2,5 is two and a half.</summary>
    internal static decimal Parse(ReadOnlySpan<char> text)
    {
        Span<char> clean = stackalloc char[text.Length];
        var length = 0;
        var signs = text.Count('.') + text.Count(',');
        var last = text.LastIndexOfAny('.', ',');
        var grouped = signs > 0 && last > 0 && text.Length - last - 1 == 3 && (signs > 1 || text[last] == ',') && text[0] is not ('0' or '.' or ',');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or ',')
            {
                if (i == last && !grouped)
                    clean[length++] = '.';
                continue;
            }

            clean[length++] = text[i];
        }

        return decimal.TryParse(clean[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }
}
