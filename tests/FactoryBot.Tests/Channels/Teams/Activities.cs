using System.Text.Json.Nodes;

namespace FactoryBot.Tests.Channels.Teams;

/// <summary>Activities in the shapes that Teams, web chat and the Agents Playground send.</summary>
internal static class Activities
{
    public const string BotId = "28:factorybot-test";
    public const string LocalService = "http://localhost:56150/_connector";

    public static JsonObject Message(string text = "What was the OEE of Assembly-001 last week?", string scope = "personal") => new()
    {
        ["type"] = "message",
        ["id"] = "act-1",
        ["channelId"] = "msteams",
        ["serviceUrl"] = LocalService,
        ["timestamp"] = "2026-11-21T09:00:00.123Z",
        ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana Ruiz", ["aadObjectId"] = "00000000-0000-0000-0000-00000000000ab" },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "FactoryBot" },
        ["conversation"] = Conversation(scope),
        ["text"] = text,
        ["textFormat"] = "plain",
        ["locale"] = "de-DE",
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "de-DE", ["text"] = new JsonObject() }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "contoso-0000-not-a-guid-0000000000001" } },
        ["somethingNew"] = new JsonArray(1, 2, 3),
    };

    public static JsonObject Press(JsonNode value)
    {
        var activity = Message();
        activity.Remove("text");
        activity["id"] = "press-1";
        activity["replyToId"] = "card-1";
        activity["value"] = value;
        return activity;
    }

    public static JsonObject Execute(string verb, JsonObject data)
    {
        var activity = Press(new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        });
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        return activity;
    }

    public static JsonObject Feedback(string reaction, string feedback)
    {
        var activity = Press(new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback },
        });
        activity["type"] = "invoke";
        activity["name"] = "message/submitAction";
        return activity;
    }

    public static JsonObject Added(string scope, params string[] members)
    {
        var activity = Bare("conversationUpdate", scope);
        activity["membersAdded"] = new JsonArray([.. members.Select(m => new JsonObject { ["id"] = m })]);
        return activity;
    }

    public static JsonObject Installed(string scope, string action = "add")
    {
        var activity = Bare("installationUpdate", scope);
        activity["action"] = action;
        return activity;
    }

    public static JsonObject Bare(string type, string scope = "personal")
    {
        var activity = Message(scope: scope);
        activity["type"] = type;
        activity["id"] = Guid.NewGuid().ToString();
        activity.Remove("text");
        activity["from"]!.AsObject().Remove("name");
        return activity;
    }

    private static JsonObject Conversation(string scope) => scope switch
    {
        "channel" => new()
        {
            ["id"] = "19:line1@thread.tacv2;messageid=1795182866872",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = "contoso",
        },
        "groupChat" => new() { ["id"] = "19:group@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true },
        "webchat" => new() { ["id"] = "web-1" },
        _ => new() { ["id"] = "a:personal-1", ["conversationType"] = "personal", ["tenantId"] = "contoso" },
    };
}
