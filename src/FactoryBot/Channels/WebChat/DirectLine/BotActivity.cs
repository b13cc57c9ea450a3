using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>Activities as the client reads them. Pure.</summary>
internal static class BotActivity
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const int MostButtons = 6;

    /// <summary>What a person said, with the mark by which their client knows it again.</summary>
    public static string Echo(WebConversation conversation, string id, PageActivity said, IReadOnlyList<Upload> uploads, DateTimeOffset at)
    {
        var activity = Start("message", conversation.Id, id, at);
        activity["from"] = new JsonObject { ["id"] = conversation.UserId, ["name"] = conversation.UserName, ["role"] = "user" };
        activity["text"] = said.Text;
        activity["textFormat"] = "plain";
        if (uploads.Count > 0)
            activity["attachments"] = new JsonArray([.. uploads.Select(u => new JsonObject { ["contentType"] = "application/octet-stream", ["name"] = u.Name })]);
        if (said.ClientId is not null)
            activity["channelData"] = new JsonObject { ["clientActivityID"] = said.ClientId };
        return activity.ToJsonString(ChannelJson.Relaxed);
    }

    public static string Answer(WebReference to, string id, OutboundReply reply, DateTimeOffset at)
    {
        var result = reply.Result;
        var activity = Start("message", to.ConversationId, id, at);
        FromBot(activity, to);
        activity["text"] = CardText.Escape(result.Card is null ? AnswerWords.All(result) : result.Text);
        activity["textFormat"] = "markdown";
        var buttons = 0;
        if (result.Card is { } card)
        {
            var drawn = PageCard.Of(card);
            buttons = CardRules.All(drawn.Body).SelectMany(e => e.OwnActions).Count() + (drawn.Actions?.Count ?? 0);
            activity["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = CardType,
                ["content"] = JsonNode.Parse(CardJson.ToBytes(drawn)),
            });
        }
        // Below the newest message, where they are gone when another question has been asked.
        Choice[] choices = [.. result.Choices.Take(Math.Max(0, MostButtons - buttons))];
        if (choices.Length > 0)
        {
            activity["suggestedActions"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. choices.Select(c => new JsonObject { ["type"] = "imBack", ["title"] = c.Title, ["value"] = c.Say })]),
            };
        }
        activity["entities"] = new JsonArray(About(reply));
        activity["channelData"] = new JsonObject { ["turnId"] = reply.TurnId.ToString("N") };
        return activity.ToJsonString(ChannelJson.Relaxed);
    }

    public static string Typing(WebReference to, DateTimeOffset at)
    {
        var activity = Start("typing", to.ConversationId, null, at);
        FromBot(activity, to);
        return activity.ToJsonString(ChannelJson.Relaxed);
    }

    private static JsonObject Start(string type, string conversationId, string? id, DateTimeOffset at)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["channelId"] = WebChatChannel.ChannelName,
            ["conversation"] = new JsonObject { ["id"] = conversationId },
        };
        if (id is not null)
            activity["id"] = id;
        return activity;
    }

    private static void FromBot(JsonObject activity, WebReference to)
    {
        activity["from"] = new JsonObject { ["id"] = "factorybot", ["name"] = "FactoryBot", ["role"] = "bot" };
        if (to.ReplyToId is not null)
            activity["replyToId"] = to.ReplyToId;
    }

    // The client draws thumbs for it, and names who wrote the words where that was a model.
    private static JsonObject About(OutboundReply reply)
    {
        var about = new JsonObject
        {
            ["type"] = "https://schema.org/Message",
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["@id"] = "",
            ["potentialAction"] = Feedback.Actions(reply.TurnId),
        };
        if (AnswerWords.MadeBy(reply) is { } made)
        {
            about["additionalType"] = new JsonArray("AIGeneratedContent");
            about["citation"] = new JsonArray(new JsonObject
            {
                ["@type"] = "Claim",
                ["claimInterpreter"] = new JsonObject { ["@type"] = "Project", ["slogan"] = made },
            });
        }
        return about;
    }
}
