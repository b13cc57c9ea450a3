using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy.Keys;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FactoryBot.Tests.Api;

/// <summary>Rules and absences over the API: by keys whose maker may give people rights, with the record that a person's word has.</summary>
public sealed class ApprovalRulesApiTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Rules_ByAnOwnersKey_AreAddedTakenAwayUndoneAndRecorded()
    {
        await using var host = await StartAsync(Role.Owner);
        Assert.Contains("needs a manager", await TextAsync(await host.Client.GetAsync("/api/approvals/rules")), StringComparison.Ordinal);

        var added = await TextAsync(await AddAsync(host, "quotes over 10,000 need an owner"));
        Assert.Contains("amount from 10,000", added, StringComparison.Ordinal);
        Assert.Contains("Removed", await TextAsync(await host.Client.DeleteAsync("/api/approvals/rules/1")), StringComparison.Ordinal);
        Assert.Contains("Back again", await TextAsync(await host.Client.PostAsync("/api/approvals/rules/undo", null)), StringComparison.Ordinal);

        var rules = (await (await host.Client.GetAsync("/api/approvals/rules")).JsonAsync()).GetProperty("data");
        Assert.Equal(1, rules.GetArrayLength());
        await using var scope = await ScopeAsync(host);
        Assert.Equal(3, await scope.Connection.ExecuteScalarAsync<long>("select count(*) from tenancy.audit where action like 'approvals.rule%' and actor = 'Test Owner'"));
    }

    [Fact]
    public async Task Rules_InWordsThatAreNotUnderstood_AreRefusedWithWhatToSay()
    {
        await using var host = await StartAsync(Role.Owner);

        Assert.Contains("For example", await (await AddAsync(host, "quotes over the moon need a holiday")).RefusedAsync(400, "not-understood"), StringComparison.Ordinal);
        await (await host.Client.DeleteAsync("/api/approvals/rules/7")).RefusedAsync(404, "no-rows");
        await (await host.Client.PostAsync("/api/approvals/rules/undo", null)).RefusedAsync(404, "no-rows");
        await (await host.Client.PostAsJsonAsync("/api/approvals/rules", new { change = "quotes over 1 need an owner" })).RefusedAsync(400, "unknown-field");
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Manager)]
    public async Task Rules_ByAKeyWithoutTheRight_AreLeftAlone(Role role)
    {
        await using var host = await StartAsync(role);

        await (await AddAsync(host, "quotes over 1 need an owner")).RefusedAsync(403, "not-allowed");
        await (await host.Client.PutAsJsonAsync("/api/approvals/delegations", new { member = "Mia", to = "Ben", through = "2099-01-01" })).RefusedAsync(403, "not-allowed");
    }

    [Fact]
    public async Task Rules_ByAKeyWhoseMakerLostTheRight_AreRefusedByTheDatabase()
    {
        await using var host = await StartAsync(Role.Viewer);
        var ines = await PersonAsync(host, "Ines", Role.Owner);
        var key = await host.Services.GetRequiredService<ApiKeys>().CreateAsync(
            TenantDirectory.DemoTenant, "Reports", Role.Admin, AuditActor.CommandLine with { MemberId = ines, Name = "Ines" }, CancellationToken.None);
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        Assert.Contains("Added", await TextAsync(await AddAsync(host, "quotes over 1,000 need an owner")), StringComparison.Ordinal);

        await AsOwnerAsync(host, "update tenancy.member set role = 'viewer' where name = 'Ines'");

        Assert.Contains("whose maker still has it", await (await AddAsync(host, "quotes over 1 need an owner")).RefusedAsync(403, "not-allowed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delegations_ByAnOwnersKey_AreSetShownAndEnded()
    {
        await using var host = await StartAsync(Role.Owner);
        await PersonAsync(host, "Mia", Role.Manager);
        await PersonAsync(host, "Ben", Role.Analyst);
        await (await host.Client.GetAsync("/api/approvals/delegations")).RefusedAsync(404, "no-rows");

        Assert.Contains("Ben decides for Mia from now through", await TextAsync(await DelegateAsync(host, "mia", "Ben", "2099-01-01")), StringComparison.Ordinal);
        Assert.Contains("Ben decides for Mia through", await TextAsync(await host.Client.GetAsync("/api/approvals/delegations")), StringComparison.Ordinal);
        Assert.Contains("Nobody else decides for Mia", await TextAsync(await host.Client.DeleteAsync("/api/approvals/delegations/Mia")), StringComparison.Ordinal);
        await (await host.Client.GetAsync("/api/approvals/delegations")).RefusedAsync(404, "no-rows");

        await (await DelegateAsync(host, "Mia", "Zoe", "2099-01-01")).RefusedAsync(404, "no-rows");
        await (await DelegateAsync(host, "Mia", "Mia", "2099-01-01")).RefusedAsync(400, "not-understood");
        await (await DelegateAsync(host, "Mia", "Ben", "2001-01-01")).RefusedAsync(400, "ambiguous");
        await (await DelegateAsync(host, "Mia", "Ben", "soon")).RefusedAsync(400, "wrong-type");
    }

    private async Task<ApiHost> StartAsync(Role role)
    {
        var host = await ApiHost.StartAsync(("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), ("Api:SetupPerMinute", "100"));
        await host.UseKeyAsync(role);
        return host;
    }

    private static Task<HttpResponseMessage> AddAsync(ApiHost host, string rule) => host.Client.PostAsJsonAsync("/api/approvals/rules", new { rule });

    private static Task<HttpResponseMessage> DelegateAsync(ApiHost host, string member, string to, string through) =>
        host.Client.PutAsJsonAsync("/api/approvals/delegations", new { member, to, through });

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.JsonAsync()).GetProperty("text").GetString()!;
    }

    private static Task<TenantScope> ScopeAsync(ApiHost host) => host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(TenantDirectory.DemoTenant, CancellationToken.None);

    private static async Task<Guid> PersonAsync(ApiHost host, string name, Role role)
    {
        var id = Guid.NewGuid();
        await AsOwnerAsync(host, $"insert into tenancy.member (tenant_id, member_id, name, role) values ('{TenantDirectory.DemoTenant}', '{id}', '{name}', '{role.ToString().ToLowerInvariant()}')");
        return id;
    }

    private static async Task AsOwnerAsync(ApiHost host, string sql)
    {
        await using var owner = new NpgsqlConnection(host.Services.GetRequiredService<FactoryDatabase>().OwnerConnection);
        await owner.ExecuteAsync(sql);
    }
}
