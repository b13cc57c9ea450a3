using System.Globalization;
using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>Texts of a card as Slack shows them. Pure.</summary>
internal static class TextBlocks
{
    public static JsonObject Of(TextBlock text)
    {
        if (text.Style == TextStyle.Heading && text.Text.ToPlain() is { Length: <= Blocks.LongestHeader } heading)
            return Blocks.Header(heading);
        var words = Words(text);
        return text.IsSubtle == true ? Blocks.Context(words) : Blocks.Section(words);
    }

    public static string Of(TextRun run)
    {
        var words = Mrkdwn.Escape(run.Text);
        var inner = words.Trim();
        if (inner.Length == 0 || inner.Contains('\n', StringComparison.Ordinal))
            return words;
        var mark = run switch { _ when run.Weight == TextWeight.Bolder => "*", { Italic: true } => "_", { Strikethrough: true } => "~", _ => "" };
        return mark == "*" ? words.Replace(inner, Mrkdwn.Bold(run.Text.Trim()), StringComparison.Ordinal) : words.Replace(inner, mark + inner + mark, StringComparison.Ordinal);
    }

    /// <summary>A text for each column, where all of them hold only words; null otherwise, and they stand below each other.</summary>
    public static IReadOnlyList<string>? Columns(ColumnSet set)
    {
        var columns = set.Columns.Select(c => c.Items.Where(i => i.IsVisible != false).ToList()).ToList();
        return columns.TrueForAll(items => items.TrueForAll(i => i is TextBlock or Badge or Icon))
            ? [.. columns.Where(items => items.Count > 0).Select(items => string.Join('\n', items.Select(Line)))]
            : null;
    }

    public static string Bar(ProgressBar bar)
    {
        if (bar.Value is not { } value)
            return "In progress";
        var share = bar.Max > 0 ? Math.Clamp(value / bar.Max, 0, 1) : 0;
        var full = (int)Math.Round(share * 10);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('▓', full)}{new string('░', 10 - full)} {100 * share:0.#} %");
    }

    /// <summary>Inside of a code block: what would end it cannot.</summary>
    public static string Code(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("```", "`\u200b`\u200b`", StringComparison.Ordinal);

    private static string Words(TextBlock text) =>
        text.Weight == TextWeight.Bolder || text.Size == TextSize.Large || text.Size == TextSize.ExtraLarge || text.Style == TextStyle.Heading
            ? Mrkdwn.Bold(text.Text.ToPlain())
            : Mrkdwn.Of(text.Text);

    private static string Line(CardElement element) => element switch
    {
        TextBlock text => Words(text),
        Badge badge => Mrkdwn.Bold(badge.Text),
        Icon icon => Mrkdwn.Escape(icon.AltText),
        _ => "",
    };
}
