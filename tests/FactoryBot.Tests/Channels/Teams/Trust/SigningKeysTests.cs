using FactoryBot.Channels.Teams.Trust;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Tests.Channels.Teams.Trust;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly FakeTime time = new(TestIssuer.Now);
    private TestIssuer issuer = null!;
    private SigningKeys keys = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        keys = new(issuer.Http, issuer.Metadata, time, NullLogger<SigningKeys>.Instance);
    }

    public Task DisposeAsync() => issuer.DisposeAsync().AsTask();

    [Fact]
    public async Task Find_ManyAtOnce_FetchesOnce()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FindAsync("first")));

        Assert.All(found, Assert.NotNull);
        Assert.Equal(1, issuer.Fetches);
    }

    [Fact]
    public async Task Find_NewKey_IsFetched()
    {
        await FindAsync("first");
        issuer.Published["second"] = ["msteams"];
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.NotNull(await FindAsync("second"));
        Assert.Equal(2, issuer.Fetches);
    }

    [Fact]
    public async Task Find_StreamOfUnknownKeys_FetchesOnceAMinute()
    {
        await FindAsync("first");
        time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 50; i++)
            Assert.Null(await FindAsync("stranger " + i));

        Assert.Equal(2, issuer.Fetches);
    }

    [Fact]
    public async Task Find_AfterADay_RenewsBesideTheWork()
    {
        await FindAsync("first");
        issuer.Published["second"] = [];
        time.Advance(TimeSpan.FromHours(25));

        Assert.NotNull(await FindAsync("first"));
        await WaitUntil(() => issuer.Fetches == 2);
        Assert.NotNull(await FindAsync("second"));
        Assert.Equal(2, issuer.Fetches);
    }

    [Fact]
    public async Task Find_RenewalFails_OldKeysGoOnToCount()
    {
        await FindAsync("first");
        issuer.Broken = true;
        time.Advance(TimeSpan.FromHours(25));

        Assert.NotNull(await FindAsync("first"));
        Assert.Null(await FindAsync("second"));
        Assert.NotNull(await FindAsync("first"));
    }

    [Fact]
    public async Task Find_IssuerDownAtFirst_RecoversSoon()
    {
        issuer.Broken = true;
        Assert.Null(await FindAsync("first"));
        issuer.Broken = false;
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.NotNull(await FindAsync("first"));
    }

    private async Task<SigningKey?> FindAsync(string id) => await keys.FindAsync(id, CancellationToken.None);

    private static async Task WaitUntil(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        Assert.True(condition());
    }
}
