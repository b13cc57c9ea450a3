using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>The whole life of a quote through its functions, as chat and buttons call them.</summary>
public sealed class QuoteLifeTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Request = """
        Hello,
        please quote:
        - 250 pcs M8x40 hex bolt DIN 933
        - 500 pcs M8 nut DIN 934
        - 3 terminal blocks 2 pole
        Regards, J. Novak, Kovo s.r.o.
        """;

    private static readonly ApprovalRule Manager = new() { RuleId = Guid.NewGuid(), Kind = "quote", Name = "Every quote", Permission = Permissions.QuotesApprove };

    [Fact]
    public async Task Undo_OfAChange_BringsTheContentBeforeItBackAsANewVersion()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        Assert.Equal(ResultStatus.NoRows, (await plant.CallAsync("quotes_undo", ana)).Status);
        await plant.CallAsync("quotes_edit", ana, ("change", "make line 1 900 pieces"));

        Assert.Contains("900 → 250", (await plant.CallAsync("quotes_undo", ana)).Text, StringComparison.Ordinal);
        Assert.Equal(3, await plant.QueryAsync<int>("select version from quotes.quote"));
        Assert.Contains("250 → 900", (await plant.CallAsync("quotes_undo", ana)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAHeadingAlone_IsAskedForTheRest()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        Assert.Equal(ResultStatus.NotUnderstood, (await plant.CallAsync("quotes_draft", await plant.AskerAsync("Ana", Role.Analyst), ("request", "hey, rfq from Kovo:"))).Status);
        Assert.Equal(0, await plant.QueryAsync<long>("select count(*) from quotes.quote"));
    }

    [Fact]
    public async Task Draft_OfAMail_TakesWhatIsSureAndAsksForTheRest()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);

        var drafted = await plant.CallAsync("quotes_draft", ana, ("request", Request));

        Assert.Equal(ResultStatus.Answered, drafted.Status);
        CardSamples.Save("quote-draft", drafted.Card);
        var lines = drafted.Data!.Value.GetProperty("content").GetProperty("lines");
        Assert.Equal(["B-840", "N-8", ""], lines.EnumerateArray().Select(l => l.GetProperty("number").GetString()));
        Assert.Equal(36.00m, lines[0].GetProperty("total").GetDecimal());
        Assert.Equal(2, lines[2].GetProperty("choices").GetArrayLength());
        Assert.Contains("Kovo", drafted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_ChosenSubmittedApprovedAndSent_TellsEachOnce()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(Manager);
        var (ana, mia) = (await plant.AskerAsync("Ana", Role.Analyst), await plant.AskerAsync("Mia", Role.Manager));
        await plant.CallAsync("quotes_draft", ana, ("request", Request));
        Assert.Equal(ResultStatus.Clarify, (await plant.CallAsync("quotes_submit", ana)).Status);
        await plant.CallAsync("quotes_choose", ana, ("quote", "Q-00001"), ("line", "3"), ("part", "TB-2"));

        var preview = await plant.CallAsync("quotes_preview", ana, ("quote", "who must approve Q-00001"));
        Assert.Contains("Mia", preview.Text, StringComparison.Ordinal);
        CardSamples.Save("quote-preview", preview.Card);
        var submitted = await plant.CallAsync("quotes_submit", ana, ("quote", "Q-00001"));
        Assert.Contains("It waits for Mia", submitted.Text, StringComparison.Ordinal);
        Assert.Equal(1, await NoticesAsync(plant, mia));

        var waiting = await plant.CallAsync("approvals_waiting", mia);
        CardSamples.Save("quote-approval", waiting.Card);
        var (request, hash) = await OpenAsync(plant);
        var own = await plant.CallAsync("approvals_decide", ana, ("request", request), ("hash", hash), ("verdict", "approve"));
        Assert.Equal(ResultStatus.NoRight, own.Status);
        var approved = await plant.CallAsync("approvals_decide", mia, ("request", request), ("hash", hash), ("verdict", "approve"), ("comment", "good *price*"));
        Assert.Contains("is approved", approved.Text, StringComparison.Ordinal);
        CardSamples.Save("quote-approved", approved.Card);
        Assert.Equal(1, await NoticesAsync(plant, ana));
        var twice = await plant.CallAsync("approvals_decide", mia, ("request", request), ("hash", hash), ("verdict", "reject"));
        Assert.Contains("decided already", twice.Text, StringComparison.Ordinal);

        Assert.Contains("is sent", (await plant.CallAsync("quotes_send", ana, ("quote", "Q-00001"))).Text, StringComparison.Ordinal);
        Assert.Contains("marked as won", (await plant.CallAsync("quotes_close", ana, ("quote", "we won Q-00001"))).Text, StringComparison.Ordinal);
        Assert.Contains("100.0 %", (await plant.CallAsync("quotes_figures", ana)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_AfterApproval_NeedsAnotherOne()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(Manager);
        var (ana, mia) = (await plant.AskerAsync("Ana", Role.Analyst), await plant.AskerAsync("Mia", Role.Manager));
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt"));
        await plant.CallAsync("quotes_submit", ana);
        var (request, hash) = await OpenAsync(plant);
        await plant.CallAsync("approvals_decide", mia, ("request", request), ("hash", hash), ("verdict", "approve"));

        var edited = await plant.CallAsync("quotes_edit", ana, ("change", "make line 1 300 pieces"));

        Assert.Contains("needs approval again", edited.Text, StringComparison.Ordinal);
        Assert.Contains("not approved", (await plant.CallAsync("quotes_send", ana)).Text, StringComparison.Ordinal);
        var copy = await plant.CallAsync("quotes_copy", ana, ("quote", "copy Q-00001"));
        Assert.Contains("Q-00002", copy.Text, StringComparison.Ordinal);
        Assert.Contains("not approved", (await plant.CallAsync("quotes_send", ana, ("quote", "Q-00002"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_OfWhatWasJustLost_IsThatQuoteAndNotAnOlderOpenOne()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt"));
        plant.Time.Advance(TimeSpan.FromMinutes(1));
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 500 pcs M8 nut DIN 934"));
        await plant.CallAsync("quotes_close", ana, ("quote", "cancel Q-00002"), ("outcome", "cancelled"));

        Assert.Contains("copied from Q-00002", (await plant.CallAsync("quotes_copy", ana, ("quote", "copy it"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("make line 2 250 pieces", 1, "250")]
    [InlineData("change the quantity of the nuts to 700", 1, "700")]
    [InlineData("set line 1 to 90", 0, "90")]
    public async Task Edit_OfAQuantity_ChangesThatLineAlone(string words, int line, string quantity)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "quote 250 pcs M8x40 hex bolt DIN 933 and 500 pcs M8 nut DIN 934"));

        var edited = await plant.CallAsync("quotes_edit", ana, ("change", words));

        var lines = edited.Data!.Value.GetProperty("content").GetProperty("lines");
        Assert.Equal(decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), lines[line].GetProperty("quantity").GetDecimal());
        Assert.Equal(line == 0 ? 500 : 250, lines[1 - line].GetProperty("quantity").GetDecimal());
    }

    [Fact]
    public async Task Edit_ByDiscountDropAndValidity_DoesEachAndSaysSo()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "quote 100 pcs M8x40 hex bolt DIN 933, 100 pcs M8 washers DIN 125 and 2 gear motors"));

        var discount = await plant.CallAsync("quotes_edit", ana, ("change", "give 5 % on all fasteners"));
        var lines = discount.Data!.Value.GetProperty("content").GetProperty("lines");
        Assert.Equal([11.40m, 2.38m, 42.99m], lines.EnumerateArray().Select(l => l.GetProperty("price").GetDecimal()));
        var dropped = await plant.CallAsync("quotes_edit", ana, ("change", "drop the washers"));
        Assert.Equal(2, dropped.Data!.Value.GetProperty("content").GetProperty("lines").GetArrayLength());
        var valid = await plant.CallAsync("quotes_edit", ana, ("change", "valid for 60 days"));
        Assert.Equal("2027-01-19", valid.Data!.Value.GetProperty("validUntil").GetString());
        Assert.Contains("Taken out", (await plant.CallAsync("quotes_changes", ana, ("quote", "Q-00001"))).Card!.FallbackText + System.Text.Encoding.UTF8.GetString(FactoryBot.Skills.Cards.CardJson.ToBytes((await plant.CallAsync("quotes_changes", ana)).Card!)), StringComparison.Ordinal);
        Assert.Equal(ResultStatus.NotUnderstood, (await plant.CallAsync("quotes_edit", ana, ("change", "make it nicer"))).Status);
    }

    [Fact]
    public async Task Choose_OnACardThatSomebodyChangedSince_SavesNothingAndSaysWhatChanged()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (ana, ben) = (await plant.AskerAsync("Ana", Role.Analyst), await plant.AskerAsync("Ben", Role.Analyst));
        var drafted = await plant.CallAsync("quotes_draft", ana, ("request", Request));
        var revision = drafted.Data!.Value.GetProperty("revision").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await plant.CallAsync("quotes_edit", ben, ("change", "in Q-00001 make line 1 300 pieces"));

        var late = await plant.CallAsync("quotes_choose", ana, ("quote", "Q-00001"), ("line", "3"), ("part", "TB-2"), ("revision", revision));

        Assert.Equal(ResultStatus.NoRight, late.Status);
        Assert.Contains("changed by Ben", late.Text, StringComparison.Ordinal);
        Assert.Contains("250 → 300", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WithTheSameKeyAtTheSameTime_MakesOneQuoteWithoutAGapInTheNumbers()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        var draft = plant.Get<DraftQuote>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => draft.RunAsync("quote 250 pcs M8x40 hex bolt", null, "same", ana, CancellationToken.None)));
        await draft.RunAsync("quote 100 pcs M8 nut", null, "other", ana, CancellationToken.None);

        Assert.Equal(2, await plant.QueryAsync<long>("select count(*) from quotes.quote"));
        Assert.Equal("Q-00002", await plant.QueryAsync<string>("select max(number) from quotes.quote"));
    }

    [Fact]
    public async Task Submit_WhereNoRuleFits_ApprovesByItself()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(Manager with { Condition = new() { AmountFrom = 1_000_000 } });
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt"));

        var submitted = await plant.CallAsync("quotes_submit", ana);

        Assert.Contains("approved by itself", submitted.Text, StringComparison.Ordinal);
        Assert.Equal("approved", await plant.QueryAsync<string>("select state from quotes.quote"));
    }

    private static async Task<(string Request, string Hash)> OpenAsync(QuotesPlant plant) =>
        ((await plant.QueryAsync<Guid>("select request_id from approvals.request where state = 'open'")).ToString(),
            await plant.QueryAsync<string>("select encode(content_hash, 'hex') from approvals.request where state = 'open'"));

    private static Task<long> NoticesAsync(QuotesPlant plant, Asker member) =>
        plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId", new { member.MemberId });
}
