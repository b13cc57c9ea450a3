using FactoryBot.Channels.Teams;
using FactoryBot.Channels.Teams.Trust;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Tests.Channels.Teams.Trust;

public sealed class TeamsTokenCheckTests : IAsyncLifetime
{
    private readonly FakeTime time = new(TestIssuer.Now);
    private TestIssuer issuer = null!;
    private TeamsTokenCheck check = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        check = Check(issuer, TestIssuer.App);
    }

    public Task DisposeAsync() => issuer.DisposeAsync().AsTask();

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Verify_GoodToken_IsBelieved(string algorithm)
    {
        var verdict = await VerifyAsync(TestIssuer.Token(algorithm: algorithm));

        Assert.Null(verdict.Reason);
        Assert.Equal(TestIssuer.ServiceUrl, verdict.Token!.ServiceUrl);
        Assert.Null(TeamsTokenCheck.Refuse(verdict.Token, "msteams", TestIssuer.ServiceUrl));
    }

    [Theory]
    [InlineData("api://" + TestIssuer.App)]
    [InlineData("api://botid-" + TestIssuer.App)]
    [InlineData("5F0D6A3E-8B1C-4B7E-9A55-0D6F3F2C9E11")]
    public async Task Verify_OtherFormOfAudience_IsBelieved(string audience) =>
        Assert.Null((await VerifyAsync(TestIssuer.Token(claims: c => c["aud"] = audience))).Reason);

    [Theory]
    [InlineData("iss", "https://sts.windows.net/somebody/")]
    [InlineData("aud", "00000000-0000-0000-0000-000000000000")]
    public async Task Verify_WrongIssuerOrAudience_IsRefused(string claim, string value) =>
        Assert.NotNull((await VerifyAsync(TestIssuer.Token(claims: c => c[claim] = value))).Reason);

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    public async Task Verify_ClaimMissing_IsRefused(string claim) =>
        Assert.NotNull((await VerifyAsync(TestIssuer.Token(claims: c => c.Remove(claim)))).Reason);

    [Fact]
    public async Task Verify_Expired_IsRefusedAfterTheSkew()
    {
        var token = TestIssuer.Token(claims: c => c["exp"] = TestIssuer.Now.AddMinutes(-4).ToUnixTimeSeconds());
        Assert.Null((await VerifyAsync(token)).Reason);

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("the token has expired", (await VerifyAsync(token)).Reason);
    }

    [Fact]
    public async Task Verify_NotYetValid_IsRefused() =>
        Assert.Equal(
            "the token is not valid yet",
            (await VerifyAsync(TestIssuer.Token(claims: c => c["nbf"] = TestIssuer.Now.AddMinutes(6).ToUnixTimeSeconds()))).Reason);

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task Verify_OtherAlgorithm_IsRefused(string algorithm) =>
        Assert.Equal("the token is signed in a way that is not accepted", (await VerifyAsync(TestIssuer.Token(algorithm: algorithm))).Reason);

    [Fact]
    public async Task Verify_CriticalHeader_IsRefused() =>
        Assert.NotNull((await VerifyAsync(TestIssuer.Token(header: h => h["crit"] = "b64"))).Reason);

    [Fact]
    public async Task Verify_TamperedClaims_IsRefused()
    {
        var good = TestIssuer.Token().Split('.');
        var other = TestIssuer.Token(claims: c => c["serviceurl"] = "https://evil.example.test/").Split('.');

        Assert.Equal("the signature is wrong", (await VerifyAsync($"{good[0]}.{other[1]}.{good[2]}")).Reason);
    }

    [Fact]
    public async Task Verify_SignedByAnotherKeyUnderAKnownId_IsRefused() =>
        Assert.Equal("the signature is wrong", (await VerifyAsync(TestIssuer.Token("second", header: h => h["kid"] = "first"))).Reason);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer W10.W10.W10")]
    [InlineData("Bearer !!!.???.###")]
    public async Task Verify_Garbage_IsRefused(string? authorization)
    {
        var verdict = await check.VerifyAsync(authorization, CancellationToken.None);

        Assert.NotNull(verdict.Reason);
        Assert.Null(verdict.Token);
        Assert.Equal(0, issuer.Fetches);
    }

    [Fact]
    public async Task Verify_HugeToken_IsRefusedUnread() =>
        Assert.Equal("the token is malformed", (await VerifyAsync("e30." + new string('A', 20_000) + ".AAAA")).Reason);

    [Fact]
    public async Task Verify_WithoutAppId_IsRefused() =>
        Assert.Equal("no app id is configured", (await Check(issuer, null).VerifyAsync("Bearer " + TestIssuer.Token(), CancellationToken.None)).Reason);

    [Theory]
    [InlineData("msteams", "https://smba.example.test/other/", "another service URL")]
    [InlineData("msteams", null, "another service URL")]
    [InlineData("slack", TestIssuer.ServiceUrl, "not endorsed")]
    [InlineData("MSTEAMS", TestIssuer.ServiceUrl, "not endorsed")]
    [InlineData("", TestIssuer.ServiceUrl, "no channel")]
    [InlineData(null, TestIssuer.ServiceUrl, "no channel")]
    public async Task Refuse_ActivityThatTheTokenMayNotBring_SaysWhy(string? channel, string? serviceUrl, string reason)
    {
        var token = (await VerifyAsync(TestIssuer.Token())).Token!;

        Assert.Contains(reason, TeamsTokenCheck.Refuse(token, channel, serviceUrl), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_TokenWithoutServiceUrl_SaysSo()
    {
        var token = (await VerifyAsync(TestIssuer.Token(claims: c => c.Remove("serviceurl")))).Token!;

        Assert.Equal("the token names no service URL", TeamsTokenCheck.Refuse(token, "msteams", TestIssuer.ServiceUrl));
    }

    [Fact]
    public async Task Refuse_KeyWithoutEndorsements_SaysSo()
    {
        issuer.Published["first"] = null;

        var token = (await VerifyAsync(TestIssuer.Token())).Token!;

        Assert.Contains("not endorsed", TeamsTokenCheck.Refuse(token, "msteams", TestIssuer.ServiceUrl), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SameTokenAgain_NeedsNoKeyAnyMore()
    {
        await VerifyAsync(TestIssuer.Token());
        issuer.Published.Clear();
        issuer.Broken = true;

        Assert.Null((await VerifyAsync(TestIssuer.Token())).Reason);
        Assert.Equal(1, issuer.Fetches);
    }

    private ValueTask<TokenVerdict> VerifyAsync(string token) => check.VerifyAsync("Bearer " + token, CancellationToken.None);

    private TeamsTokenCheck Check(TestIssuer from, string? app) =>
        new(new SigningKeys(from.Http, from.Metadata, time, NullLogger<SigningKeys>.Instance), new TeamsOptions { AppId = app }, time);
}
