using Dapper;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Two hosts, two people, a host that dies: decided once, told once.</summary>
public sealed class ApprovalRaceTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Decide_OnTwoHostsAtOnce_IsTakenOnceAndTheRequesterIsToldOnce()
    {
        var (plant, other, sara) = await TwoHostsAsync();
        var (viktor, mia) = (await plant.AskerAsync("Viktor", Role.Manager), await plant.AskerAsync("Mia", Role.Manager));
        await SubmittedAsync(plant, sara);
        var (request, hash) = await AskedAsync(plant);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? plant : other).CallAsync(
            "approvals_decide", i % 4 < 2 ? viktor : mia, ("request", request), ("hash", hash), ("verdict", i % 3 == 0 ? "reject" : "approve"))));

        Assert.Single(answers, a => a.Status == ResultStatus.Answered);
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from approvals.decision"));
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId", new { sara.MemberId }));
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from tenancy.audit where action in ('quote.approve', 'quote.reject')"));
    }

    [Fact]
    public async Task Decide_WhereTheHostDiesBeforeItIsDone_IsNeitherDecidedNorToldAndTheNextPressCounts()
    {
        var (plant, other, sara) = await TwoHostsAsync();
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);
        await SubmittedAsync(plant, sara);
        var (request, hash) = await AskedAsync(plant);

        // All that a press does but for the commit: the host was gone by then.
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None))
        {
            Assert.Null(await ApprovalStore.DecideAsync(scope, Guid.Parse(request), viktor.MemberId, Verdict.Approve, hash, "", plant.Time.GetUtcNow(), CancellationToken.None));
            var asked = (await ApprovalStore.FindAsync(scope, Guid.Parse(request), CancellationToken.None))!;
            await plant.Get<IApprovalSubject>().DecidedAsync(scope, asked, plant.Time.GetUtcNow(), CancellationToken.None);
            await plant.Get<ApprovalNotices>().DecidedAsync(scope, plant.Get<IApprovalSubject>(), asked, viktor, CancellationToken.None);
        }

        Assert.Equal("submitted", await plant.QueryAsync<string>("select state from quotes.quote"));
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId", new { sara.MemberId }));
        Assert.Equal(ResultStatus.Answered, (await other.CallAsync("approvals_decide", viktor, ("request", request), ("hash", hash), ("verdict", "approve"))).Status);
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId", new { sara.MemberId }));
    }

    [Fact]
    public async Task EditAndDecide_AtOnceManyTimes_NeverWaitForEachOtherAndNeverApproveWhatWasEdited()
    {
        var (plant, other, sara) = await TwoHostsAsync();
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);
        await SubmittedAsync(plant, sara);
        for (var i = 0; i < 25; i++)
        {
            var (request, hash) = await AskedAsync(plant);
            var done = await Task.WhenAll(
                plant.CallAsync("quotes_edit", sara, ("change", $"make line 1 {300 + i} pieces")),
                other.CallAsync("approvals_decide", viktor, ("request", request), ("hash", hash), ("verdict", "approve")));

            // Either word may have been the first. What is approved is then the old content, and the edit was told so.
            if (done[0].Status == ResultStatus.Answered)
            {
                Assert.Equal("draft", await plant.QueryAsync<string>("select state from quotes.quote"));
                Assert.Contains("not approved", (await plant.CallAsync("quotes_send", sara)).Text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal((ResultStatus.NoRight, ResultStatus.Answered), (done[0].Status, done[1].Status));
                Assert.Equal("approved", await plant.QueryAsync<string>("select state from quotes.quote"));
                Assert.True(await plant.QueryAsync<bool>("select content_hash = decode(@hash, 'hex') from quotes.quote_version order by version desc limit 1", new { hash }));
                await plant.CallAsync("quotes_edit", sara, ("change", $"make line 1 {400 + i} pieces"));
            }

            await plant.CallAsync("quotes_submit", sara);
        }
    }

    [Fact]
    public async Task Edit_ByTwoPeopleAtOnce_KeepsOneAndTellsTheOtherWhatChanged()
    {
        var (plant, other, sara) = await TwoHostsAsync();
        var ben = await plant.AskerAsync("Ben", Role.Analyst);
        await plant.CallAsync("quotes_draft", sara, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        var revision = (await plant.QueryAsync<int>("select revision from quotes.quote")).ToString(System.Globalization.CultureInfo.InvariantCulture);

        var answers = await Task.WhenAll(
            plant.CallAsync("quotes_choose", sara, ("quote", "Q-00001"), ("line", "1"), ("part", "N-8"), ("revision", revision)),
            other.CallAsync("quotes_choose", ben, ("quote", "Q-00001"), ("line", "1"), ("part", "W-8"), ("revision", revision)));

        Assert.Single(answers, a => a.Status == ResultStatus.Answered);
        Assert.Contains("was changed by", Assert.Single(answers, a => a.Status != ResultStatus.Answered).Text, StringComparison.Ordinal);
        Assert.Equal(2, await plant.QueryAsync<int>("select version from quotes.quote"));
    }

    [Fact]
    public async Task Decide_OnACardOfAnOlderVersion_ChangesNothingAndShowsTheNewOne()
    {
        var (plant, _, sara) = await TwoHostsAsync();
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);
        await SubmittedAsync(plant, sara);
        var (request, hash) = await AskedAsync(plant);
        await plant.CallAsync("quotes_edit", sara, ("change", "make line 1 300 pieces"));
        await plant.CallAsync("quotes_submit", sara);

        var late = await plant.CallAsync("approvals_decide", viktor, ("request", request), ("hash", hash), ("verdict", "approve"));

        Assert.Equal(ResultStatus.NoRight, late.Status);
        Assert.NotNull(late.Card?.Actions);
        Assert.Equal("submitted", await plant.QueryAsync<string>("select state from quotes.quote"));
    }

    [Fact]
    public async Task Approved_AskedAgainAndRejected_CannotBeSentByTheEarlierWord()
    {
        var (plant, _, sara) = await TwoHostsAsync();
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);
        await SubmittedAsync(plant, sara);
        await DecideAsync(plant, viktor, "approve");
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("update quotes.quote set state = 'draft'");
            await scope.CommitAsync(CancellationToken.None);
        }
        await plant.CallAsync("quotes_submit", sara);
        await DecideAsync(plant, viktor, "reject");

        await using var after = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        await after.Connection.ExecuteAsync("update quotes.quote set state = 'draft'");
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => after.Connection.ExecuteAsync("update quotes.quote set state = 'submitted'"));
        Assert.Equal("quotes:not_asked", refused.MessageText);
    }

    [Fact]
    public async Task Cancel_OfASubmittedQuote_AsksNobodyAnyMore()
    {
        var (plant, _, sara) = await TwoHostsAsync();
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);
        await SubmittedAsync(plant, sara);

        await plant.CallAsync("quotes_close", sara, ("quote", "cancel Q-00001"));

        Assert.Equal(ResultStatus.NoRows, (await plant.CallAsync("approvals_waiting", viktor)).Status);
    }

    private async Task<(QuotesPlant Host, QuotesPlant Other, Asker Sara)> TwoHostsAsync()
    {
        var host = await QuotesPlant.LoadedAsync(postgres);
        return (host, new(host.Database, time: host.Time), await host.AskerAsync("Sara", Role.Analyst));
    }

    private static async Task SubmittedAsync(QuotesPlant plant, Asker who)
    {
        await plant.CallAsync("quotes_draft", who, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        await plant.CallAsync("quotes_submit", who);
    }

    private static async Task DecideAsync(QuotesPlant plant, Asker who, string verdict)
    {
        var (request, hash) = await AskedAsync(plant);
        Assert.Equal(ResultStatus.Answered, (await plant.CallAsync("approvals_decide", who, ("request", request), ("hash", hash), ("verdict", verdict))).Status);
    }

    private static async Task<(string Request, string Hash)> AskedAsync(QuotesPlant plant) =>
        ((await plant.QueryAsync<Guid>("select request_id from approvals.request where state = 'open'")).ToString(),
            await plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request where state = 'open'"));
}
