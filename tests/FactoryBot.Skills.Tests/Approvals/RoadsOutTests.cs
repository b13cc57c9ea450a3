using Dapper;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;
using Npgsql;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Roads by which something might leave that nobody with the right has agreed to: beside the document, after a change, by people whose right ended.</summary>
public sealed class RoadsOutTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Request = "please quote 250 pcs M8x40 hex bolt DIN 933";

    [Fact]
    public async Task Figures_OfAQuote_AreMarkedDraftUnlessThisVeryVersionIsApproved()
    {
        var (plant, sara, viktor) = await SubmittedAsync();
        Assert.Equal("DRAFT", Mark(await plant.CallAsync("quotes_show", sara)));

        await DecideAsync(plant, viktor);
        Assert.Null(Mark(await plant.CallAsync("quotes_show", sara)));

        Assert.Equal("DRAFT", Mark(await plant.CallAsync("quotes_edit", sara, ("change", "make line 1 300 pieces"))));
        Assert.Equal("DRAFT", Mark(await plant.CallAsync("quotes_changes", sara, ("quote", "Q-00001"))));
    }

    [Fact]
    public async Task Approved_ThenAPriceOfTheCatalogueChanges_LeavesWithThePriceThatWasAgreedTo()
    {
        var (plant, sara, viktor) = await SubmittedAsync();
        await DecideAsync(plant, viktor);
        var export = plant.Get<ExportQuote>();
        var before = await export.MakeAsync("Q-00001", "docx", sara, CancellationToken.None);

        await plant.LoadAsync(QuotesPlant.Catalogue.Replace("12.00,7.00", "99.00,7.00", StringComparison.Ordinal));

        var after = await export.MakeAsync("Q-00001", "docx", sara, CancellationToken.None);
        Assert.False(after.Draft);
        Assert.Equal(before.View!.Content.Total, after.View!.Content.Total);
        Assert.Equal(before.View.Version.Hash, after.View.Version.Hash);
        // A copy has the old price too, and nobody's agreement.
        await plant.CallAsync("quotes_copy", sara, ("quote", "copy Q-00001"));
        Assert.True((await export.MakeAsync("Q-00002", "docx", sara, CancellationToken.None)).Draft);
        Assert.Equal(ResultStatus.NoRight, (await plant.CallAsync("quotes_send", sara, ("quote", "send Q-00002"))).Status);
    }

    [Fact]
    public async Task Sent_ThenChanged_IsADraftOnPaperAndCannotBeSentUntilItIsApprovedAnew()
    {
        var (plant, sara, viktor) = await SubmittedAsync();
        await DecideAsync(plant, viktor);
        await plant.CallAsync("quotes_send", sara, ("quote", "send Q-00001"));
        await plant.CallAsync("quotes_edit", sara, ("change", "give 5 % on line 1"));
        Assert.Equal(ResultStatus.NoRight, (await plant.CallAsync("quotes_send", sara, ("quote", "send Q-00001"))).Status);

        await plant.CallAsync("quotes_submit", sara);
        Assert.Equal(ResultStatus.Answered, (await plant.CallAsync("quotes_withdraw", sara, ("quote", "withdraw it"))).Status);

        Assert.Equal(ResultStatus.NoRight, (await plant.CallAsync("quotes_send", sara, ("quote", "send Q-00001"))).Status);
        var paper = await plant.Get<ExportQuote>().MakeAsync("Q-00001", "docx", sara, CancellationToken.None);
        Assert.Equal((true, "Q-00001-v2-DRAFT.docx"), (paper.Draft, paper.File!.Name));
    }

    [Fact]
    public async Task Decide_WhatWasChangedOrTakenBack_SaysWhichOfThem()
    {
        var (plant, sara, viktor) = await SubmittedAsync();
        await plant.CallAsync("quotes_withdraw", sara, ("quote", "withdraw it"));
        Assert.Contains("taken back", (await DecideAsync(plant, viktor)).Text, StringComparison.Ordinal);

        await plant.CallAsync("quotes_submit", sara);
        await plant.CallAsync("quotes_edit", sara, ("change", "make line 1 300 pieces"));
        Assert.Contains("was changed after this card", (await DecideAsync(plant, viktor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_ByAManagerOfAnotherCompany_IsRefused()
    {
        var (plant, _, viktor) = await SubmittedAsync();
        var other = new QuotesPlant(plant.Database, Guid.NewGuid());
        await using (var owner = new NpgsqlConnection(plant.Database.OwnerConnection))
            await owner.ExecuteAsync("insert into tenancy.tenant (tenant_id, key, name, time_zone) values (@Tenant, 'other', 'Other', 'UTC')", new { other.Tenant });
        var theirs = await other.AskerAsync("Nora", Role.Owner);

        Assert.Equal(ResultStatus.NoRows, (await DecideAsync(plant, theirs)).Status);
        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, theirs with { TenantId = plant.Tenant })).Status);
        Assert.Equal("open", await StateAsync(plant));
        Assert.Contains("is approved", (await DecideAsync(plant, viktor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WhereAllMustAgree_ByWhoHasLostTheRightOrTheirDeputy_IsRefused()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "All managers", Permission = Permissions.QuotesApprove, Everybody = true });
        var (sara, ben) = (await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Ben", Role.Analyst));
        var (mia, max) = (await plant.AskerAsync("Mia", Role.Manager), await plant.AskerAsync("Max", Role.Manager));
        await plant.CallAsync("quotes_draft", sara, ("request", Request));
        await plant.CallAsync("quotes_submit", sara);
        await plant.CallAsync("approvals_away", max, ("words", "I'm away for 2 days, Ben decides for me"));

        await RoleAsync(plant, max, Role.Viewer);

        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, max)).Status);
        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, ben)).Status);
        await DecideAsync(plant, mia);
        Assert.Equal("open", await StateAsync(plant));
        // Asked anew, only those who are managers now must agree.
        await plant.CallAsync("quotes_withdraw", sara, ("quote", "withdraw it"));
        await plant.CallAsync("quotes_submit", sara);
        Assert.Contains("is approved", (await DecideAsync(plant, mia)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_ByTheDeputyOfWhoIsNoManagerAnyMore_IsRefused()
    {
        var (plant, _, viktor) = await SubmittedAsync();
        var ben = await plant.AskerAsync("Ben", Role.Analyst);
        await plant.CallAsync("approvals_away", viktor, ("words", "I'm away for 2 days, Ben decides for me"));

        await RoleAsync(plant, viktor, Role.Viewer);

        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, ben)).Status);
        Assert.Equal("open", await StateAsync(plant));
    }

    private async Task<(QuotesPlant Plant, Asker Sara, Asker Viktor)> SubmittedAsync()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (sara, viktor) = (await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Viktor", Role.Manager));
        await plant.CallAsync("quotes_draft", sara, ("request", Request));
        await plant.CallAsync("quotes_submit", sara);
        return (plant, sara, viktor);
    }

    private static string? Mark(SkillResult result) => result.Data!.Value.TryGetProperty("mark", out var mark) ? mark.GetString() : null;

    private static Task<string> StateAsync(QuotesPlant plant) => plant.QueryAsync<string>("select state from approvals.request order by requested_at desc limit 1");

    private const string Newest = "from approvals.request order by requested_at desc, state = 'open' desc, state = 'superseded' desc limit 1";

    private static async Task<SkillResult> DecideAsync(QuotesPlant plant, Asker who) => await plant.CallAsync(
        "approvals_decide", who,
        ("request", (await plant.QueryAsync<Guid>($"select request_id {Newest}")).ToString()), ("hash", await plant.QueryAsync<string>($"select encode(content_hash, 'hex') {Newest}")), ("verdict", "approve"));

    private static async Task RoleAsync(QuotesPlant plant, Asker who, Role role)
    {
        await using var owner = new NpgsqlConnection(plant.Database.OwnerConnection);
        await owner.ExecuteAsync("update tenancy.member set role = @role where member_id = @MemberId", new { who.MemberId, role = role.ToString().ToLowerInvariant() });
    }
}
