using Dapper;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;

namespace FactoryBot.Skills.Tests.Tenancy;

public sealed class TenancySkillTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task SetRole_ByFirstName_ChangesRoleAndIsAudited()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga Owner");
        await host.AskerAsync("u2", "Ana Silva");

        var result = await host.CallAsync("tenancy_set_role", owner, ("member", "ana"), ("role", "Manager"));

        Assert.Equal(ResultStatus.Answered, result.Status);
        Assert.Equal("Ana Silva is now a manager (before: viewer).", result.Text);
        Assert.Equal(Role.Manager, (await host.AskerAsync("u2", "Ana Silva")).Role);
        await using var scope = await host.Database.OpenAsync(owner.TenantId, CancellationToken.None);
        var entry = await scope.Connection.QuerySingleAsync<(string Actor, string Subject, string Details, Guid TurnId)>(
            "select actor, subject, details::text, turn_id from tenancy.audit where action = 'member.role_changed'");
        Assert.Equal(("Olga Owner", "Ana Silva", """{"before":"viewer","after":"manager"}""", owner.TurnId), entry);
    }

    [Fact]
    public async Task SetRole_UnknownName_OffersTheNearest()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");
        await host.AskerAsync("u2", "Ana Silva");
        await host.AskerAsync("u3", "Benjamin Reyes");

        var result = await host.CallAsync("tenancy_set_role", owner, ("member", "Anna"), ("role", "analyst"));

        Assert.Equal(ResultStatus.NotUnderstood, result.Status);
        Assert.Equal([new Choice("Ana Silva", "Set the role of Ana Silva to analyst")], result.Choices);
    }

    [Fact]
    public async Task SetRole_FirstNameOfTwo_ChangesNobody()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");
        await host.AskerAsync("u2", "Ana Silva");
        await host.AskerAsync("u3", "Ana Reyes");

        var result = await host.CallAsync("tenancy_set_role", owner, ("member", "Ana"), ("role", "analyst"));

        Assert.Equal(ResultStatus.NotUnderstood, result.Status);
        Assert.Equal(["Ana Reyes", "Ana Silva"], result.Choices.Select(c => c.Title).Order());
    }

    [Fact]
    public async Task SetRole_TwoOwnersDemoteEachOtherAtOnce_OneStays()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var ana = await host.AskerAsync("u1", "Ana");
        await host.AskerAsync("u2", "Ben");
        await host.CallAsync("tenancy_set_role", ana, ("member", "Ben"), ("role", "owner"));
        var ben = await host.AskerAsync("u2", "Ben");

        var results = await Task.WhenAll(
            Task.Run(() => host.CallAsync("tenancy_set_role", ana, ("member", "Ben"), ("role", "viewer"))),
            Task.Run(() => host.CallAsync("tenancy_set_role", ben, ("member", "Ana"), ("role", "viewer"))));

        Assert.Single(results, r => r.Status == ResultStatus.Answered);
        Assert.Single(await host.Get<People>().OfAsync(ana.TenantId, CancellationToken.None), m => m.Role == Role.Owner);
    }

    [Fact]
    public async Task SetRole_AskerWasDemotedMeanwhile_IsRefused()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");
        await host.AskerAsync("u2", "Ben");
        await host.CallAsync("tenancy_set_role", owner, ("member", "Ben"), ("role", "admin"));
        var benAsAdmin = await host.AskerAsync("u2", "Ben");
        await host.CallAsync("tenancy_set_role", owner, ("member", "Ben"), ("role", "viewer"));

        var result = await host.CallAsync("tenancy_set_role", benAsAdmin, ("member", "Ben"), ("role", "admin"));

        Assert.Equal(ResultStatus.NoRight, result.Status);
    }

    [Fact]
    public async Task SwitchModule_Off_TakesItFromEverybody()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");
        await host.AskerAsync("u2", "Ben");

        var off = await host.CallAsync("tenancy_switch_module", owner, ("module", "Quotes"), ("state", "off"));
        var ben = await host.AskerAsync("u2", "Ben");
        var shown = await host.CallAsync("tenancy_modules", ben);

        Assert.Equal("Quotes is now switched off.", off.Text);
        Assert.DoesNotContain("quotes", ben.Modules);
        Assert.Equal("On: metrics, analysis, knowledge, documents and operations. Off: quotes.", shown.Text);
    }

    [Theory]
    [InlineData("module", "sales", "off", ResultStatus.NotUnderstood)]
    [InlineData("module", "quotes", "maybe", ResultStatus.NotUnderstood)]
    [InlineData("module", "quotes", "on", ResultStatus.Answered)]
    public async Task SwitchModule_Arguments_AreChecked(string name, string module, string state, ResultStatus expected)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");

        var result = await host.CallAsync("tenancy_switch_module", owner, (name, module), ("state", state));

        Assert.Equal(expected, result.Status);
    }

    [Fact]
    public async Task SetDefaultRole_Analyst_IsWhatTheNextOneBecomes()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");

        await host.CallAsync("tenancy_set_default_role", owner, ("role", "analyst"));

        Assert.Equal(Role.Analyst, (await host.AskerAsync("u2", "Ben")).Role);
    }

    [Fact]
    public async Task SetDefaultRole_Admin_IsRefused()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");

        Assert.Equal(ResultStatus.NoRight, (await host.CallAsync("tenancy_set_default_role", owner, ("role", "admin"))).Status);
    }

    [Theory]
    [InlineData("America/Chicago", ResultStatus.Answered, "America/Chicago")]
    [InlineData("Mars/Olympus", ResultStatus.NotUnderstood, "Etc/UTC")]
    public async Task SetTimeZone_Name_IsCheckedAndUsed(string zone, ResultStatus status, string after)
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");

        var result = await host.CallAsync("tenancy_set_time_zone", owner, ("timeZone", zone));

        Assert.Equal(status, result.Status);
        Assert.Equal(after, (await host.AskerAsync("u1", "Olga")).TimeZone.Id);
        Assert.Contains(after, (await host.CallAsync("tenancy_settings", owner)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_AfterSomebodyJoined_ShowsThem()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.ListenAsync();
        var owner = await host.AskerAsync("u1", "Olga");
        await host.CallAsync("tenancy_members", owner);
        await host.AskerAsync("u2", "Ben");
        await host.Keys.CreateAsync(owner.TenantId, "Display", Role.Viewer, new(null, "test"), CancellationToken.None);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        string text;
        while ((text = (await host.CallAsync("tenancy_members", owner)).Text) != "Olga (owner) and Ben (viewer).")
        {
            Assert.False(limit.IsCancellationRequested, text);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    [Fact]
    public async Task Members_OfARoleThatNobodyHas_SaysNoRows()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");

        Assert.Equal(ResultStatus.NoRows, (await host.CallAsync("tenancy_members", owner, ("role", "managers"))).Status);
    }

    [Fact]
    public async Task Members_WhoMayApproveQuotes_NamesThemAndTheRolesThatMay()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Olga");
        await host.AskerAsync("u2", "Ben");

        var result = await host.CallAsync("tenancy_members", owner, ("permission", "approve quotes"));

        Assert.Equal("Olga (owner) may approve quotes: every manager and the roles above may.", result.Text);
        Assert.Equal(ResultStatus.NotUnderstood, (await host.CallAsync("tenancy_members", owner, ("permission", "fly"))).Status);
    }

    [Fact]
    public async Task MyRole_Viewer_SaysOnlyWhatAViewerMay()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        await host.AskerAsync("u1", "Olga");

        var result = await host.CallAsync("tenancy_my_role", await host.AskerAsync("u2", "Ben"));

        Assert.StartsWith("You are a viewer. You may see OEE and production figures,", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("approve", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_NameWithMarkup_IsEscaped()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "[click](https://evil.example)");

        var card = (await host.CallAsync("tenancy_members", owner)).Card!;

        Assert.DoesNotContain("[click](", System.Text.Encoding.UTF8.GetString(CardJson.ToBytes(card)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_All_DeclareEnoughForThePlanner()
    {
        await using var host = await TenancyHost.StartAsync(postgres);

        Assert.Equal(10, host.Catalog.All.Count);
        // A function that takes a whole message is known by how the message begins.
        Assert.All(host.Catalog.All, f => Assert.True(f.Examples.Count >= 6 || f.Slots.Any(s => s.Kind == SlotKind.Message), f.Name));
        Assert.All(host.Catalog.All, f => Assert.Null(f.Module));
        Assert.All(host.Catalog.All, f => Assert.NotNull(Permissions.LowestRole(f.Permission)));
    }

    [Fact]
    public async Task Entities_TwoWithTheSameFirstName_HaveNoAliasInCommon()
    {
        await using var host = await TenancyHost.StartAsync(postgres);
        var owner = await host.AskerAsync("u1", "Ana Silva");
        await host.AskerAsync("u2", "Ana Reyes");
        await host.AskerAsync("u3", "Ben Reyes");

        var members = (await host.Get<IEntitySource>().EntitiesAsync(owner.TenantId, CancellationToken.None))
            .Where(e => e.Kind == SlotKind.Member).ToDictionary(e => e.Name, e => e.Aliases);

        Assert.Empty(members["Ana Silva"]);
        Assert.Equal(["Ben"], members["Ben Reyes"]);
    }
}
