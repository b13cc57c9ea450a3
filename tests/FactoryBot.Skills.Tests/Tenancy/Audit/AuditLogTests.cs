using Dapper;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Testing;
using Npgsql;

namespace FactoryBot.Skills.Tests.Tenancy.Audit;

public sealed class AuditLogTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task VerifyAsync_UntouchedLog_IsIntact()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var tenant = await FiveEntriesAsync(host);

        Assert.Equal(new(5, null), await host.Audit.VerifyAsync(tenant, CancellationToken.None));
    }

    [Fact]
    public async Task VerifyAsync_EmptyLog_IsIntact()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        Assert.Equal(new(0, null), await host.Audit.VerifyAsync(Guid.NewGuid(), CancellationToken.None));
    }

    [Theory]
    [InlineData("update tenancy.audit set subject = 'Eve' where sequence = 3", 3, AuditFault.Changed)]
    [InlineData("update tenancy.audit set details = '{\"n\": 2}' where sequence = 2", 2, AuditFault.Changed)]
    [InlineData("update tenancy.audit set at = at + interval '1 microsecond' where sequence = 1", 1, AuditFault.Changed)]
    [InlineData("update tenancy.audit set actor = actor || '1:', member_id = null where sequence = 4", 4, AuditFault.Changed)]
    [InlineData("update tenancy.audit set subject = 'Eve', hash = sha256('Eve') where sequence = 5", 5, AuditFault.Changed)]
    [InlineData("delete from tenancy.audit where sequence = 3", 3, AuditFault.Removed)]
    [InlineData("delete from tenancy.audit where sequence = 1", 1, AuditFault.Removed)]
    [InlineData("delete from tenancy.audit where sequence >= 4", 4, AuditFault.CutOff)]
    [InlineData("delete from tenancy.audit", 1, AuditFault.CutOff)]
    [InlineData("delete from tenancy.audit_head", 1, AuditFault.Added)]
    [InlineData("update tenancy.audit_head set sequence = 4", 5, AuditFault.Added)]
    [InlineData("update tenancy.audit_head set hash = sha256('x')", 5, AuditFault.Changed)]
    [InlineData("delete from tenancy.audit where sequence = 3; update tenancy.audit set sequence = sequence - 1 where sequence > 3", 3, AuditFault.Changed)]
    public async Task VerifyAsync_TamperedByASuperuser_NamesTheFirstBrokenEntry(string tampering, long sequence, AuditFault fault)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var tenant = await FiveEntriesAsync(host);
        await using var superuser = new NpgsqlConnection(host.Database.OwnerConnection);
        await superuser.OpenAsync();
        await superuser.ExecuteAsync($"set session_replication_role = replica; {tampering}");

        var verdict = await host.Audit.VerifyAsync(tenant, CancellationToken.None);

        Assert.Equal((sequence, fault), (verdict.Broken?.Sequence, verdict.Broken?.Fault));
    }

    [Fact]
    public async Task AppendAsync_ManyAtOnce_MakesOneUnbrokenChain()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var tenant = (await host.AskerAsync("u1", "Ana")).TenantId;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => AppendAsync(host, tenant, $"part {n}"))));

        Assert.Equal(new(41, null), await host.Audit.VerifyAsync(tenant, CancellationToken.None));
    }

    [Fact]
    public async Task AppendAsync_UnitOfWorkNotCommitted_LeavesNoGap()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var tenant = (await host.AskerAsync("u1", "Ana")).TenantId;
        await using (var scope = await host.Database.OpenAsync(tenant, CancellationToken.None))
            await host.Audit.AppendAsync(scope, new(null, "test"), "test.undone", "x", "{}", CancellationToken.None);

        await AppendAsync(host, tenant, "kept");

        Assert.Equal(new(2, null), await host.Audit.VerifyAsync(tenant, CancellationToken.None));
    }

    [Theory]
    [InlineData("update tenancy.audit set subject = 'x'")]
    [InlineData("delete from tenancy.audit")]
    [InlineData("truncate tenancy.audit")]
    public async Task Table_AnyChange_IsRefusedToTheHostAndToTheOwner(string sql)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var tenant = await FiveEntriesAsync(host);
        await using var scope = await host.Database.OpenAsync(tenant, CancellationToken.None);
        await using var owner = new NpgsqlConnection(host.Database.OwnerConnection);

        await Assert.ThrowsAsync<PostgresException>(() => scope.Connection.ExecuteAsync(sql));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => owner.ExecuteAsync(sql));

        Assert.Equal("The audit log is append-only.", refused.MessageText);
    }

    [Fact]
    public async Task Table_HostChoosesPlaceAndHash_AreOverwritten()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var tenant = (await host.AskerAsync("u1", "Ana")).TenantId;
        await using (var scope = await host.Database.OpenAsync(tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into tenancy.audit (tenant_id, sequence, at, actor, action, subject, details, previous_hash, hash)
                values (@tenant, 99, now(), 'x', 'x', 'x', '{}', sha256('x'), sha256('x'))
                """,
                new { tenant });
            await scope.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(new(2, null), await host.Audit.VerifyAsync(tenant, CancellationToken.None));
    }

    private static async Task<Guid> FiveEntriesAsync(TenancyHost host)
    {
        var tenant = (await host.AskerAsync("u1", "Ana")).TenantId;
        for (var n = 2; n <= 5; n++)
            await AppendAsync(host, tenant, $"Größe {n}\nzweite Zeile");
        return tenant;
    }

    private static async Task AppendAsync(TenancyHost host, Guid tenant, string subject)
    {
        await using var scope = await host.Database.OpenAsync(tenant, CancellationToken.None);
        await host.Audit.AppendAsync(
            scope, new(Guid.NewGuid(), "Ana", Guid.NewGuid()), "test.done", subject, """{ "n":  1.50, "ü": null }""", CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
    }
}
