using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Testing;

namespace FactoryBot.Skills.Tests.Tenancy.Keys;

public sealed class ApiKeysTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly AuditActor Tester = AuditActor.CommandLine;

    [Fact]
    public async Task VerifyAsync_CreatedKey_ActsAsAMemberWithTheKeysRole()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        var key = await host.Keys.CreateAsync(TenantDirectory.DemoTenant, "Line display", Role.Analyst, Tester, CancellationToken.None);
        var holder = (await host.Keys.VerifyAsync(key.Secret, CancellationToken.None))!;
        var member = await host.Directory.ResolveAsync("rest", holder.TenantKey, holder.UserId, holder.Name, CancellationToken.None);

        Assert.Equal((TenantDirectory.DemoTenant, "demo", Role.Analyst), (holder.TenantId, holder.TenantKey, holder.Role));
        Assert.Equal(new(holder.MemberId, "Line display", Role.Analyst), member.Member);
        Assert.Matches("^fb_[A-Za-z0-9_-]{43}$", key.Secret);
    }

    [Fact]
    public async Task ResolveAsync_FirstPersonAfterAKey_IsStillTheOwner()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.Keys.CreateAsync(TenantDirectory.DemoTenant, "Line display", Role.Viewer, Tester, CancellationToken.None);

        var person = await host.Directory.ResolveAsync("terminal", "demo", "root", "root", CancellationToken.None);

        Assert.Equal(Role.Owner, person.Member.Role);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("fb_short")]
    [InlineData("fb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' or true --")]
    public async Task VerifyAsync_AnythingElse_IsNobody(string? key)
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        Assert.Null(await host.Keys.VerifyAsync(key, CancellationToken.None));
    }

    [Fact]
    public async Task VerifyAsync_RevokedOnAnotherHost_IsNobodyWithinSeconds()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var one = new TenancyHost(database);
        await using var two = new TenancyHost(database);
        await two.ListenAsync();
        var key = await one.Keys.CreateAsync(TenantDirectory.DemoTenant, "Display", Role.Viewer, Tester, CancellationToken.None);
        Assert.NotNull(await two.Keys.VerifyAsync(key.Secret, CancellationToken.None));
        Assert.NotNull(await one.Keys.VerifyAsync(key.Secret, CancellationToken.None));

        Assert.True(await one.Keys.RevokeAsync(TenantDirectory.DemoTenant, key.Id, Tester, CancellationToken.None));

        Assert.Null(await one.Keys.VerifyAsync(key.Secret, CancellationToken.None));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (await two.Keys.VerifyAsync(key.Secret, CancellationToken.None) is not null)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        Assert.False(await one.Keys.RevokeAsync(TenantDirectory.DemoTenant, key.Id, Tester, CancellationToken.None));
    }

    [Fact]
    public async Task RevokeAsync_KeyOfAnotherTenant_IsNotFound()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var key = await host.Keys.CreateAsync(TenantDirectory.DemoTenant, "Display", Role.Viewer, Tester, CancellationToken.None);
        var other = await host.AskerAsync("u1", "Eve");

        Assert.False(await host.Keys.RevokeAsync(other.TenantId, key.Id, Tester, CancellationToken.None));
        Assert.Empty(await host.Keys.ListAsync(other.TenantId, CancellationToken.None));
        Assert.NotNull(await host.Keys.VerifyAsync(key.Secret, CancellationToken.None));
    }

    [Fact]
    public async Task ListAsync_UsedAndRevoked_ShowsBothAndNeverTheKey()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var key = await host.Keys.CreateAsync(TenantDirectory.DemoTenant, "Display", Role.Viewer, Tester, CancellationToken.None);
        await host.Keys.VerifyAsync(key.Secret, CancellationToken.None);
        await host.Keys.RevokeAsync(TenantDirectory.DemoTenant, key.Id, Tester, CancellationToken.None);

        var listed = Assert.Single(await host.Keys.ListAsync(TenantDirectory.DemoTenant, CancellationToken.None));

        Assert.Equal(("Display", key.Secret[..9], Role.Viewer), (listed.Name, listed.Prefix, listed.Role));
        Assert.NotNull(listed.LastUsedAt);
        Assert.NotNull(listed.RevokedAt);
        Assert.DoesNotContain(key.Secret, key.ToString(), StringComparison.Ordinal);
        Assert.True((await host.Audit.VerifyAsync(TenantDirectory.DemoTenant, CancellationToken.None)) is { IsIntact: true, Entries: 2 });
    }
}
