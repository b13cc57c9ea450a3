using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class TeamsChannelTests : IAsyncLifetime
{
    private LoopbackServer connector = null!;
    private TeamsHost host = null!;

    public async Task InitializeAsync()
    {
        connector = await LoopbackServer.StartAsync();
        host = await TeamsHost.StartLocalAsync(("Teams:ConnectorRetries", "0"));
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task Send_Words_AreEscapedAndReplyToTheMessage()
    {
        var sent = await SendAsync(await ReceiveAsync(), FakeIntake.Words("OEE of *all* [lines](https://evil.example)"));

        Assert.Equal("/_connector/v3/conversations/a%3Apersonal-1/activities/act-1", Assert.Single(connector.Calls).Target);
        Assert.Equal("message", (string?)sent["type"]);
        Assert.Equal("act-1", (string?)sent["replyToId"]);
        Assert.Equal("markdown", (string?)sent["textFormat"]);
        Assert.Equal(@"OEE of \*all\* \[lines\](https://evil.example)", (string?)sent["text"]);
        Assert.Equal(Activities.BotId, (string?)sent["from"]!["id"]);
        Assert.Equal("29:ana", (string?)sent["recipient"]!["id"]);
        Assert.False(sent.AsObject().ContainsKey("entities"));
        Assert.False(sent.AsObject().ContainsKey("attachments"));
    }

    [Fact]
    public async Task Send_AnyAnswer_HoldsNoNull()
    {
        var activity = Activities.Message(scope: "webchat");
        activity.Remove("recipient");
        activity["from"]!.AsObject().Remove("name");
        activity.Remove("locale");

        await SendAsync(await ReceiveAsync(activity), FakeIntake.Words("ü") with { Card = Card(), Choices = [new("More", "show more")] });

        Assert.DoesNotContain("null", connector.Calls[0].Body, StringComparison.Ordinal);
        Assert.Contains("ü", connector.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Card_IsAnAttachmentWithSummaryAndChoicesAsButtons()
    {
        var choices = Enumerable.Range(1, 9).Select(i => new Choice($"Choice {i}", $"say {i}")).ToArray();

        var sent = await SendAsync(await ReceiveAsync(), FakeIntake.Words("OEE 72 %") with { Card = Card(), Choices = choices });

        var attachment = Assert.Single(sent["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        Assert.Equal("OEE 72 %", (string?)sent["summary"]);
        var actions = attachment["content"]!["actions"]!.AsArray();
        Assert.Equal(6, actions.Count);
        Assert.Equal("Action.Execute", (string?)actions[0]!["type"]);
        Assert.Equal("Action.Submit", (string?)actions[1]!["type"]);
        Assert.Equal("""{"verb":"say","text":"say 1"}""", actions[1]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Send_WordsWithChoices_BringButtonsWithoutRepeatingTheWords()
    {
        var result = SkillResult.No(ResultStatus.Clarify, "Which line do you mean?", new Choice("Line 1", "OEE of Line 1"));

        var sent = await SendAsync(await ReceiveAsync(), result);

        Assert.Equal("Which line do you mean?", (string?)sent["text"]);
        var card = sent["attachments"]![0]!["content"]!;
        Assert.DoesNotContain("Which line", card["body"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Line 1", (string?)Assert.Single(card["actions"]!.AsArray())!["title"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_AiLabel_OnlyWhenAModelHadPartInIt(bool byModel)
    {
        var message = await ReceiveAsync();
        await host.Channel.SendAsync(message, FakeIntake.Reply(FakeIntake.Words("Hello"), byModel), CancellationToken.None);

        Assert.Equal(byModel, connector.Calls[0].Body.Contains("AIGeneratedContent", StringComparison.Ordinal));
        Assert.Equal("default", (string?)JsonNode.Parse(connector.Calls[0].Body)!["channelData"]!["feedbackLoop"]!["type"]);
    }

    [Fact]
    public async Task Send_Sources_AreCitationsOfTheirNumbersInTheText()
    {
        var sources = new Source[] { new(1, "Machine manual", "https://docs.example/m.pdf", "Section 4"), new(2, new string('x', 200), "http://plain.example/") };

        var sent = await SendAsync(await ReceiveAsync(), FakeIntake.Words("Use 3 mm [1]. See [2](https://evil.example) and [3].") with { Sources = sources });

        Assert.Contains("Use 3 mm [1]. See \\[2\\](https", (string?)sent["text"], StringComparison.Ordinal);
        Assert.Contains("and \\[3\\].", (string?)sent["text"], StringComparison.Ordinal);
        var entity = Assert.Single(sent["entities"]!.AsArray())!;
        Assert.Null(entity["additionalType"]);
        var citations = entity["citation"]!.AsArray();
        Assert.Equal([1, 2], citations.Select(c => (int)c!["position"]!));
        Assert.Equal("https://docs.example/m.pdf", (string?)citations[0]!["appearance"]!["url"]);
        Assert.Null(citations[1]!["appearance"]!["url"]);
        Assert.Equal(80, ((string?)citations[1]!["appearance"]!["name"])!.Length);
    }

    [Fact]
    public async Task Send_WebChat_GetsSubmitInsteadOfExecute()
    {
        var activity = Activities.Message(scope: "webchat");
        activity["channelId"] = "webchat";

        var sent = await SendAsync(await ReceiveAsync(activity), FakeIntake.Words("OEE") with { Card = Card() });

        var action = sent["attachments"]![0]!["content"]!["actions"]![0]!;
        Assert.Equal("Action.Submit", (string?)action["type"]);
        Assert.Equal("quotes_approve", (string?)action["data"]!["verb"]);
    }

    [Fact]
    public async Task Send_InChannel_AnswersInTheThread()
    {
        await SendAsync(await ReceiveAsync(Activities.Message(scope: "channel")), FakeIntake.Words("OEE"));

        Assert.Equal(
            "/_connector/v3/conversations/19%3Aline1%40thread.tacv2%3Bmessageid%3D1795182866872/activities/act-1",
            Assert.Single(connector.Calls).Target);
    }

    [Fact]
    public async Task Send_Welcome_RepliesToNothing()
    {
        await SendAsync(await ReceiveAsync(Activities.Installed("personal")), FakeIntake.Words("Hello"));

        Assert.Equal("/_connector/v3/conversations/a%3Apersonal-1/activities", Assert.Single(connector.Calls).Target);
    }

    [Fact]
    public async Task Send_QuestionWasDeleted_AnswerGoesIntoTheConversation()
    {
        connector.AnswerInTurn((HttpStatusCode.NotFound, "", null), (HttpStatusCode.Created, "", null));

        var delivery = await host.Channel.SendAsync(await ReceiveAsync(), FakeIntake.Reply(FakeIntake.Words("OEE")), CancellationToken.None);

        Assert.Equal(Delivery.Sent, delivery);
        Assert.EndsWith("/activities", connector.Calls[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_LateAnswerToAPressedCard_TakesItsPlace()
    {
        host.Intake.Answer = _ => null;

        await SendAsync(await ReceiveAsync(Activities.Execute("quotes_approve", [])), FakeIntake.Words("Approved") with { Card = Card() });

        var call = Assert.Single(connector.Calls);
        Assert.Equal(("PUT", "/_connector/v3/conversations/a%3Apersonal-1/activities/card-1"), (call.Method, call.Target));
    }

    [Fact]
    public async Task Send_LateAnswerToFeedback_IsNotSent()
    {
        var delivery = await host.Channel.SendAsync(
            await ReceiveAsync(Activities.Feedback("like", "")), FakeIntake.Reply(FakeIntake.Words("?")), CancellationToken.None);

        Assert.Equal(Delivery.Sent, delivery);
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task Send_LongTable_IsCutAndSaysSo()
    {
        var table = Table.Of(["Machine", "Count"], Enumerable.Range(0, 2000).Select(i => new CardText[] { $"Machine {i}", "1" }));

        await SendAsync(await ReceiveAsync(), FakeIntake.Words("All machines") with { Card = new AdaptiveCard { Body = [table] } });

        var body = connector.Calls[0].Body;
        Assert.InRange(Encoding.Unicode.GetByteCount(body), 1, 80 * 1024);
        Assert.Contains("1900 more rows are not shown.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_CardTooLargeWithoutATable_IsLeftOutAndSaysSo()
    {
        var card = new AdaptiveCard { Body = [TextBlock.Of(new string('x', 60_000))] };

        var sent = await SendAsync(await ReceiveAsync(), FakeIntake.Words("All machines") with { Card = card });

        Assert.False(sent.AsObject().ContainsKey("attachments"));
        Assert.StartsWith("All machines", (string?)sent["text"], StringComparison.Ordinal);
        Assert.Contains("would be too large", (string?)sent["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_EndlessWords_AreCut()
    {
        await SendAsync(await ReceiveAsync(), FakeIntake.Words(string.Concat(Enumerable.Repeat("😀*", 40_000))));

        Assert.InRange(Encoding.Unicode.GetByteCount(connector.Calls[0].Body), 1, 80 * 1024);
    }

    [Fact]
    public async Task Send_ConnectorFindsItTooLarge_WordsGoAlone()
    {
        connector.AnswerInTurn((HttpStatusCode.RequestEntityTooLarge, "<html/>", null), (HttpStatusCode.Created, "", null));

        var delivery = await host.Channel.SendAsync(
            await ReceiveAsync(), FakeIntake.Reply(FakeIntake.Words("OEE") with { Card = Card() }), CancellationToken.None);

        Assert.Equal(Delivery.Sent, delivery);
        Assert.DoesNotContain("attachments", connector.Calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutReference_IsRefused()
    {
        var message = await ReceiveAsync() with { Reference = JsonElement.Parse("null") };

        Assert.Equal(Delivery.Refused, await host.Channel.SendAsync(message, FakeIntake.Reply(FakeIntake.Words("OEE")), CancellationToken.None));
    }

    [Fact]
    public async Task Typing_IsSent()
    {
        await host.Channel.TypingAsync(await ReceiveAsync(), CancellationToken.None);

        Assert.Equal("typing", (string?)JsonNode.Parse(Assert.Single(connector.Calls).Body)!["type"]);
    }

    [Fact]
    public async Task Proactive_Conversation_GetsAMessageOfItsOwn()
    {
        var reference = (await ReceiveAsync(Activities.Message(scope: "groupChat"))).Reference!.Value;

        await Proactive.PostAsync(reference, PostTo.Conversation, FakeIntake.Reply(FakeIntake.Words("Line 1 stands still")), null, CancellationToken.None);

        Assert.Equal("/_connector/v3/conversations/19%3Agroup%40thread.v2/activities", Assert.Single(connector.Calls).Target);
    }

    [Fact]
    public async Task Proactive_PersonOfAGroup_GetsItInTheirOwnChat()
    {
        var reference = (await ReceiveAsync(Activities.Message(scope: "channel"))).Reference!.Value;
        connector.AnswerInTurn((HttpStatusCode.Created, """{"id":"a:private"}""", null), (HttpStatusCode.Created, "", null));

        var (delivery, _) = await Proactive.PostAsync(reference, PostTo.Person, FakeIntake.Reply(FakeIntake.Words("For you")), null, CancellationToken.None);

        Assert.Equal(Delivery.Sent, delivery);
        Assert.Equal(["/_connector/v3/conversations", "/_connector/v3/conversations/a%3Aprivate/activities"], connector.Calls.Select(c => c.Target));
        var created = JsonNode.Parse(connector.Calls[0].Body)!;
        Assert.Equal("29:ana", (string?)Assert.Single(created["members"]!.AsArray())!["id"]);
        Assert.Equal("contoso-0000-not-a-guid-0000000000001", (string?)created["tenantId"]);
        Assert.False((bool?)created["isGroup"]);
    }

    [Fact]
    public async Task Proactive_OnTopOfAChannel_OpensAThreadAndIsChangedThere()
    {
        var reference = (await ReceiveAsync(Activities.Message(scope: "channel"))).Reference!.Value;
        connector.AnswerInTurn((HttpStatusCode.Created, """{"id":"19:room@thread.tacv2;messageid=77","activityId":"77"}""", null), (HttpStatusCode.OK, """{"id":"77"}""", null));

        var first = await Proactive.PostAsync(reference, PostTo.Top, FakeIntake.Reply(FakeIntake.Words("Waiting")), null, CancellationToken.None);
        var second = await Proactive.PostAsync(reference, PostTo.Top, FakeIntake.Reply(FakeIntake.Words("Approved")), first.Handle, CancellationToken.None);

        Assert.Equal((Delivery.Sent, Delivery.Sent), (first.Delivery, second.Delivery));
        var created = JsonNode.Parse(connector.Calls[0].Body)!;
        Assert.EndsWith("/v3/conversations", connector.Calls[0].Target, StringComparison.Ordinal);
        Assert.True((bool?)created["isGroup"]);
        Assert.DoesNotContain(";messageid=", (string?)created["channelData"]!["channel"]!["id"], StringComparison.Ordinal);
        Assert.Contains("Waiting", (string?)created["activity"]!["text"], StringComparison.Ordinal);
        Assert.Null(created["activity"]!["recipient"]);
        Assert.Equal("PUT", connector.Calls[1].Method);
        Assert.EndsWith("/19%3Aroom%40thread.tacv2%3Bmessageid%3D77/activities/77", connector.Calls[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Answer_TellsTheIdOfItsMessage()
    {
        var message = await ReceiveAsync();
        connector.AnswerInTurn((HttpStatusCode.Created, """{"id":"1:sent"}""", null));

        Assert.Equal(new(Delivery.Sent, "1:sent"), await host.Channel.SendAsync(message, FakeIntake.Reply(FakeIntake.Words("78 %")), CancellationToken.None));
    }

    [Fact]
    public async Task Present_OfAThread_AreThePeopleOfItsChannelOnAllPages()
    {
        var message = await ReceiveAsync(Activities.Message(scope: "channel"));
        connector.AnswerInTurn(
            (HttpStatusCode.OK, """{"members":[{"id":"29:ana"},{"id":"28:bot"}],"continuationToken":"a b"}""", null),
            (HttpStatusCode.OK, """{"members":[{"id":"29:ben"}]}""", null));

        var present = await host.Services.GetRequiredService<IRosterChannel>().PresentAsync(message.Reference, 50, CancellationToken.None);

        Assert.Equal(["29:ana", "29:ben"], present!.Where(p => p != "28:bot"));
        Assert.EndsWith("/pagedmembers?pageSize=50", connector.Calls[0].Target, StringComparison.Ordinal);
        Assert.DoesNotContain("messageid", connector.Calls[0].Target, StringComparison.Ordinal);
        Assert.EndsWith("&continuationToken=a%20b", connector.Calls[1].Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"members":[{"id":"29:ana"},{"id":"29:ben"},{"id":"29:eve"}]}""")]
    [InlineData(HttpStatusCode.OK, """{"members":[]}""")]
    [InlineData(HttpStatusCode.Forbidden, "{}")]
    public async Task Present_TooManyOrNotTold_IsUnknown(HttpStatusCode status, string body)
    {
        var message = await ReceiveAsync(Activities.Message(scope: "groupChat"));
        connector.AnswerInTurn((status, body, null));

        Assert.Null(await host.Services.GetRequiredService<IRosterChannel>().PresentAsync(message.Reference, 2, CancellationToken.None));
    }

    [Fact]
    public async Task Proactive_BotWasRemoved_IsRefused()
    {
        var reference = (await ReceiveAsync()).Reference!.Value;
        connector.AnswerInTurn((HttpStatusCode.Forbidden, """{"error":{"code":"BotNotInConversationRoster"}}""", null));

        Assert.Equal(Delivery.Refused, (await Proactive.PostAsync(reference, PostTo.Conversation, FakeIntake.Reply(FakeIntake.Words("?")), null, CancellationToken.None)).Delivery);
    }

    [Fact]
    public async Task Proactive_WithTheHandleOfAnEarlierMessage_TakesItsPlace()
    {
        var reference = (await ReceiveAsync()).Reference!.Value;
        connector.AnswerInTurn((HttpStatusCode.Created, """{"id":"1:sent"}""", null), (HttpStatusCode.OK, """{"id":"1:sent"}""", null));

        var first = await Proactive.PostAsync(reference, PostTo.Person, FakeIntake.Reply(FakeIntake.Words("Waiting")), null, CancellationToken.None);
        var second = await Proactive.PostAsync(reference, PostTo.Person, FakeIntake.Reply(FakeIntake.Words("Approved")), first.Handle, CancellationToken.None);

        Assert.Equal(Delivery.Sent, second.Delivery);
        Assert.Equal("PUT", connector.Calls[^1].Method);
        Assert.EndsWith("/activities/1%3Asent", connector.Calls[^1].Target, StringComparison.Ordinal);
        Assert.Contains("Approved", connector.Calls[^1].Body, StringComparison.Ordinal);
    }

    private IProactiveChannel Proactive => host.Services.GetRequiredService<IProactiveChannel>();

    private static AdaptiveCard Card() =>
        new() { Body = [TextBlock.Heading("OEE")], Actions = [ExecuteAction.Of("Approve", "quotes_approve", ("quote", "Q-17"))] };

    private async Task<InboundMessage> ReceiveAsync(JsonObject? activity = null)
    {
        activity ??= Activities.Message();
        activity["serviceUrl"] = connector.Url + "/_connector";
        using var response = await host.PostAsync(activity);
        Assert.True(response.IsSuccessStatusCode);
        return host.Intake.Accepted.Last();
    }

    private async Task<JsonNode> SendAsync(InboundMessage message, SkillResult result)
    {
        Assert.Equal(Delivery.Sent, (await host.Channel.SendAsync(message, FakeIntake.Reply(result), CancellationToken.None)).Delivery);
        return JsonNode.Parse(connector.Calls[^1].Body)!;
    }
}
