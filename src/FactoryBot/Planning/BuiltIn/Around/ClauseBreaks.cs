using System.Buffers;
using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>Where a clause ends: at a comma, a colon, a dash, brackets, quotation marks, dots, a small picture or the end of a sentence.</summary>
internal static class ClauseBreaks
{
    public static bool Before(string text, Token[] tokens, int at)
    {
        if (at == 0 || tokens[at].Joint == Joint.Sentence)
            return at == 0 || tokens[at].Joint == Joint.Sentence;
        var between = text.AsSpan(tokens[at - 1].End, Math.Max(0, tokens[at].Start - tokens[at - 1].End));
        // "6:30", "1,000".
        if (between.Length < 2 && tokens[at - 1].Digits && tokens[at].Digits)
            return false;
        return between.ContainsAny(Signs) || between.Contains("..", StringComparison.Ordinal) || IsDash(between) || HasPicture(between);
    }

    private static readonly SearchValues<char> Signs = SearchValues.Create(",:()[]\"“”„…~*");

    /// <summary>Where a question or a request begins behind something told without any mark: "I just came off shift could you show me...".</summary>
    public static bool Asks(Token[] tokens, int at) => at > 2 && at + 1 < tokens.Length
        && ((tokens[at].IsAny(["could", "can", "would", "will"]) && tokens[at + 1].IsAny(["you", "i", "we", "somebody", "someone"]))
            || (tokens[at].IsAny(["show", "give", "tell", "let"]) && tokens[at + 1].IsAny(["me", "us"]))
            || (tokens[at].Is("how") && tokens[at + 1].IsAny(["many", "much", "often", "long", "did", "was", "is", "are"]))
            || (tokens[at].Is("what") && tokens[at + 1].IsAny(["is", "was", "were", "are", "did", "does", "do", "has"]))
            || (tokens[at].IsAny(["please", "just"]) && tokens[at + 1].IsAny(["show", "give", "tell", "list", "send"])));

    /// <summary>What stands between two words when those between them are gone.</summary>
    public static string Mark(string text, Token[] tokens, int last, int next)
    {
        var joint = Joint.Space;
        for (var at = last + 1; at <= next; at++)
            joint = tokens[at].Joint > joint ? tokens[at].Joint : joint;
        var between = text.AsSpan(tokens[last].End, tokens[next].Start - tokens[last].End);
        var unit = tokens[last].Digits && between.TrimStart() is ['%', ..] ? " %" : "";
        return unit + Separator(joint, between);
    }

    private static string Separator(Joint joint, ReadOnlySpan<char> between) =>
        joint == Joint.Sentence ? between.Contains('?') ? "? " : ". " : joint == Joint.Comma ? ", " : between.Contains(": ", StringComparison.Ordinal) ? ": " : " ";

    /// <summary>The unit or the mark behind the last word that is left.</summary>
    public static string Tail(string text, Token[] tokens, int last)
    {
        var tail = text.AsSpan(tokens[last].End, (last + 1 < tokens.Length ? tokens[last + 1].Start : text.Length) - tokens[last].End);
        return (tail.Contains('%') ? " %" : "") + (text.AsSpan(tokens[last].End).Contains('?') ? "?" : "");
    }

    private static bool IsDash(ReadOnlySpan<char> between) => between.Length > 1 && between.IndexOfAny("-–—") >= 0;

    private static bool HasPicture(ReadOnlySpan<char> between)
    {
        foreach (var rune in between.EnumerateRunes())
        {
            if (Rune(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol)
                return true;
        }

        return false;

        static UnicodeCategory Rune(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune);
    }
}
