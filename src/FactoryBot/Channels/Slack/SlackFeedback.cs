using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Skills.Cards;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Slack;

/// <summary>The thumbs below an answer, and the form that asks why. Pure.</summary>
internal static class SlackFeedback
{
    public const string ActionId = "feedback";

    /// <param name="native">With Slack's own thumbs; otherwise with two plain buttons.</param>
    public static JsonObject Block(Guid turnId, bool native)
    {
        var (like, dislike) = ($"like:{turnId:N}", $"dislike:{turnId:N}");
        if (!native)
            return Blocks.Actions([Plain("👍", "Good answer", like, ActionId), Plain("👎", "Bad answer", dislike, ActionId + "_bad")]);
        return new()
        {
            ["type"] = "context_actions",
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "feedback_buttons",
                ["action_id"] = ActionId,
                ["positive_button"] = Native("Good answer", like),
                ["negative_button"] = Native("Bad answer", dislike),
            }),
        };
    }

    /// <returns>Null where it is no opinion.</returns>
    public static (string Reaction, string Turn)? Read(string? value) =>
        value?.Split(':') is [("like" or "dislike") and var reaction, { Length: 32 } turn] && Guid.TryParseExact(turn, "N", out _) ? (reaction, turn) : null;

    public static Form Reasons(string turn) => Form.Of(
        FeedbackForm.Question,
        new() { Body = [] },
        "Send",
        FeedbackForm.Inputs,
        new() { [ActionData.VerbKey] = FeedbackStore.Verb, ["reaction"] = "dislike", ["messageId"] = turn });

    private static JsonObject Native(string words, string value) =>
        new() { ["text"] = Blocks.Plain(words, Blocks.LongestButton), ["accessibility_label"] = words, ["value"] = value };

    private static JsonObject Plain(string sign, string words, string value, string actionId) => new()
    {
        ["type"] = "button",
        ["text"] = Blocks.Plain(sign, Blocks.LongestButton),
        ["accessibility_label"] = words,
        ["action_id"] = actionId,
        ["value"] = value,
    };
}
