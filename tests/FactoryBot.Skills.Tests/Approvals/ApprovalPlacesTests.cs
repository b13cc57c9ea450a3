using Dapper;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Requests that are shown in a channel: seen by all, decided by those who may, once.</summary>
public sealed class ApprovalPlacesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Room = "msteams:19:sales@thread.tacv2";

    [Fact]
    public async Task Submit_WithAChannelForRequests_ShowsItThereWithButtonsAndWhomTheyAreFor()
    {
        var (plant, sara, mia) = await PlantAsync();
        await HereAsync(plant, mia, "post approval requests here");
        await SubmitAsync(plant, sara);

        var card = await CardAsync(plant);
        Assert.Contains("For Mia to decide.", card, StringComparison.Ordinal);
        Assert.Contains("approvals_decide", card, StringComparison.Ordinal);
        Assert.True(await plant.QueryAsync<bool>("select on_top and needs = 'quotes.view' and otherwise is not null from notices.notice where conversation_id is not null"));
        Assert.Contains("Requests are shown in a channel too (Teams", (await plant.CallAsync("approvals_rules", mia)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_InTheChannel_ByWhoMayNot_ChangesNothingAndByWhoMay_ShowsEverybodyTheResultAndTellsTheRequester()
    {
        var (plant, sara, mia) = await PlantAsync();
        var ben = await plant.AskerAsync("Ben", Role.Analyst);
        await HereAsync(plant, mia, "post approval requests here");
        var (request, hash) = await SubmitAsync(plant, sara);

        foreach (var wrong in new[] { sara, ben })
            Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, wrong, request, hash)).Status);
        Assert.Contains("approvals_decide", await CardAsync(plant), StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Answered, (await DecideAsync(plant, mia, request, hash)).Status);

        var card = await CardAsync(plant);
        Assert.DoesNotContain("approvals_decide", card, StringComparison.Ordinal);
        Assert.Contains("Mia approved", card, StringComparison.Ordinal);
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where conversation_id is not null"));
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId and result like '%is approved%'", new { sara.MemberId }));
    }

    [Fact]
    public async Task Decide_OnTwoHostsInTheChannelAndInTheChat_IsTakenOnceAndTheChannelHasOneCard()
    {
        var (plant, sara, mia) = await PlantAsync();
        var other = new QuotesPlant(plant.Database, time: plant.Time);
        var max = await plant.AskerAsync("Max", Role.Manager);
        await HereAsync(plant, mia, "post approval requests here");
        var (request, hash) = await SubmitAsync(plant, sara);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => DecideAsync(i % 2 == 0 ? plant : other, i < 3 ? InRoom(mia, i) : max, request, hash)));

        Assert.Single(answers, a => a.Status == ResultStatus.Answered);
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from approvals.decision"));
        Assert.Equal((1L, 2), (await plant.QueryAsync<long>("select count(*) from notices.notice where conversation_id is not null"), await plant.QueryAsync<int>("select version from notices.notice where conversation_id is not null")));
    }

    [Fact]
    public async Task Decide_WhereTheHostDiesBeforeItIsDone_LeavesTheChannelsCardAsItWas()
    {
        var (plant, sara, mia) = await PlantAsync();
        await HereAsync(plant, mia, "post approval requests here");
        var (request, hash) = await SubmitAsync(plant, sara);
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None))
        {
            await ApprovalStore.DecideAsync(scope, Guid.Parse(request), mia.MemberId, Verdict.Approve, hash, "", plant.Time.GetUtcNow(), CancellationToken.None);
            var asked = (await ApprovalStore.FindAsync(scope, Guid.Parse(request), CancellationToken.None))!;
            await plant.Get<ApprovalNotices>().DecidedAsync(scope, plant.Get<IApprovalSubject>(), asked, mia, CancellationToken.None);
        }

        Assert.Contains("approvals_decide", await CardAsync(plant), StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Answered, (await DecideAsync(plant, mia, request, hash)).Status);
        Assert.DoesNotContain("approvals_decide", await CardAsync(plant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_AfterSubmitting_TakesTheButtonsOffEveryCard()
    {
        var (plant, sara, mia) = await PlantAsync();
        await HereAsync(plant, mia, "post approval requests here");
        await SubmitAsync(plant, sara);

        await plant.CallAsync("quotes_edit", sara, ("change", "make line 1 300 pieces"));

        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from notices.notice where result like '%approvals_decide%'"));
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId", new { sara.MemberId }));
    }

    [Fact]
    public async Task Here_ForOneRule_ShowsOnlyWhatThatRuleAsksFor()
    {
        var (plant, sara, mia) = await PlantAsync();
        await plant.RuleAsync(new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "Any quote", Permission = Permissions.QuotesApprove });
        await plant.RuleAsync(new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "Big quote", Permission = Permissions.QuotesApprove, Condition = new() { AmountFrom = 5000 } });
        Assert.Contains("Big quote", (await HereAsync(plant, mia, "post the requests of rule 2 here")).Text, StringComparison.Ordinal);

        await SubmitAsync(plant, sara);
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from notices.notice where conversation_id is not null"));
        await plant.CallAsync("quotes_edit", sara, ("change", "make line 1 90000 pieces"));
        await plant.CallAsync("quotes_submit", sara);

        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where conversation_id is not null"));
    }

    [Fact]
    public async Task Here_SaidInTwoThreadsOfAChannel_IsOnePlaceAndStopsForAllOfThem()
    {
        var (plant, sara, mia) = await PlantAsync();
        await HereAsync(plant, mia, "post approval requests here");
        Assert.Contains("already", (await HereAsync(plant, mia, "post approval requests here", thread: 2)).Text, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Answered, (await plant.CallAsync("approvals_not_here", InRoom(mia, 3))).Status);
        Assert.Equal(ResultStatus.NoRows, (await plant.CallAsync("approvals_not_here", InRoom(mia, 3))).Status);

        await SubmitAsync(plant, sara);

        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from notices.notice where conversation_id is not null"));
        Assert.Equal(2, await plant.QueryAsync<long>("select count(*) from tenancy.audit where action like 'approvals.place%'"));
    }

    [Fact]
    public async Task Here_InAChatOfTwo_SaysWhereToSayIt() => Assert.Contains(
        "in the channel", (await (await PlantAsync()).Plant.CallAsync("approvals_here", (await PlantAsync()).Mia, ("words", "post approval requests here"))).Text, StringComparison.Ordinal);

    private async Task<(QuotesPlant Plant, Asker Sara, Asker Mia)> PlantAsync()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        return (plant, await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Mia", Role.Manager));
    }

    private static Asker InRoom(Asker asker, int thread) => asker with { InGroup = true, RoomId = Room, ConversationId = FormattableString.Invariant($"{Room};messageid={thread}") };

    private static Task<SkillResult> HereAsync(QuotesPlant plant, Asker asker, string words, int thread = 1) =>
        plant.CallAsync("approvals_here", InRoom(asker, thread), ("words", words));

    private static Task<SkillResult> DecideAsync(QuotesPlant plant, Asker asker, string request, string hash) =>
        plant.CallAsync("approvals_decide", InRoom(asker, 9), ("request", request), ("hash", hash), ("verdict", "approve"));

    private static async Task<(string Request, string Hash)> SubmitAsync(QuotesPlant plant, Asker who)
    {
        await plant.CallAsync("quotes_draft", who, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        await plant.CallAsync("quotes_submit", who);
        return ((await plant.QueryAsync<Guid>("select request_id from approvals.request where state = 'open'")).ToString(), await plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request where state = 'open'"));
    }

    private static Task<string> CardAsync(QuotesPlant plant) => plant.QueryAsync<string>("select result from notices.notice where conversation_id is not null");
}
