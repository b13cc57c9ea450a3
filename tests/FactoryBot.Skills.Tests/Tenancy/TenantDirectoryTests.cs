using Dapper;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using Npgsql;

namespace FactoryBot.Skills.Tests.Tenancy;

public sealed class TenantDirectoryTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task ResolveAsync_TwentyFirstContactsAtOnce_MakeOneTenantWithOneOwner()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        var members = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => host.AskerAsync($"user-{n}", "Ana"))));

        Assert.Single(members.Select(m => m.TenantId).Distinct());
        Assert.Single(members, m => m.Role == Role.Owner);
        Assert.Equal(19, members.Count(m => m.Role == Role.Viewer));
        Assert.Equal(20, members.Select(m => m.Name).Distinct().Count());
        Assert.True((await host.Audit.VerifyAsync(members[0].TenantId, CancellationToken.None)) is { IsIntact: true, Entries: 20 });
    }

    [Fact]
    public async Task ResolveAsync_SamePersonManyTimesAtOnce_IsOneMember()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        var members = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.AskerAsync("user-1", "Ana"))));

        Assert.Single(members.Select(m => m.MemberId).Distinct());
    }

    [Fact]
    public async Task ResolveAsync_DemoTenant_IsThereFromTheStart()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        var first = await host.Directory.ResolveAsync("terminal", "demo", "root", "root", CancellationToken.None);
        var inTeams = await host.Directory.ResolveAsync("msteams", "demo", "u1", "Alex", CancellationToken.None);

        Assert.Equal(TenantDirectory.DemoTenant, first.TenantId);
        Assert.Equal(TenantDirectory.DemoTenant, inTeams.TenantId);
        Assert.Equal(Role.Owner, first.Member.Role);
        Assert.Equal("Europe/Berlin", first.TimeZone.Id);
        Assert.Equal(6, first.Modules.Count);
    }

    [Fact]
    public async Task ResolveAsync_SameIdInTeamsAndSlack_AreTwoTenants()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        var teams = await host.Directory.TenantOfAsync("msteams", "T1", CancellationToken.None);
        var slack = await host.Directory.TenantOfAsync("slack", "T1", CancellationToken.None);

        Assert.NotEqual(teams, slack);
        Assert.Equal(teams, await host.Directory.TenantOfAsync("rest", "msteams:T1", CancellationToken.None));
    }

    [Theory]
    [InlineData("terminal", "somebody")]
    [InlineData("rest", "")]
    public async Task TenantOfAsync_UnknownKeyOfALocalChannel_MakesNoTenant(string channel, string key)
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        await Assert.ThrowsAsync<UnknownTenantException>(async () => await host.Directory.TenantOfAsync(channel, key, CancellationToken.None));
    }

    [Fact]
    public async Task TenantOfAsync_NewTenantsNotAccepted_SaysSo()
    {
        await using var host = await TenancyHost.StartAsync(postgres, ("Tenancy:AcceptNewTenants", "false"));

        var refusal = await Assert.ThrowsAsync<UnknownTenantException>(async () => await host.Directory.TenantOfAsync("msteams", "new", CancellationToken.None));
        Assert.Contains("not set up", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveAsync_KnownMember_NeedsNoDatabase()
    {
        var host = await TenancyHost.StartAsync(postgres);
        var asker = await host.AskerAsync("u1", "Ana");
        await host.Database.DisposeAsync();

        var again = host.Directory.ResolveAsync("msteams", "acme", "u1", "Ana", CancellationToken.None);

        Assert.True(again.IsCompletedSuccessfully);
        Assert.Equal(asker.MemberId, (await again).Member.Id);
    }

    [Fact]
    public async Task ResolveAsync_RoleChangedOnAnotherHost_IsHeard()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var one = new TenancyHost(database);
        await using var two = new TenancyHost(database);
        await two.ListenAsync();
        var owner = await one.AskerAsync("u1", "Ana");
        await one.AskerAsync("u2", "Ben");
        await Eventually(async () => (await two.AskerAsync("u2", "Ben")).Role == Role.Viewer);

        await one.CallAsync("tenancy_set_role", owner, ("member", "Ben"), ("role", "manager"));

        await Eventually(async () => (await two.AskerAsync("u2", "Ben")).Role == Role.Manager);
    }

    [Fact]
    public async Task ResolveAsync_ChangeThatNobodyAnnounced_IsSeenAfterTheMaximumAge()
    {
        var time = new Stopwatch();
        var database = await postgres.NewDatabaseAsync();
        await using var host = new TenancyHost(database, time);
        await host.AskerAsync("u1", "Ana");
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        await owner.ExecuteAsync("update tenancy.member set role = 'analyst'");
        var before = await host.AskerAsync("u1", "Ana");

        time.Seconds += 61;

        Assert.Equal(Role.Owner, before.Role);
        Assert.Equal(Role.Analyst, (await host.AskerAsync("u1", "Ana")).Role);
    }

    [Fact]
    public async Task HostRole_WithoutOrWithAnotherTenant_SeesNothing()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.AskerAsync("u1", "Ana");
        var other = await host.AskerAsync("u1", "Eve", "other");
        await host.Keys.CreateAsync((await host.AskerAsync("u1", "Ana")).TenantId, "Line display", Role.Viewer, new(null, "test"), CancellationToken.None);

        await using var bare = await host.Database.Host.OpenConnectionAsync();
        await using var scope = await host.Database.OpenAsync(other.TenantId, CancellationToken.None);
        foreach (var table in new[] { "tenant", "member", "member_identity", "module", "api_key", "audit", "audit_head" })
        {
            Assert.Equal(0, await bare.QuerySingleAsync<int>($"select count(*) from tenancy.{table}"));
            Assert.Equal(0, await scope.Connection.QuerySingleAsync<int>(
                $"select count(*) from tenancy.{table} where tenant_id <> @TenantId", new { scope.TenantId }));
        }
    }

    [Theory]
    [InlineData("update tenancy.tenant set key = 'msteams:mine'")]
    [InlineData("insert into tenancy.tenant (tenant_id, key, name, time_zone) values (gen_random_uuid(), 'x', 'x', 'UTC')")]
    [InlineData("delete from tenancy.member")]
    [InlineData("update tenancy.member set role = 'owner'")]
    [InlineData("update tenancy.member set kind = 'person'")]
    [InlineData("update tenancy.api_key set hash = sha256('mine')")]
    [InlineData("update tenancy.audit_head set sequence = 0")]
    public async Task HostRole_WhatIsNeverItsBusiness_IsDenied(string sql)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var asker = await host.AskerAsync("u1", "Ana");
        await using var scope = await host.Database.OpenAsync(asker.TenantId, CancellationToken.None);

        var denied = await Assert.ThrowsAsync<PostgresException>(() => scope.Connection.ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
    }

    [Fact]
    public async Task HostRole_GivingRolesInSql_CanDoNoMoreThanTheMemberWhoActs()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var (ana, ben) = (await host.AskerAsync("u1", "Ana", "other"), await host.AskerAsync("u2", "Ben", "other"));
        await using var scope = await host.Database.OpenAsync(ana.TenantId, CancellationToken.None);
        Task<int> GiveAsync(Guid? acting, Guid who, string role) => TryAsync(
            "select tenancy.set_role(@acting, null, now(), @who, @role)", new { acting, who, role });

        foreach (var acting in new Guid?[] { null, Guid.NewGuid(), ben.MemberId })
            Assert.Equal(0, await GiveAsync(acting, ben.MemberId, "manager"));
        Assert.Equal(0, await GiveAsync(ana.MemberId, ben.MemberId, "king"));
        Assert.Equal(0, await GiveAsync(ana.MemberId, ana.MemberId, "viewer"));
        Assert.Equal(0, await TryAsync("select tenancy.set_local_role(@who, 'owner')", new { who = ben.MemberId }, changes: "owner"));
        foreach (var role in new[] { "owner", "admin", "manager" })
            Assert.Equal(0, await TryAsync("insert into tenancy.member (tenant_id, member_id, name, role) values (@TenantId, gen_random_uuid(), 'Eve', @role)", new { scope.TenantId, role }));

        Assert.Equal(1, await GiveAsync(ana.MemberId, ben.MemberId, "admin"));
        Assert.Equal(0, await GiveAsync(ben.MemberId, ana.MemberId, "viewer"));
        Assert.Equal(0, await GiveAsync(ben.MemberId, ben.MemberId, "owner"));
        Assert.Equal(1, await scope.Connection.QuerySingleAsync<int>("select count(*) from tenancy.audit where action = 'member.role_changed'"));

        async Task<int> TryAsync(string sql, object values, string? changes = null)
        {
            await scope.Connection.ExecuteAsync("savepoint here");
            try
            {
                await scope.Connection.ExecuteAsync(sql, values);
                return changes is null ? 1 : await scope.Connection.QuerySingleAsync<int>("select count(*) from tenancy.member where role = @changes and name = 'Ben'", new { changes });
            }
            catch (PostgresException refused)
            {
                Assert.StartsWith("tenancy:", refused.MessageText, StringComparison.Ordinal);
                await scope.Connection.ExecuteAsync("rollback to savepoint here");
                return 0;
            }
        }
    }

    [Theory]
    [InlineData("select tenancy.find_tenant('demo')")]
    [InlineData("select tenancy.find_api_key(sha256('x'))")]
    [InlineData("select * from tenancy.member")]
    public async Task AnalystRole_Tenancy_IsClosed(string sql)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await using var analyst = await host.Database.Analyst.OpenConnectionAsync();

        await Assert.ThrowsAsync<PostgresException>(() => analyst.ExecuteAsync(sql));
    }

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    private sealed class Stopwatch : TimeProvider
    {
        public long Seconds { get; set; }
        public override long TimestampFrequency => 1;
        public override long GetTimestamp() => Seconds;
    }
}
