using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Rules and absences as people say them, down to who may then decide.</summary>
public sealed class RulesAndAwayTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Request = "please quote 250 pcs M8x40 hex bolt DIN 933";

    [Fact]
    public async Task Rule_SaidByAnAdmin_HoldsForWhatWaitsTooAndIsUndone()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (sara, viktor, ines) = (await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Viktor", Role.Manager), await plant.AskerAsync("Ines", Role.Owner));
        await plant.CallAsync("quotes_draft", sara, ("request", Request));
        await plant.CallAsync("quotes_submit", sara);

        var added = await plant.CallAsync("approvals_rule_add", ines, ("rule", "quotes over 20 need Ines"));

        Assert.Equal(ResultStatus.Answered, added.Status);
        CardSamples.Save("approval-rules", added.Card);
        Assert.Contains("1 open request was asked again", added.Text, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, viktor)).Status);
        Assert.Contains("amount from 20 → Ines", (await plant.CallAsync("approvals_rules", sara)).Text, StringComparison.Ordinal);

        var undone = await plant.CallAsync("approvals_rules_undo", ines);
        Assert.Contains("No rules are set", undone.Text, StringComparison.Ordinal);
        Assert.Contains("is approved", (await DecideAsync(plant, viktor)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await plant.QueryAsync<long>("select count(*) from tenancy.audit where action like 'approvals.rule%'"));
        Assert.True(await plant.QueryAsync<bool>("select bool_and(r.rules_hash is not null) from approvals.request r"));
    }

    [Fact]
    public async Task Rule_SaidByWhoMayNot_ChangesNothing()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);

        // The right is checked by the database too, whatever the host believes of the caller.
        var refused = await plant.CallAsync("approvals_rule_add", viktor with { Permissions = Permissions.Of(Role.Owner) }, ("rule", "quotes over 1,000,000 need a manager"));

        Assert.Equal(ResultStatus.NoRight, refused.Status);
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from approvals.rule"));
    }

    [Fact]
    public async Task Rule_ForALineOfBusinessThatIsNotThere_IsNotTaken()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ines = await plant.AskerAsync("Ines", Role.Owner);

        Assert.Equal(ResultStatus.NotUnderstood, (await plant.CallAsync("approvals_rule_add", ines, ("rule", "quotes with kovo need Ines"))).Status);
        Assert.Equal(ResultStatus.Answered, (await plant.CallAsync("approvals_rule_add", ines, ("rule", "quotes with fasteners need Ines"))).Status);
        Assert.Equal(ResultStatus.Answered, (await plant.CallAsync("approvals_rule_remove", ines, ("rule", "remove rule 1"))).Status);
    }

    [Fact]
    public async Task Away_ADelegateDecidesUntilTheDayIsOverAndNeverTheirOwn()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (sara, viktor, ben) = (await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Viktor", Role.Manager), await plant.AskerAsync("Ben", Role.Analyst));
        await plant.CallAsync("quotes_draft", sara, ("request", Request));
        await plant.CallAsync("quotes_submit", sara);
        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, ben)).Status);

        var away = await plant.CallAsync("approvals_away", viktor, ("words", "I'm away for 2 days, Ben decides for me"));

        Assert.Contains("Ben decides for you from now through", away.Text, StringComparison.Ordinal);
        Assert.Contains("One request that waits for you went to Ben too", away.Text, StringComparison.Ordinal);
        Assert.Contains("Ben decides for Viktor", (await plant.CallAsync("approvals_delegations", sara)).Text, StringComparison.Ordinal);
        Assert.Contains("is approved", (await DecideAsync(plant, ben)).Text, StringComparison.Ordinal);

        await plant.CallAsync("quotes_draft", ben, ("request", "please quote 500 pcs M8 nut DIN 934"));
        await plant.CallAsync("quotes_submit", ben);
        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, ben)).Status);
        plant.Time.Advance(TimeSpan.FromDays(3));
        await plant.CallAsync("quotes_draft", sara, ("request", "please quote 500 pcs M8 nut DIN 934"));
        await plant.CallAsync("quotes_submit", sara);
        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, ben)).Status);
    }

    [Fact]
    public async Task Back_EndsIt()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (sara, viktor, ben) = (await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Viktor", Role.Manager), await plant.AskerAsync("Ben", Role.Analyst));
        await plant.CallAsync("quotes_draft", sara, ("request", Request));
        await plant.CallAsync("quotes_submit", sara);
        await plant.CallAsync("approvals_away", viktor, ("words", "I'm away for 2 days, Ben decides for me"));
        plant.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("Welcome back", (await plant.CallAsync("approvals_back", viktor)).Text, StringComparison.Ordinal);

        Assert.Equal(ResultStatus.NoRight, (await DecideAsync(plant, ben)).Status);
        Assert.Equal(ResultStatus.NoRows, (await plant.CallAsync("approvals_delegations", sara)).Status);
        Assert.Equal(2, await plant.QueryAsync<long>("select count(*) from tenancy.audit where action like 'approvals.delegat%'"));
    }

    [Theory]
    [InlineData("I'm away until 3 December")]
    [InlineData("I'm away until 3 December, Zoe decides for me")]
    [InlineData("Ben decides for me")]
    public async Task Away_WithoutWhoOrUntilWhen_IsAskedBack(string words)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        var viktor = await plant.AskerAsync("Viktor", Role.Manager);
        await plant.AskerAsync("Ben", Role.Analyst);

        var asked = await plant.CallAsync("approvals_away", viktor, ("words", words));
        Assert.Equal(ResultStatus.Clarify, asked.Status);
        Assert.Equal(words.Contains("Zoe", StringComparison.Ordinal), asked.Text.Contains("I know nobody called “Zoe” here.", StringComparison.Ordinal));
    }

    private static async Task<SkillResult> DecideAsync(QuotesPlant plant, Asker who) => await plant.CallAsync(
        "approvals_decide", who,
        ("request", (await plant.QueryAsync<Guid>("select request_id from approvals.request where state = 'open' order by requested_at desc limit 1")).ToString()),
        ("hash", await plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request where state = 'open' order by requested_at desc limit 1")),
        ("verdict", "approve"));
}
