using System.Text;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>Texts as Slack's mrkdwn. Pure.</summary>
internal static partial class Mrkdwn
{
    private const char NoFormat = '\u200b';

    /// <summary>Text of any origin, shown as it was typed: it can neither format nor mention nor link.</summary>
    public static string Escape(string plain)
    {
        var text = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
            Append(text, plain[i], i > 0 ? plain[i - 1] : ' ', i + 1 < plain.Length ? plain[i + 1] : ' ');
        return text.ToString();
    }

    /// <summary>The text of a card, with its emphasis and links.</summary>
    public static string Of(CardText card)
    {
        var value = card.Value.Replace("\n\n", "\n", StringComparison.Ordinal);
        var text = new StringBuilder(value.Length + 16);
        for (var i = 0; i < value.Length; i++)
        {
            var (c, next) = (value[i], i + 1 < value.Length ? value[i + 1] : ' ');
            if (c == '\\' && !char.IsLetterOrDigit(next) && next != ' ')
            {
                Append(text, next, i > 0 ? value[i - 1] : ' ', i + 2 < value.Length ? value[i + 2] : ' ');
                i++;
            }
            else if (c == '[' && Link().Match(value, i) is { Success: true } link)
            {
                text.Append('<').Append(Entities(link.Groups["url"].Value)).Append('|').Append(Entities(Unescaped(link.Groups["text"].Value))).Append('>');
                i += link.Length - 1;
            }
            else if (c == '*')
            {
                var bold = next == '*';
                text.Append(bold ? '*' : '_');
                i += bold ? 1 : 0;
            }
            else if (c is '_' or '`')
            {
                text.Append(c);
            }
            else
            {
                Append(text, c, 'a', 'a');
            }
        }
        return text.ToString();
    }

    /// <summary>All of it bold, line by line; marks inside would end it and are left out.</summary>
    public static string Bold(string plain) =>
        string.Join('\n', plain.Split('\n').Select(line => line.Trim().Length == 0 ? "" : $"*{Entities(line.Trim().Replace('*', '∗'))}*"));

    /// <summary>What a person typed in Slack: mentions of the bot are left out, links become their addresses, entities become characters.</summary>
    public static string Read(string text, string? bot)
    {
        var plain = Marked().Replace(text, mark =>
        {
            var (target, label) = (mark.Groups["target"].Value, mark.Groups["label"].Value);
            return target[0] switch
            {
                '@' => target[1..] == bot ? "" : label.Length > 0 ? label : target,
                '#' => label.Length > 0 ? "#" + label : target,
                '!' => label.Length > 0 ? label : target[1..],
                _ when target.StartsWith("mailto:", StringComparison.Ordinal) => target["mailto:".Length..],
                _ => label.Length > 0 && !target.Contains(label, StringComparison.Ordinal) ? label : target,
            };
        });
        return plain.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal).Trim();
    }

    private static void Append(StringBuilder text, char c, char before, char after)
    {
        switch (c)
        {
            case '&': text.Append("&amp;"); break;
            case '<': text.Append("&lt;"); break;
            case '>': text.Append("&gt;"); break;
            // Inside of a word they format nothing.
            case '*' or '_' or '~' or '`' when !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)):
                text.Append(NoFormat).Append(c).Append(NoFormat);
                break;
            default: text.Append(c); break;
        }
    }

    private static string Entities(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Unescaped(string text) => Backslash().Replace(text, "$1").Replace('|', '¦');

    [GeneratedRegex(@"\G\[(?<text>(?:\\.|[^\]\\])*)\]\((?<url>https://[^)\s|>]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Backslash();

    [GeneratedRegex(@"<(?<target>[^<>|]+)(?:\|(?<label>[^<>]*))?>")]
    private static partial Regex Marked();
}
