using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;

namespace FactoryBot.Skills.Tests.Tenancy;

public sealed class TenantRegisterTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task ListAsync_AfterFirstContacts_HasEveryTenant()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.AskerAsync("u1", "Ana", "acme");

        var tenants = await host.Get<TenantRegister>().ListAsync(CancellationToken.None);

        Assert.Equal(["demo", "msteams:acme"], tenants.Select(t => t.Key).Order());
    }

    [Fact]
    public async Task VerifyAuditAsync_TwoTenants_ChecksBoth()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.AskerAsync("u1", "Ana", "acme");

        var verdicts = await host.Get<TenantRegister>().VerifyAuditAsync(CancellationToken.None);

        Assert.Equal([("demo", 0L), ("msteams:acme", 1L)], verdicts.Select(v => (v.Tenant.Key, v.Verdict.Entries)).Order());
        Assert.All(verdicts, v => Assert.True(v.Verdict.IsIntact));
    }

    [Theory]
    [InlineData("slack:T1", true)]
    [InlineData("somebody", false)]
    public async Task AddAsync_Key_MustBeOfAChannel(string key, bool added)
    {
        await using var host = await TenancyHost.StartAsync(postgres, ("Tenancy:AcceptNewTenants", "false"));

        var id = await host.Get<TenantRegister>().AddAsync(key, "Acme", "Europe/Berlin", CancellationToken.None);

        Assert.Equal(added, id is not null);
        Assert.Equal(id, await host.Directory.FindTenantAsync(key, CancellationToken.None));
    }
}
