using System.Diagnostics;
using System.Net;
using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Teams.Connector;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Tests.Channels.Teams.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private readonly FakeCredential credential = new(TimeProvider.System);
    private LoopbackServer server = null!;

    public async Task InitializeAsync() => server = await LoopbackServer.StartAsync();

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("", "/v3/conversations/a%3A1%7C%40x%3Bmessageid%3D5/activities/m%2F1")]
    [InlineData("/", "/v3/conversations/a%3A1%7C%40x%3Bmessageid%3D5/activities/m%2F1")]
    [InlineData("/_connector", "/_connector/v3/conversations/a%3A1%7C%40x%3Bmessageid%3D5/activities/m%2F1")]
    [InlineData("/emea/", "/emea/v3/conversations/a%3A1%7C%40x%3Bmessageid%3D5/activities/m%2F1")]
    public async Task Reply_Path_IsJoinedAndEscaped(string path, string target)
    {
        var reference = Reference() with { ServiceUrl = server.Url + path, Conversation = new() { Id = "a:1|@x;messageid=5" } };

        await Client().ReplyAsync(reference, "m/1", Body(), CancellationToken.None);

        var call = Assert.Single(server.Calls);
        Assert.Equal(("POST", target, "{}"), (call.Method, call.Target, call.Body));
    }

    [Fact]
    public async Task EachOperation_UsesItsMethodAndPath()
    {
        var client = Client();
        await client.SendAsync(Reference(), Body(), CancellationToken.None);
        await client.UpdateAsync(Reference(), "m1", Body(), CancellationToken.None);
        await client.CreateConversationAsync(Reference(), Body(), CancellationToken.None);

        Assert.Equal(
            [("POST", "/v3/conversations/c1/activities"), ("PUT", "/v3/conversations/c1/activities/m1"), ("POST", "/v3/conversations")],
            server.Calls.Select(c => (c.Method, c.Target)));
    }

    [Fact]
    public async Task Send_Throttled_WaitsAsLongAsAskedAndTriesAgain()
    {
        server.AnswerInTurn((HttpStatusCode.TooManyRequests, "{}", "1"), (HttpStatusCode.Created, """{"id":"m7"}""", null));
        var clock = Stopwatch.StartNew();

        var answer = await SendAsync();

        Assert.Equal((Delivery.Sent, "m7"), (answer.Delivery, answer.Id));
        Assert.Equal(2, server.Calls.Count);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Send_ThrottledForLongerThanACallMayWait_IsLeftForLater()
    {
        server.AnswerInTurn((HttpStatusCode.TooManyRequests, "{}", "3600"));

        Assert.Equal(Delivery.Later, (await SendAsync()).Delivery);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Send_TransientFailure_IsRepeatedThenLeftForLater(int status)
    {
        server.AnswerInTurn(((HttpStatusCode)status, "<html>oops</html>", null));

        Assert.Equal(Delivery.Later, (await SendAsync()).Delivery);
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task Send_ServerErrorOnce_IsSentOnTheSecondTry()
    {
        server.AnswerInTurn((HttpStatusCode.InternalServerError, "", null), (HttpStatusCode.Created, "", null));

        Assert.Equal(Delivery.Sent, (await SendAsync()).Delivery);
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task Send_FinalFailure_IsRefusedAtOnce(int status)
    {
        server.AnswerInTurn(((HttpStatusCode)status, """{"error":{"code":"MessageWritesBlocked","message":"no"}}""", null));

        Assert.Equal(Delivery.Refused, (await SendAsync()).Delivery);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Send_Conflict_IsTriedOnceMore()
    {
        server.AnswerInTurn((HttpStatusCode.Conflict, "", null));

        Assert.Equal(Delivery.Later, (await SendAsync()).Delivery);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Send_NoAnswer_EndsByItsOwnTimeLimit()
    {
        server.Answer = (_, context) => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted);
        var client = Client(o =>
        {
            o.ConnectorCallSeconds = 1;
            o.ConnectorRetries = 1;
        });

        var answer = await client.SendAsync(Reference(), Body(), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(Delivery.Later, answer.Delivery);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Send_NobodyListens_IsLeftForLater()
    {
        var reference = Reference() with { ServiceUrl = "http://127.0.0.1:1/" };

        Assert.Equal(Delivery.Later, (await Client().SendAsync(reference, Body(), CancellationToken.None)).Delivery);
    }

    [Fact]
    public async Task Send_CallerGivesUp_Throws()
    {
        server.Answer = (_, context) => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client().SendAsync(Reference(), Body(), limit.Token));
    }

    [Fact]
    public async Task Send_TokenRefusedOnce_TriesOnceWithAFreshOne()
    {
        server.AnswerInTurn((HttpStatusCode.Unauthorized, "", null), (HttpStatusCode.Created, "", null));

        Assert.Equal(Delivery.Sent, (await SendAsync()).Delivery);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Calls.Select(c => c.Authorization));
    }

    [Fact]
    public async Task Send_TokenRefusedTwice_IsLeftForLater()
    {
        server.AnswerInTurn((HttpStatusCode.Unauthorized, "", null));

        Assert.Equal(Delivery.Later, (await SendAsync()).Delivery);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Send_NoTokenToBeHad_IsLeftForLaterAndNotSentWithout()
    {
        credential.Broken = true;

        Assert.Equal(Delivery.Later, (await SendAsync()).Delivery);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Send_ServiceUrlThatDidNotProveItself_GetsNoToken()
    {
        await Client().SendAsync(Reference() with { Verified = false }, Body(), CancellationToken.None);

        Assert.Equal("", Assert.Single(server.Calls).Authorization);
        Assert.Equal(0, credential.Asked);
    }

    [Fact]
    public async Task Send_ConfiguredHost_GetsTheToken()
    {
        var client = Client(o => o.AllowedServiceHosts.Add("127.0.0.1"));

        await client.SendAsync(Reference() with { Verified = false }, Body(), CancellationToken.None);

        Assert.Equal("Bearer token-1", Assert.Single(server.Calls).Authorization);
    }

    [Fact]
    public async Task Send_Redirected_IsNotFollowed()
    {
        await using var other = await LoopbackServer.StartAsync();
        server.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = other.Url + "/steal";
            return Task.CompletedTask;
        };

        Assert.Equal(Delivery.Refused, (await SendAsync()).Delivery);
        Assert.Empty(other.Calls);
    }

    [Theory]
    [InlineData("http://smba.example.test/", false)]
    [InlineData("https://smba.example.test/", true)]
    public void MayCarryToken_PlainHttpOnAWire_Never(string url, bool expected) =>
        Assert.Equal(expected, new ServiceUrls(new()).MayCarryToken(Reference(), new(url)));

    private Task<ConnectorAnswer> SendAsync() => Client().SendAsync(Reference(), Body(), CancellationToken.None);

    private ConnectorClient Client(Action<TeamsOptions>? configure = null)
    {
        var options = new TeamsOptions { ConnectorRetryMilliseconds = 10 };
        configure?.Invoke(options);
        var time = TimeProvider.System;
        return new(
            TeamsServices.NewHttp(), new ConnectorTokens(credential, "scope", time), new ServiceUrls(options),
            new ConnectorRetry(Options.Create(options), time, NullLogger<ConnectorRetry>.Instance), time,
            NullLogger<ConnectorClient>.Instance);
    }

    private TeamsReference Reference() => new()
    {
        ServiceUrl = server?.Url ?? "https://smba.example.test/",
        ChannelId = "msteams",
        Conversation = new() { Id = "c1" },
        Verified = true,
    };

    private static ReadOnlyMemory<byte> Body() => "{}"u8.ToArray();
}
