using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using FactoryBot.Channels.Slack.Install;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Channels.Slack;

public sealed class SlackTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly object Hello = new { type = "message", channel_type = "im", channel = "D1", user = "U1", text = "hello", ts = "1790000000.000100" };

    [Fact]
    public async Task ADirectMessage_SentThreeTimes_IsAnsweredOnceWithButtonsAndThumbs()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (int)(await host.EventAsync(Hello, id: "Ev1")).StatusCode);
        await host.EventAsync(new { type = "message", channel_type = "im", channel = "D1", user = "U1", text = "help", ts = "1790000000.000300" });
        var answers = await host.UntilAsync("chat.postMessage", 2);

        Assert.Equal(2, answers.Count);
        Assert.All(answers, a => Assert.Equal("Bearer xoxb-test", a.Authorization));
        Assert.Equal("D1", answers[0].Body.GetProperty("channel").GetString());
        Assert.False(answers[0].Body.TryGetProperty("thread_ts", out _));
        SlackLimits.Check(answers[1].Body.GetProperty("blocks").EnumerateArray().Select(b => System.Text.Json.Nodes.JsonNode.Parse(b.GetRawText())!.AsObject()));
    }

    [Fact]
    public async Task AMention_InAChannel_IsAnsweredInItsThreadAndOnlyOnce()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        await host.EventAsync(new { type = "app_mention", channel = "C1", user = "U1", text = "<@UBOT> hello", ts = "1790000000.000100" });
        await host.EventAsync(new { type = "message", channel_type = "channel", channel = "C1", user = "U1", text = "<@UBOT> hello", ts = "1790000000.000100" });
        await host.EventAsync(new { type = "message", channel_type = "channel", channel = "C1", user = "U2", text = "lunch?", ts = "1790000000.000200" });
        await host.EventAsync(Hello);
        await host.UntilAsync("chat.postMessage", 2);

        var inChannel = Assert.Single(host.Slack.Of("chat.postMessage"), c => c.Body.GetProperty("channel").GetString() == "C1");
        Assert.Equal("1790000000.000100", inChannel.Body.GetProperty("thread_ts").GetString());
    }

    [Theory]
    [InlineData("bot_id", "B1")]
    [InlineData("subtype", "message_changed")]
    [InlineData("user", "UBOT")]
    public async Task AMessage_ThatNoPersonWrote_IsPassedOver(string field, string value)
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        var message = new Dictionary<string, object> { ["type"] = "message", ["channel_type"] = "im", ["channel"] = "D1", ["user"] = "U1", ["text"] = "hello", ["ts"] = "1.1", [field] = value };

        Assert.Equal(200, (int)(await host.EventAsync(message)).StatusCode);
        await host.EventAsync(Hello);
        await host.UntilAsync("chat.postMessage");

        Assert.Single(host.Slack.Of("chat.postMessage"));
    }

    [Fact]
    public async Task ARequest_ThatSlackHasNotSigned_IsRefused()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        Assert.Equal(401, (int)(await host.PostAsync("/slack/events", "{\"type\":\"url_verification\",\"challenge\":\"c\"}", "application/json", "another secret")).StatusCode);
        Assert.Equal(401, (int)(await host.Client.PostAsync("/slack/commands", new StringContent("command=/factory"))).StatusCode);
        var verified = await host.PostAsync("/slack/events", "{\"type\":\"url_verification\",\"challenge\":\"c\"}", "application/json");
        Assert.Equal("c", await verified.Content.ReadAsStringAsync());
        Assert.Equal(400, (int)(await host.PostAsync("/slack/events", "{", "application/json")).StatusCode);
    }

    [Fact]
    public async Task ASlashCommand_IsAnsweredAtItsAddressForTheAskerAlone()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        var fields = $"command=%2Ffactory&text=hello&team_id=T1&user_id=U1&user_name=ana&channel_id=C1&trigger_id=t1&response_url={Uri.EscapeDataString(host.Slack.Url + "/respond/1")}";
        Assert.Equal(200, (int)(await host.PostAsync("/slack/commands", fields, "application/x-www-form-urlencoded")).StatusCode);
        var answer = (await host.UntilAsync("1"))[0];

        Assert.Equal("ephemeral", answer.Body.GetProperty("response_type").GetString());
        Assert.Equal("", answer.Authorization);
        Assert.Empty(host.Slack.Of("chat.postMessage"));
    }

    [Fact]
    public async Task ASlashCommand_WhoseAddressIsNotSlacks_GoesNowhereElse()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        await host.PostAsync("/slack/commands", "command=%2Ffactory&text=hello&team_id=T1&user_id=U1&channel_id=C1&trigger_id=t1&response_url=https%3A%2F%2Fevil.example%2F", "application/x-www-form-urlencoded");
        var answer = (await host.UntilAsync("chat.postEphemeral"))[0];

        Assert.Equal("U1", answer.Body.GetProperty("user").GetString());
    }

    [Fact]
    public async Task AButton_ThatSaysAQuestion_IsAnsweredBelow()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        await host.InteractAsync(Press("press:0", "{\"verb\":\"say\",\"text\":\"help\"}"));
        var answer = (await host.UntilAsync("chat.postMessage"))[0];

        Assert.Equal("D1", answer.Body.GetProperty("channel").GetString());
        Assert.Empty(host.Slack.Of("chat.update"));
    }

    [Fact]
    public async Task AButton_ThatDoesSomething_ReplacesItsCard()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        await host.InteractAsync(Press("press:0", "{\"verb\":\"tenancy_my_role\"}"));
        var answer = (await host.UntilAsync("chat.update"))[0];

        Assert.Equal("1790000000.000150", answer.Body.GetProperty("ts").GetString());
    }

    [Fact]
    public async Task AThumbDown_IsKeptAndAsksWhy()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        var turn = Guid.NewGuid().ToString("N");

        await host.InteractAsync(Press("feedback", "dislike:" + turn, "feedback_buttons"));
        var form = (await host.UntilAsync("views.open"))[0].Body.GetProperty("view");
        await host.InteractAsync(new
        {
            type = "view_submission", user = new { id = "U1" }, team = new { id = "T1" },
            view = new
            {
                id = "V1", hash = "h", callback_id = "form", private_metadata = form.GetProperty("private_metadata").GetString(),
                state = new { values = new { comment = new { value = new { type = "plain_text_input", value = "the week is wrong" } } } },
            },
        });

        var database = host.Services.GetRequiredService<FactoryDatabase>();
        var tenantId = (await host.Services.GetRequiredService<TenantDirectory>().FindTenantAsync("slack:T1", CancellationToken.None))!.Value;
        List<(string Reaction, string? Comment, string MessageId)> kept = [];
        for (var i = 0; i < 300 && kept.Count < 2; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            await using var scope = await database.OpenAsync(tenantId, CancellationToken.None);
            kept = [.. await scope.Connection.QueryAsync<(string, string?, string)>("select reaction, comment, message_id from turns.feedback order by given_at")];
        }
        Assert.Equal([("dislike", null, turn), ("dislike", "the week is wrong", turn)], kept);
    }

    [Fact]
    public async Task ASlackThatIsBusy_IsLeftAloneAsLongAsItAsks()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        host.Slack.Next["chat.postMessage"] = new([http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        }]);

        await host.EventAsync(Hello);
        var calls = await host.UntilAsync("chat.postMessage", 2);

        Assert.Equal(calls[0].Text, calls[1].Text);
    }

    [Fact]
    public async Task ASlackThatRefusesTheNewerBlocks_GetsPlainOnes()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());
        host.Slack.Next["chat.postMessage"] = new([http => http.Response.WriteAsJsonAsync(new { ok = false, error = "invalid_blocks" })]);

        await host.EventAsync(Hello);
        var calls = await host.UntilAsync("chat.postMessage", 2);

        Assert.DoesNotContain("context_actions", calls[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHome_WhenItIsOpened_ShowsQuestions()
    {
        await using var host = await SlackHost.StartAsync(await postgres.NewConnectionStringAsync());

        await host.EventAsync(new { type = "app_home_opened", user = "U1", tab = "home" });
        var view = (await host.UntilAsync("views.publish"))[0].Body.GetProperty("view");

        Assert.Contains("Ana Ruiz", view.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(view.GetProperty("blocks").EnumerateArray(), b => b.GetProperty("type").GetString() == "actions");
    }

    [Fact]
    public async Task AnInstallation_KeepsAnEncryptedTokenAndLosesItWithTheApp()
    {
        await using var host = await SlackHost.StartAsync(
            await postgres.NewConnectionStringAsync(), ("Slack:BotToken", ""), ("Slack:ClientId", "1.2"), ("Slack:ClientSecret", "client secret"));
        var begun = await host.Client.GetAsync("/slack/install");
        var state = begun.Headers.Location!.Query.Split('&').Single(p => p.StartsWith("state=", StringComparison.Ordinal))["state=".Length..];
        var cookie = begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.Equal(400, (int)(await host.Client.GetAsync($"/slack/oauth?code=c&state={state}")).StatusCode);
        using var back = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth?code=c&state={state}");
        back.Headers.Add("Cookie", cookie);
        Assert.Equal(200, (int)(await host.Client.SendAsync(back)).StatusCode);
        var exchange = (await host.UntilAsync("oauth.v2.access"))[0];
        Assert.Equal(new AuthenticationHeaderValue("Basic", Convert.ToBase64String("1.2:client secret"u8)).ToString(), exchange.Authorization);

        var tokens = host.Services.GetRequiredService<SlackTokens>();
        Assert.Equal("xoxb-of-T9", await tokens.OfAsync("T9", CancellationToken.None));
        var tenantId = (await host.Services.GetRequiredService<TenantDirectory>().FindTenantAsync("slack:T9", CancellationToken.None))!.Value;
        await using (var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(tenantId, CancellationToken.None))
        {
            var stored = await scope.Connection.QuerySingleAsync<byte[]>("select token from slack.workspace");
            Assert.DoesNotContain("xoxb", System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
            Assert.Null(host.Services.GetRequiredService<Secrets>().Open("slack token of T8", stored));
        }

        await host.EventAsync(new { type = "app_uninstalled" }, "T9");
        Assert.Null(await tokens.OfAsync("T9", CancellationToken.None));
    }

    private static object Press(string actionId, string value, string type = "button") => new
    {
        type = "block_actions",
        user = new { id = "U1", team_id = "T1" },
        team = new { id = "T1" },
        channel = new { id = "D1" },
        message = new { ts = "1790000000.000150" },
        container = new { type = "message", message_ts = "1790000000.000150", channel_id = "D1" },
        trigger_id = "1.2.3",
        actions = new[] { new { type, action_id = actionId, value, action_ts = "1790000001.5" } },
    };
}
