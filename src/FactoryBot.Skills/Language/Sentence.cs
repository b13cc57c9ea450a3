using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Language;

/// <summary>A text cut into tokens; keeps where each stood, so that a part can be replaced in the words that were typed.</summary>
public sealed class Sentence
{
    private Sentence(string text, Token[] tokens)
    {
        Text = text;
        Tokens = tokens;
    }

    public string Text { get; }

    /// <summary>Corrections of typing errors are written into it.</summary>
    public Token[] Tokens { get; }

    public static Sentence Of(string text)
    {
        var tokens = new List<Token>(16);
        var joint = Joint.Space;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c) || IsLetter(c))
            {
                var start = at;
                var digits = char.IsAsciiDigit(c);
                while (at < text.Length && (digits ? char.IsAsciiDigit(text[at]) : IsLetter(text[at])))
                {
                    at++;
                }

                at = SkipPossessive(text, at, digits);
                joint = tokens.Count == 0 ? Joint.Space : joint;
                // "Lastweek": the space is missing.
                if (!digits && PeriodWords.FirstOfTwo(text.AsSpan(start, at - start)) is > 0 and var first)
                {
                    tokens.Add(Read(text, start, first, joint, digits));
                    (start, joint) = (start + first, Joint.Space);
                }

                var token = Read(text, start, at - start, joint, digits);
                if (PerUnit(text, tokens, token) is { } unit)
                {
                    tokens.Add(new("by", start - 1, 1, Joint.Space, null, false));
                    token = token with { Word = unit, Joint = Joint.Space };
                }

                tokens.Add(token);
                joint = Joint.None;
            }
            else
            {
                // "Scrap %" is scrap in percent; behind a figure the sign is its unit.
                if (c is '&' or '+' or '€' or '$' || (c == '%' && tokens is [.., { Digits: false }]))
                {
                    tokens.Add(new(c switch { '%' => "percent", '€' => "euro", '$' => "dollar", _ => "and" }, at, 1, c == '%' ? Joint.Space : joint, null, false));
                    joint = Joint.Space;
                }

                joint = Stronger(joint, JointOf(text, at));
                at++;
            }
        }

        ReadCurrent(tokens);
        return new(text, Joined(text, tokens));
    }

    // "O.E.E." is one word; "p.m." stays two letters, as times of day are read.
    private static Token[] Joined(string text, List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Slashed(text, tokens, at) is { } word)
            {
                tokens[at] = tokens[at] with { Word = word, Length = tokens[at + 1].End - tokens[at].Start, Number = null };
                tokens.RemoveAt(at + 1);
                continue;
            }

            var end = at + 1;
            while (end < tokens.Count && IsLetterOf(tokens, at, end))
            {
                end++;
            }

            if (end - at < 3 || tokens[at] is not { Length: 1, Digits: false })
            {
                continue;
            }

            var length = tokens[end - 1].End - tokens[at].Start;
            var letters = Words.Canonical(Fold(text.AsSpan(tokens[at].Start, length).ToString().Replace(".", "", StringComparison.Ordinal)));
            tokens[at] = tokens[at] with { Word = letters, Length = length, Number = null };
            tokens.RemoveRange(at + 1, end - at - 1);
        }

        return [.. tokens];
    }

    // "The current month" is this month; "currently" alone is now.
    private static void ReadCurrent(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var isTime = PeriodWords.Unit(tokens[at + 1].Word) is not null || tokens[at + 1].Is("shift");
            if (tokens[at] is { Word: "now", Length: >= LeastCurrent } && isTime && tokens[at + 1].Joint == Joint.Space && !(at + 2 < tokens.Count && tokens[at + 2].Digits))
                tokens[at] = tokens[at] with { Word = "this" };
        }
    }

    private const int LeastCurrent = 7;

    // "Pcs/hr" is pieces per hour; "day/night" is no day per night.
    private static string? PerUnit(string text, List<Token> tokens, Token token) =>
        token.Joint == Joint.Slash && text[token.Start - 1] == '/' && tokens is [.., { Digits: false, Length: > 1, Joint: not Joint.Slash } before] && before.End == token.Start - 1
            && PeriodWords.Unit(before.Word) is null && !before.IsAny(["shift", "night", "nights", "hour", "hours"])
            ? token.Word switch { "h" or "hour" or "hours" => "hour", "shift" or "day" or "week" or "month" => token.Word, _ => null }
            : null;

    // "D/t", "w/o": two letters of one word, or of two.
    private static string? Slashed(string text, List<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at] is { Length: 1, Digits: false } first && tokens[at + 1] is { Length: 1, Digits: false, Joint: Joint.Slash } second
            && second.Start == first.End + 1 ? Words.OfSlashed(text.AsSpan(first.Start, 3)) : null;

    private static bool IsLetterOf(List<Token> tokens, int first, int at) =>
        tokens[at] is { Length: 1, Digits: false, Joint: Joint.Dot } && tokens[at].Start == tokens[at - 1].End + 1 && tokens[first].Length == 1;

    /// <summary>The text as typed from one token up to, not with, another; a number keeps its percent sign.</summary>
    public string Between(int start, int end) => start >= end ? "" : Text[Tokens[start].Start..EndOf(Tokens[end - 1])];

    private int EndOf(Token token)
    {
        var sign = token.End + (token.End < Text.Length && Text[token.End] == ' ' ? 1 : 0);
        return token.Digits && sign < Text.Length && Text[sign] == '%' ? sign + 1 : token.End;
    }

    /// <summary>The text with those tokens replaced.</summary>
    public string Replace(int start, int end, string by) =>
        string.Concat(Text.AsSpan(0, Tokens[start].Start), by, Text.AsSpan(Tokens[end - 1].End));

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // "yesterday's" and "what's" lose their ending; "don't" stays one word.
    private static int SkipPossessive(string text, int at, bool digits)
    {
        if (at + 1 >= text.Length || text[at] is not ('\'' or '’') || !IsLetter(text[at + 1]))
        {
            return at;
        }

        var end = at + 1;
        while (end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        return !digits || end - at == 2 ? end : at;
    }

    private static Token Read(string text, int start, int length, Joint joint, bool digits)
    {
        var typed = text.AsSpan(start, length);
        if (digits)
        {
            var end = typed.IndexOfAny('\'', '’');
            var figures = end < 0 ? typed : typed[..end];
            int? number = int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
            return new(figures.ToString(), start, length, joint, number, true);
        }

        // "2nd" holds no "nd" for "and".
        var word = joint == Joint.None && typed.Equals("nd", StringComparison.OrdinalIgnoreCase) ? "nd" : Words.Canonical(Fold(typed));
        return new(word, start, length, joint, Words.NumberOf(word), false);
    }

    /// <summary>Lower case, accents and apostrophes dropped.</summary>
    public static string Fold(ReadOnlySpan<char> typed)
    {
        if (!System.Text.Ascii.IsValid(typed))
        {
            return FoldAccents(typed.ToString());
        }

        Span<char> lower = stackalloc char[Math.Min(typed.Length, 64)];
        var length = 0;
        for (var i = 0; i < typed.Length && length < lower.Length; i++)
        {
            if (typed[i] == '\'')
            {
                if (IsEnding(typed[(i + 1)..]))
                {
                    break;
                }

                continue;
            }

            lower[length++] = char.ToLowerInvariant(typed[i]);
        }

        return new string(lower[..length]);
    }

    // "What's", "I'd", "we've": what stands before it is the word. "Don't" is another word than "do".
    private static bool IsEnding(ReadOnlySpan<char> letters) =>
        letters is ['s' or 'S' or 'd' or 'D' or 'm' or 'M'] or ['l' or 'L', 'l' or 'L'] or ['v' or 'V' or 'r' or 'R', 'e' or 'E'];

    private static string FoldAccents(string typed)
    {
        var text = typed.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '’' or '\'' && folded.Length > 0 && IsEnding(text.AsSpan(text.LastIndexOf(c) + 1)))
            {
                break;
            }

            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static Joint JointOf(string text, int at) => text[at] switch
    {
        '?' or '!' or ';' or '\n' => Joint.Sentence,
        // "3. November": the dot after a figure makes it an ordinal, no end of a sentence.
        // The last dot of "o.e.e." neither.
        '.' when at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]) && at > 0 && !char.IsAsciiDigit(text[at - 1])
            && !(at > 1 && text[at - 2] == '.') => Joint.Sentence,
        '.' => Joint.Dot,
        ',' => Joint.Comma,
        '-' or '–' or '—' or '‑' or '−' => Joint.Dash,
        '/' => Joint.Slash,
        _ => Joint.Space,
    };

    private static Joint Stronger(Joint a, Joint b) => a > b ? a : b;
}
