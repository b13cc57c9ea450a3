using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>An answer as a message of Slack. Pure.</summary>
internal static class SlackAnswerBlocks
{
    private const int LongestFallback = 3000;

    public static (JsonObject Message, IReadOnlyList<Form> Forms) Of(OutboundReply reply, SlackAbilities abilities)
    {
        var result = reply.Result;
        var blocks = new List<JsonObject>();
        IReadOnlyList<Form> forms = [];
        var words = result.Card is null ? AnswerWords.All(result) : result.Text;
        foreach (var part in Parts(words))
            blocks.Add(Blocks.Section(Mrkdwn.Escape(part)));
        if (result.Card is { } card)
        {
            var converted = BlockKitCard.Of(card, abilities);
            blocks.AddRange(converted.Blocks.Take(46 - blocks.Count));
            forms = converted.Forms;
            if (result.Sources.Count > 0)
                blocks.Add(Blocks.Context(string.Join('\n', result.Sources.Select(Source))));
        }
        var room = CardButtons.Most - (result.Card is null ? 0 : Math.Min(CardButtons.Most, CardButtons.All(result.Card).Count));
        if (result.Choices.Count > 0 && room > 0)
            blocks.Add(Blocks.Actions(result.Choices.Take(room).Select((c, i) => CardButtons.Say(c.Title, c.Say, 100 + i))));
        if (AnswerWords.MadeBy(reply) is { } made)
            blocks.Add(Blocks.Context($"_{Mrkdwn.Escape(made)}_"));
        blocks.Add(SlackFeedback.Block(reply.TurnId, abilities.Native));
        return (new()
        {
            ["text"] = Blocks.Cut(Mrkdwn.Escape(result.Text), LongestFallback),
            ["blocks"] = new JsonArray([.. blocks]),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        }, forms);
    }

    // At line ends where there are some.
    private static IEnumerable<string> Parts(string words)
    {
        const int most = Blocks.LongestText - 600;
        while (words.Length > most)
        {
            var end = words.LastIndexOf('\n', most - 1) is > 200 and var line ? line : char.IsHighSurrogate(words[most - 1]) ? most - 1 : most;
            yield return words[..end];
            words = words[end..].TrimStart('\n');
        }
        if (words.Trim().Length > 0)
            yield return words;
    }

    private static string Source(Source source) => source.Url is { } url && url.StartsWith("https://", StringComparison.Ordinal) && !url.Contains('|', StringComparison.Ordinal) && !url.Contains('>', StringComparison.Ordinal)
        ? $"[{source.Number}] <{url.Replace("&", "&amp;", StringComparison.Ordinal)}|{Mrkdwn.Escape(source.Title).Replace('|', '¦')}>"
        : $"[{source.Number}] {Mrkdwn.Escape(source.Title)}";
}
