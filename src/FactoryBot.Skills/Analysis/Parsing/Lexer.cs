using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>A word, a number or a quoted text of a question.</summary>
/// <param name="Text">Lower case without accents.</param>
/// <param name="Number">Its value where it is a number: "1,000", "10k", "three".</param>
/// <param name="Quoted">Typed in quotes: a value, whatever it says.</param>
internal sealed record Word(string Text, string Stem, decimal? Number, int Start, int End, bool Quoted, bool AfterComma, bool Capital)
{
    /// <summary>Written in figures.</summary>
    public bool Digits { get; init; }
}

internal static class Lexer
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["fifty"] = 50, ["hundred"] = 100, ["thousand"] = 1000, ["dozen"] = 12,
        ["zero"] = 0,
    };

    private static readonly HashSet<string> Articles = new(["the", "a", "an", "our", "my", "their", "its", "his", "her", "your", "s"], StringComparer.Ordinal);

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var comma = false;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c is '"' or '“' or '„' || (c is '\'' or '‘' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))))
            {
                var close = text.IndexOfAny(['"', '”', '“', '\'', '’'], at + 1);
                if (close > at + 1 && close - at < 80)
                {
                    var inside = text[(at + 1)..close];
                    words.Add(new(Fold(inside), Fold(inside), null, at + 1, close, true, comma, true));
                    at = close + 1;
                    comma = false;
                    continue;
                }
            }

            if (char.IsLetter(c))
                at = Letters(text, at, words, comma);
            else if (char.IsAsciiDigit(c))
                at = Digits(text, at, words, comma);
            else
            {
                var sign = at + 1 < text.Length && text[at + 1] == '=' && c is '<' or '>' ? text.Substring(at, 2) : c.ToString();
                if (c is '<' or '>' or '=' or '%' or '#' or '≥' or '≤')
                    words.Add(new(sign, sign, null, at, at + sign.Length, false, comma, false));
                comma = c is ',' or ';' or ':' || c is '?' or '.' or '!' || (comma && c == ' ');
                at += c is '<' or '>' ? sign.Length : 1;
                continue;
            }

            comma = false;
        }

        return words;
    }

    private static int Letters(string text, int at, List<Word> words, bool comma)
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark
            || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])) || (at > start && text[at] == '_')))
            at++;
        var raw = text[start..at];
        var folded = Sentence.Fold(raw);
        var word = folded is "dont" or "doesnt" or "didnt" or "havent" or "hasnt" or "hadnt" or "isnt" or "arent" or "wasnt" or "werent" or "wont" or "cant" ? "not" : folded;
        if (word.Length > 0 && (!Articles.Contains(word) || Numbered(text, at) || IsLastLetter(text, start, at)))
            words.Add(new(word, Stems.Of(word), Numbers.TryGetValue(word, out var n) ? n : null, start, at, false, comma, char.IsUpper(raw[0])));
        return at;
    }

    // "Starts with S".
    private static bool IsLastLetter(string text, int start, int at) => at == start + 1 && char.IsUpper(text[start]) && start > 0 && text.AsSpan(at).Trim(Ending).IsEmpty;

    private const string Ending = " .?!\"'”";

    // "S-003", "A 12": the letter is part of the number's name.
    private static bool Numbered(string text, int at) => at + 1 < text.Length && text[at] is '-' or '.' or '/' or '_' && char.IsAsciiDigit(text[at + 1]);

    private static int Digits(string text, int at, List<Word> words, bool comma)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
            && (text[at] == '.' || (at + 3 < text.Length && text[(at + 1)..(at + 4)].All(char.IsAsciiDigit) && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4])))))))
            at++;
        var figures = text[start..at].Replace(",", "", StringComparison.Ordinal);
        decimal? number = decimal.TryParse(figures, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;
        if (at < text.Length && text[at] is 'k' or 'K' or 'm' or 'M' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
            number *= text[at++] is 'k' or 'K' ? 1_000 : 1_000_000;
        else if (at + 1 < text.Length && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th")
            at += 2;
        else if (at < text.Length && char.IsLetter(text[at]))
        {
            // "4you" or a code such as 2A: one word, no number.
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            number = null;
        }

        var word = text[start..at].ToLowerInvariant();
        words.Add(new(word, word, number, start, at, false, comma, false) { Digits = number is not null });
        return at;
    }

    /// <summary>Several words as one key: lower case, without accents, signs and articles.</summary>
    public static string Fold(string text) => string.Join(' ', Keys(text).Select(k => k.Text));

    /// <summary>The words of a phrase or a value as the lexicon keeps them.</summary>
    public static List<(string Text, string Stem)> Keys(string text)
    {
        var keys = new List<(string, string)>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsLetter(text[at]))
            {
                while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark
                    || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
                    at++;
                var word = Sentence.Fold(text.AsSpan(start, at - start));
                if (word.Length > 0 && (!Articles.Contains(word) || Numbered(text, at)))
                    keys.Add((word, Stems.Of(word)));
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
                    at++;
                var word = text[start..at].ToLowerInvariant();
                keys.Add((word, word));
            }
            else
                at++;
        }

        return keys;
    }
}
