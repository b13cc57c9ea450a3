using System.Net;
using System.Text.Json.Nodes;
using FactoryBot.Channels.Teams;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class TeamsEndpointTests
{
    [Fact]
    public async Task Post_Message_IsStoredAndAcknowledgedAtOnce()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync(Activities.Message());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var message = Assert.Single(host.Intake.Accepted);
        Assert.Equal("What was the OEE of Assembly-001 last week?", message.Text);
        Assert.Equal(("msteams", "demo", "a:personal-1", "act-1"), (message.Channel, message.TenantKey, message.ConversationId, message.ActivityId));
        Assert.Equal(("29:ana", "Ana Ruiz", "de-DE"), (message.From.Id, message.From.Name, message.Locale));
        Assert.Equal(TestIssuer.Now, message.ReceivedAt);
        Assert.False(message.Awaited);
    }

    [Fact]
    public async Task Post_SameMessageTwiceAtOnce_IsStoredOnce()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        var responses = await Task.WhenAll(host.PostAsync(Activities.Message()), host.PostAsync(Activities.Message()));

        Assert.All(responses, r => Assert.Equal(HttpStatusCode.Accepted, r.StatusCode));
        Assert.Single(host.Intake.Accepted);
    }

    [Fact]
    public async Task Post_InboxFull_SaysBusyAndWhenToTryAgain()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Busy = true;

        using var response = await host.PostAsync(Activities.Message());

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        Assert.Contains("Too many messages are waiting", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InboxBroken_SaysUnavailableWithoutInnerDetail()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Error = new TimeoutException("password=secret at table turns.turn");

        using var response = await host.PostAsync(Activities.Message());
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("could not be stored", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"text\":[\"a\"]}")]
    [InlineData("{\"type\":\"message\",\"from\":\"me\"}")]
    [InlineData("{\"type\":\"message\"} {\"type\":\"message\"}")]
    [InlineData("{\"text\":\"half a character \\ud800\"}")]
    [InlineData("<activity/>")]
    public async Task Post_Malformed_IsABadRequestWithASentence(string body)
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("The body is not an activity in JSON (UTF-8).", await ErrorAsync(response));
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task Post_DeepNesting_IsABadRequest()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var body = "{\"type\":\"message\",\"value\":" + new string('[', 5000) + new string(']', 5000) + "}";

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_Huge_IsRefusedWithItsLimit(bool chunked)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsEndpoint.Path);
        request.Content = new StringContent(Activities.Message(new string('x', 300_000)).ToJsonString(), null, "application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("The activity is larger than 256 KB.", await ErrorAsync(response));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_OtherContentType_IsRefused(string contentType)
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync(Activities.Message().ToJsonString(), contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithByteOrderMark_IsAccepted()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync("\uFEFF" + Activities.Message().ToJsonString());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("id")]
    [InlineData("from")]
    [InlineData("conversation")]
    [InlineData("channelId")]
    public async Task Post_FieldMissing_IsNamed(string field)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Message();
        activity.Remove(field);

        using var response = await host.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith($"The activity has no {field}", await ErrorAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a\0b")]
    [InlineData(null)]
    public async Task Post_IdThatIsNone_IsRefused(string? id)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Message();
        activity["conversation"]!["id"] = id ?? new string('x', 600);

        using var response = await host.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("conversation.id cannot be used", await ErrorAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OnlyWhatIsNeeded_IsAccepted()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Message(scope: "webchat");
        activity["channelId"] = "webchat";
        foreach (var field in new[] { "recipient", "entities", "channelData", "locale", "timestamp", "textFormat", "somethingNew" })
            activity.Remove(field);
        activity["from"]!.AsObject().Remove("name");

        using var response = await host.PostAsync(activity);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var message = Assert.Single(host.Intake.Accepted);
        Assert.Null(message.From.Name);
        Assert.Null(message.Locale);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("Message")]
    [InlineData("somethingOfTheFuture")]
    public async Task Post_OtherType_IsPassedOver(string type)
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync(Activities.Bare(type));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Intake.Accepted);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task OtherMethod_IsNotAllowed(string method)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), TeamsEndpoint.Path);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Post_ExpectReplies_AnswersInsideTheRequest()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Message();
        activity["deliveryMode"] = "expectReplies";

        using var response = await host.PostAsync(activity);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var reply = Assert.Single(body["activities"]!.AsArray())!;
        Assert.Equal("It works.", (string?)reply["text"]);
        Assert.Equal("act-1", (string?)reply["replyToId"]);
        Assert.True(Assert.Single(host.Intake.Accepted).Awaited);
    }

    [Fact]
    public async Task Post_ExpectRepliesTooSlow_SaysThatTheAnswerFollows()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Answer = _ => null;
        var activity = Activities.Message();
        activity["deliveryMode"] = "expectReplies";

        using var response = await host.PostAsync(activity);

        Assert.Contains("The answer will follow here.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InstallationAndConversationUpdateRace_WelcomeIsStoredOnce()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        await Task.WhenAll(
            host.PostAsync(Activities.Installed("personal")),
            host.PostAsync(Activities.Added("personal", "29:ana", Activities.BotId)),
            host.PostAsync(Activities.Added("personal", "29:ana")),
            host.PostAsync(Activities.Added("personal", Activities.BotId)));

        var welcome = Assert.Single(host.Intake.Accepted);
        Assert.Equal((InboundKind.Joined, "welcome:29:ana"), (welcome.Kind, welcome.ActivityId));
        Assert.DoesNotContain("activityId", welcome.Reference!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task Post_MemberAddedToGroup_IsNotWelcomed(string scope)
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var member = await host.PostAsync(Activities.Added(scope, "29:ana"));
        Assert.Empty(host.Intake.Accepted);
        using var bot = await host.PostAsync(Activities.Added(scope, "29:ana", Activities.BotId));

        Assert.Equal(HttpStatusCode.OK, member.StatusCode);
        Assert.Equal(InboundKind.Joined, Assert.Single(host.Intake.Accepted).Kind);
    }

    [Fact]
    public async Task Post_Removed_ForgetsTheWayBackAndAnswersNothing()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        using var response = await host.PostAsync(Activities.Installed("personal", "remove"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Intake.Accepted);
        Assert.Equal(["msteams demo a:personal-1"], host.Intake.Forgotten);
    }

    [Fact]
    public async Task Post_OrganisationThatIsNoTenant_IsForbiddenWithASentence()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Error = new UnknownTenantException();

        using var response = await host.PostAsync(Activities.Message());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(host.Intake.Error.Message, await ErrorAsync(response));
    }

    private static async Task<string?> ErrorAsync(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["message"];
}
