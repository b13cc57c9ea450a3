using System.Text;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class BreaksAndAlternativesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Breaks_OfOneLine_AreEachPricedShownPrintedAndLookedAtByApproval()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await plant.RuleAsync(new() { Kind = "quote", Name = "Amount", Permission = Permissions.QuotesApprove, Condition = new() { AmountFrom = 100 } });
        var ana = await plant.AskerAsync("Ana", Role.Analyst);

        var drafted = await plant.CallAsync("quotes_draft", ana, ("request", "please quote M8x40 hex bolt DIN 933, qty 100/500/1000"));

        var line = drafted.Data!.Value.GetProperty("content").GetProperty("lines")[0];
        Assert.Equal(12.00m, line.GetProperty("total").GetDecimal());
        Assert.Equal([(500m, 52.50m), (1000m, 105.00m)], line.GetProperty("breaks").EnumerateArray().Select(b => (b.GetProperty("quantity").GetDecimal(), b.GetProperty("total").GetDecimal())));
        Assert.Contains("at other quantities: 500: 10.50 per 100, total 52.50; 1,000: 10.50 per 100, total 105.00", Encoding.UTF8.GetString(CardJson.ToBytes(drafted.Card!)), StringComparison.Ordinal);
        // The first quantity alone would need nobody.
        Assert.Contains("needs the approval", (await plant.CallAsync("quotes_preview", ana)).Text, StringComparison.Ordinal);

        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        var view = await QuoteView.LoadAsync(scope, (await QuoteStore.ByNumberAsync(scope, "Q-00001", CancellationToken.None))!, CancellationToken.None);
        var paper = QuotePaper.Of(view, new(), null, null);
        Assert.Equal(3, paper.Rows.Count);
        Assert.Equal("(105.00)", paper.Rows[2][^1]);
        Assert.Equal("12.00", paper.Total.Value);
    }

    [Fact]
    public async Task Alternatives_ForALine_AreOfTheSameKindAndSayWhatDiffers()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "quote 3 pcs TB-2T and 250 pcs M8x40 hex bolt DIN 933"));

        var cheaper = await plant.CallAsync("quotes_alternatives", ana, ("words", "anything cheaper or in stock for line 1?"));

        Assert.Equal(ResultStatus.Answered, cheaper.Status);
        CardSamples.Save("quote-alternatives", cheaper.Card);
        Assert.Contains("TB-2 Terminal block 2 pole side entry", cheaper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wire", cheaper.Text, StringComparison.OrdinalIgnoreCase);
        var press = Assert.IsType<ExecuteAction>(Assert.Single(cheaper.Card!.Actions!));
        Assert.Equal("quotes_choose", press.Verb);
        Assert.Equal(ResultStatus.Clarify, (await plant.CallAsync("quotes_alternatives", ana, ("words", "any alternatives"))).Status);
        Assert.Equal(ResultStatus.NotUnderstood, (await plant.CallAsync("quotes_alternatives", ana, ("words", "alternatives for line 9"))).Status);
    }
}
