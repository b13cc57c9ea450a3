using System.Text.RegularExpressions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using Npgsql;

namespace FactoryBot.Skills.Tests.Tenancy;

/// <summary>One company in two channels, and one person in both.</summary>
public sealed partial class LinkAccountsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task SetKey_SlackWorkspaceOfATeamsOrganisation_IsTheSameTenantUntilUnlinked()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.ListenAsync();
        var owner = await host.AskerAsync("u1", "Olga");
        var register = host.Get<TenantRegister>();

        Assert.True(await register.SetKeyAsync(owner.TenantId, "slack:T1", linked: true, default));
        Assert.False(await register.SetKeyAsync(owner.TenantId, "slack:T1", linked: true, default));
        Assert.Equal(owner.TenantId, await host.Directory.TenantOfAsync("slack", "T1", default));

        Assert.True(await register.SetKeyAsync(owner.TenantId, "slack:T1", linked: false, default));
        host.Directory.ForgetKeys();
        Assert.NotEqual(owner.TenantId, await host.Directory.TenantOfAsync("slack", "T1", default));
        Assert.True((await host.Audit.VerifyAsync(owner.TenantId, default)).IsIntact);
    }

    [Fact]
    public async Task SetKey_OfAnotherTenant_ChangesNothing()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var acme = await host.AskerAsync("u1", "Olga");
        var other = await host.AskerAsync("u1", "Otto", "other");
        var register = host.Get<TenantRegister>();
        await register.SetKeyAsync(acme.TenantId, "slack:T1", linked: true, default);

        Assert.False(await register.SetKeyAsync(other.TenantId, "slack:T1", linked: true, default));
        Assert.False(await register.SetKeyAsync(other.TenantId, "slack:T1", linked: false, default));
        Assert.Equal(acme.TenantId, await host.Directory.TenantOfAsync("slack", "T1", default));
    }

    [Fact]
    public async Task UseCode_FromSlack_IsTheSameMemberThereFromThenOn()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var (ana, slack) = await InBothAsync(host);

        var used = await host.CallAsync("tenancy_link_use", slack, ("message", $"link code {await CodeAsync(host, ana)}"));

        Assert.Equal("Done: here too you are Ana now, an owner.", used.Text);
        Assert.Equal(ana.MemberId, (await SlackAsync(host)).MemberId);
        Assert.Equal(["Ana"], await PeopleAsync(host, ana));
        Assert.True((await host.Audit.VerifyAsync(ana.TenantId, default)).IsIntact);
    }

    [Fact]
    public async Task UseCode_Twice_WorksOnce()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var (ana, slack) = await InBothAsync(host);
        var code = await CodeAsync(host, ana);
        var ben = await host.AskerAsync("u2", "Ben");
        await host.CallAsync("tenancy_link_use", slack, ("message", $"link code {code}"));

        var again = await host.CallAsync("tenancy_link_use", ben, ("message", $"link code {code}"));

        Assert.Equal(ResultStatus.NoRows, again.Status);
        Assert.Equal(ben.MemberId, (await host.AskerAsync("u2", "Ben")).MemberId);
    }

    [Theory]
    [InlineData("link code AAAA-AAAA", ResultStatus.NoRows)]
    [InlineData("link code", ResultStatus.NotUnderstood)]
    public async Task UseCode_NobodyWasShown_ChangesNothing(string message, ResultStatus expected)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var (_, slack) = await InBothAsync(host);

        Assert.Equal(expected, (await host.CallAsync("tenancy_link_use", slack, ("message", message))).Status);
        Assert.Equal(slack.MemberId, (await SlackAsync(host)).MemberId);
    }

    [Fact]
    public async Task UseCode_AfterItsTime_ChangesNothing()
    {
        var time = new FakeTime(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        await using var host = new TenancyHost(await postgres.NewDatabaseAsync(), time);
        var (ana, slack) = await InBothAsync(host);
        var code = await CodeAsync(host, ana);
        time.Advance(TimeSpan.FromMinutes(LinkAccounts.Minutes));

        Assert.Equal(ResultStatus.NoRows, (await host.CallAsync("tenancy_link_use", slack, ("message", $"link code {code}"))).Status);
    }

    [Fact]
    public async Task UseCode_ByTheHigherRole_IsToldToDoItTheOtherWayRound()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var (ana, slack) = await InBothAsync(host);

        var used = await host.CallAsync("tenancy_link_use", ana, ("message", $"link code {await CodeAsync(host, slack)}"));

        Assert.Equal(ResultStatus.NoRight, used.Status);
        Assert.Equal(Role.Owner, (await host.AskerAsync("u1", "Ana")).Role);
    }

    [Fact]
    public async Task ShowCode_InAGroup_IsRefused()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var ana = await host.AskerAsync("u1", "Ana") with { InGroup = true };

        Assert.Equal(ResultStatus.NoRight, (await host.CallAsync("tenancy_link_show", ana)).Status);
    }

    [Theory]
    [InlineData("update tenancy.member_identity set member_id = member_id")]
    [InlineData("insert into tenancy.tenant_key (tenant_id, key) values ('00000000-0000-0000-0000-0000000000d0', 'slack:T9')")]
    public async Task HostRole_BesideTheFunction_ChangesNobodysIdentity(string sql)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await using var scope = await host.Database.OpenAsync(TenantDirectory.DemoTenant, default);
        await using var command = new NpgsqlCommand(sql, scope.Connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task<(Asker Teams, Asker Slack)> InBothAsync(TenancyHost host)
    {
        var ana = await host.AskerAsync("u1", "Ana");
        await host.Get<TenantRegister>().SetKeyAsync(ana.TenantId, "slack:T1", linked: true, default);
        return (ana, await SlackAsync(host));
    }

    private static async Task<Asker> SlackAsync(TenancyHost host) =>
        (await host.Directory.ResolveAsync("slack", "T1", "U1", "Ana", default)).ToAsker(TimeProvider.System.GetUtcNow(), Guid.NewGuid());

    private static async Task<string> CodeAsync(TenancyHost host, Asker asker) =>
        Shown().Match((await host.CallAsync("tenancy_link_show", asker)).Text).Groups[1].Value;

    private static async Task<string[]> PeopleAsync(TenancyHost host, Asker asker)
    {
        await using var scope = await host.Database.OpenAsync(asker.TenantId, default);
        return [.. (await TenancyStore.PeopleAsync(scope, default)).Select(p => p.Name)];
    }

    [GeneratedRegex("link code ([A-Z0-9]{4}-[A-Z0-9]{4})")]
    private static partial Regex Shown();
}
