using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Channels.WebChat;
using FactoryBot.Channels.WebChat.DirectLine;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Channels;

/// <summary>What readers are told of answers in which a language model had part, and how many buttons they get, in Slack and on the page.</summary>
public sealed class ModelLabelTests
{
    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, "AI chose what to look up")]
    [InlineData(true, true, "AI-generated words")]
    public void Slack_AnAnswer_SaysWhatAModelDidOfIt(bool byModel, bool words, string? label)
    {
        var message = SlackAnswerBlocks.Of(Reply(byModel, words), SlackAbilities.Newest).Message.ToJsonString();

        Assert.Equal(label is not null, message.Contains("AI", StringComparison.Ordinal));
        Assert.Contains(label ?? "OEE was 71", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, "AI chose what to look up")]
    [InlineData(true, true, "AI-generated words")]
    public void Page_AnAnswer_SaysWhatAModelDidOfIt(bool byModel, bool words, string? label)
    {
        var about = Page(Reply(byModel, words))["entities"]![0]!;

        Assert.Equal(label is not null, about["additionalType"] is JsonArray type && (string?)type[0] == "AIGeneratedContent");
        Assert.Equal(label is not null, about["citation"] is not null);
        if (label is not null)
            Assert.StartsWith(label, (string?)about["citation"]![0]!["claimInterpreter"]!["slogan"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(4, 2)]
    [InlineData(6, 0)]
    public void SlackAndPage_ACardWithButtonsInItsBody_LeaveRoomForSixAltogether(int inCard, int left)
    {
        var reply = Reply(false, false);
        reply = reply with
        {
            Result = reply.Result with
            {
                Card = new() { Body = [new ActionSet { Actions = [.. Enumerable.Range(0, inCard).Select(i => ExecuteAction.Of($"Open {i}", "open", ("id", $"{i}")))] }], FallbackText = "OEE" },
                Choices = [.. Enumerable.Range(0, 9).Select(i => new Choice($"Ask {i}", $"ask {i}"))],
            },
        };

        Assert.Equal(left, Page(reply)["suggestedActions"]?["actions"]?.AsArray().Count ?? 0);
        var blocks = SlackAnswerBlocks.Of(reply, SlackAbilities.Newest).Message["blocks"]!.AsArray();
        Assert.Equal(6, blocks.Where(b => (string?)b!["type"] == "actions").Sum(b => b!["elements"]!.AsArray().Count));
    }

    private static JsonNode Page(OutboundReply reply) =>
        JsonNode.Parse(BotActivity.Answer(new WebReference(Guid.NewGuid(), "c", null), "1", reply, DateTimeOffset.UnixEpoch))!;

    private static OutboundReply Reply(bool byModel, bool words) => new()
    {
        TurnId = Guid.NewGuid(), ByModel = byModel, WordsByModel = words, Result = new() { Status = ResultStatus.Answered, Text = "The OEE was 71 %." },
    };
}
