using System.Net;
using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Channels.Teams;

public sealed class TeamsInvokesTests
{
    [Fact]
    public async Task Execute_AnsweredByCard_CardTakesThePressedOnesPlace()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Answer = _ => FakeIntake.Words("Approved.") with { Card = new AdaptiveCard { Body = [TextBlock.Of("Approved")] } };

        var (status, body) = await PostAsync(host, Activities.Execute("quotes_approve", new() { ["quote"] = "Q-17" }));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(200, (int?)body["statusCode"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body["type"]);
        Assert.Equal("Approved", (string?)body["value"]!["body"]![0]!["text"]);
        var message = Assert.Single(host.Intake.Accepted);
        Assert.True(message.Awaited);
        Assert.Equal("quotes_approve", message.Press!.Verb);
        Assert.Equal("Q-17", message.Press.Data.GetProperty("quote").GetString());
        Assert.Equal("card-1", message.Reference!.Value.GetProperty("cardId").GetString());
    }

    [Fact]
    public async Task Execute_AnsweredByWords_IsANotice()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Answer = _ => SkillResult.No(ResultStatus.NoRight, "You may not approve quotes.");

        var (_, body) = await PostAsync(host, Activities.Execute("quotes_approve", []));

        Assert.Equal("application/vnd.microsoft.activity.message", (string?)body["type"]);
        Assert.Equal("You may not approve quotes.", (string?)body["value"]);
    }

    [Fact]
    public async Task Execute_Failed_IsAnError()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Answer = _ => SkillResult.No(ResultStatus.Failed, "Something broke.");

        var (status, body) = await PostAsync(host, Activities.Execute("quotes_approve", []));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(500, (int?)body["statusCode"]);
        Assert.Equal("application/vnd.microsoft.error", (string?)body["type"]);
        Assert.Equal("Something broke.", (string?)body["value"]!["message"]);
    }

    [Fact]
    public async Task Execute_TooSlow_SaysThatTheAnswerFollows()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Answer = _ => null;

        var (_, body) = await PostAsync(host, Activities.Execute("quotes_approve", []));

        Assert.Equal(200, (int?)body["statusCode"]);
        Assert.Equal("This takes longer than usual. The answer will follow here.", (string?)body["value"]);
    }

    [Fact]
    public async Task Execute_PressedTwice_IsOneTurn()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        await PostAsync(host, Activities.Execute("quotes_approve", []));
        await PostAsync(host, Activities.Execute("quotes_approve", []));

        Assert.Single(host.Intake.Accepted);
    }

    [Fact]
    public async Task Execute_WithoutVerb_IsNamed()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Execute("x", []);
        activity["value"] = new JsonObject { ["action"] = "none" };

        var (status, body) = await PostAsync(host, activity);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("The activity has no value.action.verb.", (string?)body["error"]!["message"]);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{\"feedbackText\":\"wrong week\"}", "wrong week")]
    [InlineData("{\"comment\":\"wrong week\",\"report\":\"true\"}", "wrong week", "true")]
    [InlineData("not JSON", "not JSON")]
    [InlineData("[]", null)]
    public async Task Feedback_IsPassedOnAndAnsweredWithNothing(string given, string? comment, string? report = null)
    {
        await using var host = await TeamsHost.StartLocalAsync();

        var (status, body) = await PostAsync(host, Activities.Feedback("dislike", given));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body.AsObject());
        var message = Assert.Single(host.Intake.Accepted);
        Assert.Equal("feedback", message.Press!.Verb);
        Assert.Equal("dislike", message.Press.Data.GetProperty("reaction").GetString());
        Assert.Equal("card-1", message.Press.Data.GetProperty("messageId").GetString());
        Assert.Equal(comment, message.Press.Data.TryGetProperty("comment", out var text) ? text.GetString() : null);
        Assert.Equal(report, message.Press.Data.TryGetProperty("report", out var told) ? told.GetString() : null);
        Assert.False(message.Reference!.Value.TryGetProperty("cardId", out _));
    }

    [Theory]
    [InlineData("like", false)]
    [InlineData("dislike", true)]
    public async Task FetchTask_OfAThumb_IsADialogThatCanReportTheAnswer(string reaction, bool reports)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Feedback(reaction, "");
        activity["name"] = "message/fetchTask";
        var value = activity["value"]!.DeepClone();
        activity["value"] = new JsonObject { ["data"] = value };

        var (status, body) = await PostAsync(host, activity);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("continue", (string?)body["task"]!["type"]);
        var fields = body["task"]!["value"]!["card"]!["content"]!["body"]!.AsArray().Select(e => (string?)e!["id"]).OfType<string>();
        Assert.Equal(reports ? ["comment", "report"] : ["comment"], fields);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task Feedback_OnAnAnswer_NamesItsTurn()
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Sent["card-1"] = Guid.NewGuid();

        await PostAsync(host, Activities.Feedback("like", ""));

        Assert.Equal(host.Intake.Sent["card-1"], Assert.Single(host.Intake.Accepted).Press!.Data.GetProperty("messageId").GetGuid());
    }

    [Theory]
    [InlineData("words", "kovo", "kovo")]
    [InlineData("initialRun", "true", "")]
    public async Task Query_OfTheMessageExtension_IsAnsweredWithCardsAndTheirPreviews(string parameter, string typed, string words)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        host.Intake.Things = [new("Q-00001 · Kovo", "sent · 12.00 EUR", new() { Body = [TextBlock.Heading("Quote Q-00001")], FallbackText = "Quote" })];

        var (status, body) = await PostAsync(host, Query(parameter, typed));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("demo", "29:ana", words), Assert.Single(host.Intake.LookedUp));
        Assert.Equal("result", (string?)body["composeExtension"]!["type"]);
        var thing = Assert.Single(body["composeExtension"]!["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)thing["contentType"]);
        Assert.Equal("Q-00001 · Kovo", (string?)thing["preview"]!["content"]!["title"]);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task Query_ThatFindsNothing_SaysSo()
    {
        await using var host = await TeamsHost.StartLocalAsync();

        var (_, body) = await PostAsync(host, Query("words", "nobody"));

        Assert.Equal("message", (string?)body["composeExtension"]!["type"]);
        Assert.NotEqual("", (string?)body["composeExtension"]!["text"]);
    }

    private static JsonObject Query(string parameter, string typed)
    {
        var activity = Activities.Execute("x", []);
        activity["name"] = "composeExtension/query";
        activity["value"] = new JsonObject { ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = parameter, ["value"] = typed }) };
        return activity;
    }

    [Theory]
    [InlineData("composeExtension/submitAction")]
    [InlineData("task/fetch")]
    [InlineData(null)]
    public async Task OtherInvoke_IsNotImplemented(string? name)
    {
        await using var host = await TeamsHost.StartLocalAsync();
        var activity = Activities.Execute("x", []);
        activity["name"] = name;

        var (status, body) = await PostAsync(host, activity);

        Assert.Equal(HttpStatusCode.NotImplemented, status);
        Assert.Contains("has no answer to the invoke", (string?)body["error"]!["message"], StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(TeamsHost host, JsonNode activity)
    {
        using var response = await host.PostAsync(activity);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
