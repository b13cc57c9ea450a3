using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class QuoteSettingsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("our quotes are valid for 45 days", "New quotes are valid for 45 days")]
    [InlineData("default validity 6 weeks", "New quotes are valid for 42 days")]
    [InlineData("quote terms: 30 days net, ex works", "Terms on quotes: 30 days net, ex works")]
    [InlineData("set our payment terms to 14 days 2 %; 30 days net", "Terms on quotes: 14 days 2 %\n30 days net")]
    [InlineData("number format on quotes is German", "Numbers on documents look like 1.234.567,89, days like 31.12.2026")]
    [InlineData("use swiss number format", "Numbers on documents look like 1’234’567.89, days like 31.12.2026")]
    [InlineData("company address: Hall 3; 70173 Stuttgart", "Address on quotes: Hall 3, 70173 Stuttgart")]
    [InlineData("set the company name on quotes to Alfa Motion GmbH", "Company on quotes: Alfa Motion GmbH")]
    [InlineData("our quotes are in euros", "New quotes are in EUR")]
    [InlineData("quote currency chf", "New quotes are in CHF")]
    [InlineData("set the target margin to 35 %", "Target margin: 35 %")]
    [InlineData("floor margin 12,5%", "Lowest margin that is recommended: 12.5 %")]
    [InlineData("rush surcharge is 10 percent", "Surcharge for rush orders: 10 %")]
    public void Of_ASettingInWords_SaysWhatItWillBe(string words, string said) => Assert.Equal(said, ReadSetting.Of(new(), words)?.Said);

    [Theory]
    [InlineData("our quotes are beautiful")]
    [InlineData("number format klingon")]
    [InlineData("target margin a lot")]
    public void Of_WhatIsNoSetting_IsNotUnderstood(string words) => Assert.Null(ReadSetting.Of(new(), words));

    [Fact]
    public async Task Set_ThenUndone_IsAsBeforeAndEachIsInTheAuditLog()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var mia = await plant.AskerAsync("Mia", Role.Manager);
        await plant.CallAsync("quotes_set", mia, ("setting", "our quotes are valid for 45 days"));

        var set = await plant.CallAsync("quotes_set", mia, ("setting", "our quotes are valid for 60 days"));

        CardSamples.Save("quote-settings", set.Card);
        Assert.Contains("60 days", (await plant.CallAsync("quotes_settings", mia)).Text, StringComparison.Ordinal);
        await plant.CallAsync("quotes_settings_undo", mia);
        Assert.Contains("45 days", (await plant.CallAsync("quotes_settings", mia)).Text, StringComparison.Ordinal);
        Assert.Equal(3, await plant.QueryAsync<long>("select count(*) from tenancy.audit where action = 'quote.settings_changed'"));
    }

    [Fact]
    public async Task Terms_ChangedAfterApproval_DoNotStandOnTheApprovedVersion()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (ana, mia) = (await plant.AskerAsync("Ana", Role.Analyst), await plant.AskerAsync("Mia", Role.Manager));
        await plant.CallAsync("quotes_set", mia, ("setting", "quote terms: thirty days net"));
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt"));
        await plant.CallAsync("quotes_set", mia, ("setting", "quote terms: cash only"));

        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        var quote = (await QuoteStore.ByNumberAsync(scope, "Q-00001", CancellationToken.None))!;
        var paper = FactoryBot.Skills.Quotes.Documents.QuotePaper.Of(
            await QuoteView.LoadAsync(scope, quote, CancellationToken.None), await SettingStore.ReadAsync(scope, CancellationToken.None), null, null);

        Assert.Contains("thirty days net", paper.Closing);
        Assert.DoesNotContain("cash only", paper.Closing);
    }

    [Fact]
    public async Task Expire_NearAndPastTheLastDay_RemindsOnceThenEndsOnce()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(new() { Kind = "quote", Name = "Never", Permission = Permissions.QuotesApprove, Condition = new() { AmountFrom = 1_000_000 } });
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt"));
        await plant.CallAsync("quotes_edit", ana, ("change", "valid for 10 days"));
        await plant.CallAsync("quotes_submit", ana);
        await plant.CallAsync("quotes_send", ana);
        var expire = plant.Get<ExpireQuotes>();

        Assert.Equal((0, 0), await expire.RunAsync(CancellationToken.None));
        plant.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal((0, 1), await expire.RunAsync(CancellationToken.None));
        Assert.Equal((0, 0), await expire.RunAsync(CancellationToken.None));
        plant.Time.Advance(TimeSpan.FromDays(4));
        var both = await Task.WhenAll(expire.RunAsync(CancellationToken.None), expire.RunAsync(CancellationToken.None));

        Assert.Equal(1, both.Sum(b => b.Expired));
        Assert.Equal("expired", await plant.QueryAsync<string>("select state from quotes.quote"));
        Assert.Equal(1, await plant.QueryAsync<long>("select count(*) from notices.notice where member_id = @MemberId and key like 'quote-end:%'", new { ana.MemberId }));
    }
}
