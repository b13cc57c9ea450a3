using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class ActivityMappingTests
{
    private static readonly TeamsCaller Caller = new("contoso", Verified: true);

    [Theory]
    [InlineData("<at>FactoryBot</at> OEE of Line 1", "OEE of Line 1")]
    [InlineData("OEE of Line 1 <at>FactoryBot</at>", "OEE of Line 1")]
    [InlineData("<at>FactoryBot</at>\u00A0\r\n OEE", "OEE")]
    [InlineData("<at>FactoryBot</at> <at>FactoryBot</at> OEE", "OEE")]
    [InlineData("<at>Factorybot</at> OEE", "<at>Factorybot</at> OEE")]
    [InlineData("<at>FactoryBot</at>", "")]
    [InlineData("<at>FactoryBot</at> make <at>Ana</at> a manager", "make <at>Ana</at> a manager")]
    public void Message_MentionOfTheBot_IsTakenOut(string text, string expected)
    {
        var activity = Activities.Message(text, "groupChat");
        activity["entities"] = new JsonArray(
            Mention(Activities.BotId, "<at>FactoryBot</at>"),
            Mention("29:other", "<at>Ana</at>"),
            Mention(Activities.BotId, null),
            new JsonObject { ["type"] = "mention", ["mentioned"] = "nobody", ["text"] = 5 },
            "not an entity",
            null);

        Assert.Equal(expected, Map(activity).Text);
    }

    [Fact]
    public void Message_EntitiesOfAnotherShape_AreIgnored()
    {
        var activity = Activities.Message("OEE");
        activity["entities"] = "none";

        Assert.Equal("OEE", Map(activity).Text);
    }

    [Fact]
    public void Message_NulInText_IsTakenOut() => Assert.Equal("OEE", Map(Activities.Message("O\0EE")).Text);

    [Theory]
    [InlineData("personal", ConversationScope.Personal)]
    [InlineData("groupChat", ConversationScope.Group)]
    [InlineData("channel", ConversationScope.Channel)]
    [InlineData("webchat", ConversationScope.Personal)]
    public void Message_Scope_IsRead(string scope, ConversationScope expected) =>
        Assert.Equal(expected, Map(Activities.Message(scope: scope)).Scope);

    [Fact]
    public void Message_Submit_IsAPressWithItsVerb()
    {
        var message = Map(Activities.Press(new JsonObject { ["verb"] = "say", ["text"] = "OEE of Line 2" }));

        Assert.Equal("say", message.Press!.Verb);
        Assert.Equal("OEE of Line 2", message.Press.Data.GetProperty("text").GetString());
        Assert.Equal("", message.Text);
        Assert.False(message.Awaited);
    }

    [Fact]
    public void Message_SubmitWithoutVerb_IsAPressOfAnUnknownButton() =>
        Assert.Equal("", Map(Activities.Press(new JsonObject { ["line"] = "L2" })).Press!.Verb);

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[1]")]
    public void Message_ValueThatIsNoObject_IsNoPress(string value) =>
        Assert.Null(Map(Activities.Press(JsonNode.Parse(value)!)).Press);

    [Fact]
    public void Message_TextBesideForeignValue_IsText()
    {
        var activity = Activities.Message("OEE");
        activity["value"] = new JsonObject { ["source"] = "a client's own" };

        var message = Map(activity);

        Assert.Null(message.Press);
        Assert.Equal("OEE", message.Text);
    }

    [Theory]
    [InlineData("{\"a\":\"\\u0000\"}")]
    [InlineData("{\"a\":[{\"b\":\"\\ud800\"}]}")]
    [InlineData("{\"\\u0000\":1}")]
    public void Check_ValueThatCannotBeStored_IsRefused(string value)
    {
        var body = Activities.Press(new JsonObject()).ToJsonString().Replace("\"value\":{}", "\"value\":" + value, StringComparison.Ordinal);

        Assert.Equal(TeamsFailures.Malformed, ActivityMapping.Check(JsonSerializer.Deserialize(body, TeamsJson.Default.Activity)!));
    }

    [Fact]
    public void Check_ValueWithHarmlessEscapes_Passes()
    {
        var body = Activities.Press(new JsonObject()).ToJsonString()
            .Replace("\"value\":{}", "\"value\":{\"a\":\"\\u00e4 \\\\u0000 \\ud83d\\ude00\"}", StringComparison.Ordinal);

        Assert.Null(ActivityMapping.Check(JsonSerializer.Deserialize(body, TeamsJson.Default.Activity)!));
    }

    [Fact]
    public void Message_Reference_HoldsAllThatAReplyNeeds()
    {
        var reference = Map(Activities.Message(scope: "channel")).Reference!.Value.Deserialize(TeamsJson.Default.TeamsReference)!;

        Assert.Equal(Activities.LocalService, reference.ServiceUrl);
        Assert.Equal("19:line1@thread.tacv2;messageid=1795182866872", reference.Conversation.Id);
        Assert.Equal((Activities.BotId, "29:ana"), (reference.Bot!.Id, reference.User!.Id));
        Assert.Equal(("msteams", "act-1", "de-DE"), (reference.ChannelId, reference.ActivityId, reference.Locale));
        Assert.True(reference.Verified);
    }

    private static InboundMessage Map(JsonObject activity)
    {
        var read = JsonSerializer.Deserialize(activity.ToJsonString(), TeamsJson.Default.Activity)!;
        Assert.Null(ActivityMapping.Check(read));
        return ActivityMapping.Message(read, Caller, TestIssuer.Now);
    }

    private static JsonObject Mention(string id, string? text) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id },
        ["text"] = text,
    };
}
