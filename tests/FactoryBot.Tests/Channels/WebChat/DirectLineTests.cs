using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Channels.WebChat;

public sealed class DirectLineTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AConversation_FromItsFirstMoment_IsKeptInOrder()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        var welcome = (await talk.UntilAsync(1))[0];
        Assert.Contains("Viktor", welcome.Text(), StringComparison.Ordinal);
        Assert.NotEmpty(welcome.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray());

        await talk.SayAsync("hello", "mine-1");
        await talk.SayAsync("hello", "mine-1");
        await talk.SayAsync("help", "mine-2");
        var all = await talk.UntilAsync(5);

        Assert.Equal(["hello", "help"], all.Where(a => a.Role() == "user").Select(a => a.Text()));
        Assert.Equal(3, all.Count(a => a.Role() == "bot"));
        Assert.Equal(all.Select(a => a.GetProperty("id").GetString()).Order(StringComparer.Ordinal), all.Select(a => a.GetProperty("id").GetString()));
        Assert.Equal("mine-1", all.First(a => a.Role() == "user").GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(200, (int)(await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", talk.Token)).StatusCode);
    }

    [Fact]
    public async Task AStream_ThatBreaksOff_ContinuesWithoutLossOrRepetition()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        var first = await TalkStream.ConnectAsync(talk.StreamUrl);
        await first.UntilAsync(a => a.Role() == "bot");
        var watermark = first.Watermark;
        await first.DisposeAsync();

        await talk.SayAsync("hello");
        await talk.UntilAsync(3);
        var again = await (await host.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{talk.Id}?watermark={watermark}", talk.Token)).JsonAsync(200);
        await using var second = await TalkStream.ConnectAsync(again.GetProperty("streamUrl").GetString()!);
        var missed = await second.NextAsync();

        Assert.Equal(["user", "bot"], missed.Select(a => a.Role()));
        await talk.SayAsync("help");
        var answer = await second.UntilAsync(a => a.Role() == "bot");
        Assert.NotEqual("", answer.Text());
    }

    [Fact]
    public async Task ASecondStream_OfTheSameConversation_EndsTheFirst()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        await using var first = await TalkStream.ConnectAsync(talk.StreamUrl);
        await first.UntilAsync(a => a.Role() == "bot");
        await using var second = await TalkStream.ConnectAsync(talk.StreamUrl);
        await second.UntilAsync(a => a.Role() == "bot");
        await first.UntilClosedAsync();

        await talk.SayAsync("hello", "mine-1");
        Assert.Equal("hello", (await second.UntilAsync(a => a.Role() == "user")).Text());
        await second.UntilAsync(a => a.Role() == "bot");
    }

    [Fact]
    public async Task AToken_ThatIsOldOrAlteredOrAnothers_OpensNothing()
    {
        var time = new FakeTime(Noon);
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync(), time);
        var talk = await host.OpenAsync();
        var other = await host.OpenAsync("operator");
        var address = $"/v3/directline/conversations/{talk.Id}/activities";

        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Get, address, null)).StatusCode);
        Assert.Equal(403, (int)(await host.SendAsync(HttpMethod.Get, address, other.Token)).StatusCode);
        var body = talk.Token.Split('.');
        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Get, address, $"{body[0]}.{body[1]}.{other.Token.Split('.')[2]}")).StatusCode);
        var ticket = talk.StreamUrl[(talk.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..];
        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Get, address, ticket)).StatusCode);

        time.Advance(TimeSpan.FromMinutes(20));
        var fresh = (await (await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", talk.Token)).JsonAsync(200)).GetProperty("token").GetString();
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("TokenExpired", (await (await host.SendAsync(HttpMethod.Get, address, talk.Token)).JsonAsync(403)).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(200, (int)(await host.SendAsync(HttpMethod.Get, address, fresh)).StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => TalkStream.ConnectAsync(talk.StreamUrl));
    }

    [Fact]
    public async Task APage_OfAnotherOrigin_MayDoNothing()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        var address = $"/v3/directline/conversations/{talk.Id}/activities";

        Assert.Equal(403, (int)(await host.SendAsync(HttpMethod.Get, address, talk.Token, origin: "https://evil.example")).StatusCode);
        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Post, "/chat/token?member=owner", null, origin: "http://localhost:1")).StatusCode);
        Assert.Equal(200, (int)(await host.SendAsync(HttpMethod.Get, address, talk.Token, origin: host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))).StatusCode);
    }

    [Fact]
    public async Task AHost_ThatIsNotOpen_AsksForAKeyAndSpeaksAsItsMember()
    {
        await using var host = await WebChatHost.StartAsync(
            await postgres.NewConnectionStringAsync(), null, ("WebChat:DangerouslyOpenOnLoopback", "false"), ("WebChat:Secret", "a secret of sixteen and more"));
        var key = await host.Services.GetRequiredService<ApiKeys>().CreateAsync(
            TenantDirectory.DemoTenant, "Board", Role.Viewer, AuditActor.CommandLine, CancellationToken.None);

        Assert.False((await (await host.Client.GetAsync("/chat/start")).JsonAsync(200)).GetProperty("open").GetBoolean());
        Assert.Equal(401, (int)(await host.Client.PostAsync("/chat/token?member=owner", null)).StatusCode);
        Assert.Equal(401, (int)(await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", "wrong")).StatusCode);
        var byKey = (await (await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", key.Secret)).JsonAsync(200)).GetProperty("token").GetString()!;
        var bySecret = (await (await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", "a secret of sixteen and more", new { user = new { id = "u1", name = "Ana" } })).JsonAsync(200))
            .GetProperty("token").GetString()!;

        Assert.Contains("Board", (await (await host.StartTalkAsync(byKey)).UntilAsync(1))[0].Text(), StringComparison.Ordinal);
        Assert.Contains("Ana", (await (await host.StartTalkAsync(bySecret)).UntilAsync(1))[0].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDemosCast_BeforeTheFirstRealPerson_TakesNobodysPlace()
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        await (await host.OpenAsync("operator")).UntilAsync(1);
        await (await host.OpenAsync("owner")).UntilAsync(1);
        var directory = host.Services.GetRequiredService<TenantDirectory>();

        var first = await directory.ResolveAsync("msteams", "demo", "29:ana", "Ana", CancellationToken.None);
        var cast = await directory.ResolveAsync("webchat", "demo", "cast:operator", null, CancellationToken.None);

        Assert.Equal(Role.Owner, first.Member.Role);
        Assert.Equal(("Olu Adeyemi", Role.Viewer), (cast.Member.Name, cast.Member.Role));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"type\":3}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    public async Task APost_ThatIsNoActivity_IsRefused(string body)
    {
        await using var host = await WebChatHost.StartAsync(await postgres.NewConnectionStringAsync());
        var talk = await host.OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{talk.Id}/activities") { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", talk.Token);

        Assert.Equal(400, (int)(await host.Client.SendAsync(request)).StatusCode);
    }
}
