using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Turns;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>The thumbs that Web Chat draws below an answer: what makes them appear, and what a pressed one sends.</summary>
internal static class Feedback
{
    public const string EventName = "webchat:activity-status/feedback";
    private const string Turn = "turn:";

    public static JsonArray Actions(Guid turnId) => [Action("LikeAction", turnId), Action("DislikeAction", turnId)];

    public static CardPress? Of(JsonElement? activity)
    {
        if (activity.Child("entities") is not { ValueKind: JsonValueKind.Array } entities || entities.GetArrayLength() == 0)
            return null;
        JsonElement? action = entities[0];
        var reaction = action.Child("@type").String() switch { "LikeAction" => "like", "DislikeAction" => "dislike", _ => null };
        if (reaction is null || action.Child("@id").String() is not { } id || id.IndexOf(Turn, StringComparison.Ordinal) is var at && at < 0)
            return null;
        var data = new JsonObject { ["reaction"] = reaction, ["messageId"] = id[(at + Turn.Length)..] };
        return new(FeedbackStore.Verb, data.Deserialize<JsonElement>());
    }

    private static JsonObject Action(string type, Guid turnId) => new()
    {
        ["@type"] = type,
        ["@id"] = $"{(type == "LikeAction" ? "like" : "dislike")}:{Turn}{turnId:N}",
        ["actionStatus"] = "PotentialActionStatus",
    };
}
