using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Cards;

/// <summary>Text of an element that reads Markdown. A plain string becomes one by being escaped, so that nobody can forget it;
/// only <see cref="Markdown"/> keeps its marks.</summary>
[JsonConverter(typeof(CardTextConverter))]
public readonly partial record struct CardText
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        "\\`*_[]<~{#>+-.)\r\n\t\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015"
        + "\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    private readonly string? markdown;

    private CardText(string markdown) => this.markdown = markdown;

    /// <summary>As it goes into the card.</summary>
    public string Value => markdown ?? "";

    /// <summary>For words of our own only, such as <c>**OEE**</c>; never for text of a user, a document, a database or a model.</summary>
    public static CardText Markdown(string trusted) => new(trusted);

    [SuppressMessage("Usage", "CA2225", Justification = "Escape is the named way, and returns the text itself.")]
    public static implicit operator CardText(string plain) => new(Escape(plain));

    /// <summary>Makes any text harmless where Markdown is read: it is shown as it was typed. Control and direction-changing
    /// characters are taken out.</summary>
    public static string Escape(string plain)
    {
        if (!plain.AsSpan().ContainsAny(Suspicious))
            return plain;
        var text = new StringBuilder(plain.Length + 16);
        var lineStart = true;
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c == '\r' && i + 1 < plain.Length && plain[i + 1] == '\n')
                continue;
            if (c is '\n' or '\r')
            {
                // One line break alone is drawn as a space.
                text.Append("\n\n");
                lineStart = true;
                continue;
            }
            if (c == '\t')
                c = ' ';
            if (char.IsControl(c) || IsDirectionMark(c))
                continue;
            if (MustEscape(plain, i, lineStart))
                text.Append('\\');
            text.Append(c);
            lineStart &= char.IsWhiteSpace(c) || (char.IsAsciiDigit(c) && OnlyDigitsBefore(plain, i));
        }
        return text.ToString();
    }

    /// <summary>The words without their marks, for a terminal, a toast or a screen reader.</summary>
    public string ToPlain()
    {
        var value = Value;
        if (!value.AsSpan().ContainsAny(Suspicious))
            return value;
        value = Link().Replace(value.Replace("\n\n", "\n", StringComparison.Ordinal), "$1 ($2)");
        return Marks().Replace(value, "$1");
    }

    public override string ToString() => Value;

    private static bool MustEscape(string text, int i, bool lineStart)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\n';
        return text[i] switch
        {
            '\\' or '`' or '*' or '_' or '[' or ']' => true,
            '<' => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
            '~' => next == '~' || (i > 0 && text[i - 1] == '~'),
            // {{DATE(...)}} would be filled in by the client.
            '{' => i > 0 && text[i - 1] == '{',
            '#' or '>' => lineStart,
            '+' or '-' => lineStart && char.IsWhiteSpace(next),
            '.' or ')' => lineStart && i > 0 && char.IsAsciiDigit(text[i - 1]) && char.IsWhiteSpace(next),
            _ => false,
        };
    }

    private static bool OnlyDigitsBefore(string text, int i)
    {
        while (--i >= 0 && char.IsAsciiDigit(text[i]))
        {
        }
        return i < 0 || text[i] is '\n' or '\r' or ' ';
    }

    private static bool IsDirectionMark(char c) => c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"(?<!\\)\[((?:\\.|[^\]\\])*)\]\((https://[^)\s]+)\)")]
    private static partial Regex Link();

    // A backslash before a mark is dropped and the mark kept; bare marks of emphasis and code go.
    [GeneratedRegex(@"\\([\\`*_\[\]<~{#>+\-.)])|\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`|~~")]
    private static partial Regex Marks();

    internal static CardText FromJson(string? markdown) => new(markdown ?? "");
}
