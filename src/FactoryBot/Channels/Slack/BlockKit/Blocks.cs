using System.Text.Json.Nodes;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>Single blocks within Slack's limits. Pure.</summary>
internal static class Blocks
{
    public const int LongestText = 3000;
    public const int LongestField = 2000;
    public const int LongestHeader = 150;
    public const int LongestButton = 75;
    public const int LongestValue = 2000;

    public static JsonObject Section(string mrkdwn) => new() { ["type"] = "section", ["text"] = Text(Cut(mrkdwn, LongestText)) };

    public static JsonObject Header(string plain) => new() { ["type"] = "header", ["text"] = Plain(plain, LongestHeader) };

    public static JsonObject Context(string mrkdwn) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray(Text(Cut(mrkdwn, LongestText))) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject Fields(IEnumerable<string> fields) =>
        new() { ["type"] = "section", ["fields"] = new JsonArray([.. fields.Select(f => Text(Cut(f, LongestField)))]) };

    public static JsonObject Actions(IEnumerable<JsonObject> elements) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Text(string mrkdwn) => new() { ["type"] = "mrkdwn", ["text"] = mrkdwn };

    /// <summary>Never empty, which Slack refuses.</summary>
    public static JsonObject Plain(string text, int most) => new()
    {
        ["type"] = "plain_text",
        ["text"] = Cut(string.IsNullOrWhiteSpace(text) ? "–" : text, most),
        ["emoji"] = false,
    };

    /// <summary>Cut between characters, and never inside of an entity or a link.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        var open = text.LastIndexOfAny(['&', '<'], end - 1, Math.Min(end, 300));
        if (open >= 0 && text.IndexOf(text[open] == '&' ? ';' : '>', open) is var close && close >= end)
            end = open;
        return text[..end] + "…";
    }
}
