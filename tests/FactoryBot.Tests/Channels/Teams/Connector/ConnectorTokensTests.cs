using FactoryBot.Channels.Teams.Connector;

namespace FactoryBot.Tests.Channels.Teams.Connector;

public sealed class ConnectorTokensTests
{
    private readonly FakeTime time = new(TestIssuer.Now);
    private readonly FakeCredential credential;
    private readonly ConnectorTokens tokens;

    public ConnectorTokensTests()
    {
        credential = new(time);
        tokens = new(credential, "scope", time);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AsksOnce()
    {
        credential.Takes = TimeSpan.FromMilliseconds(100);

        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync()));

        Assert.All(got, token => Assert.Equal("token-1", token));
        Assert.Equal(1, credential.Asked);
    }

    [Fact]
    public async Task Get_FiveMinutesBeforeExpiry_AsksAgain()
    {
        await GetAsync();
        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await GetAsync());

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("token-2", await GetAsync());
    }

    [Fact]
    public async Task Get_AfterARefusal_AsksOnceForAllWhoWereRefused()
    {
        var refused = await GetAsync();

        Assert.Equal("token-2", await GetAsync(refused));
        Assert.Equal("token-2", await GetAsync(refused));
        Assert.Equal(2, credential.Asked);
    }

    [Fact]
    public async Task Get_CallerGivesUp_OthersStillGetTheToken()
    {
        credential.Takes = TimeSpan.FromMilliseconds(200);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var first = tokens.GetAsync(null, impatient.Token).AsTask();
        var second = GetAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("token-1", await second);
    }

    private Task<string> GetAsync(string? refused = null) => tokens.GetAsync(refused, CancellationToken.None).AsTask();
}
