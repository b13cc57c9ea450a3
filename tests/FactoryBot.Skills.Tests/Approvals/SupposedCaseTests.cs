using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tests.Quotes;

namespace FactoryBot.Skills.Tests.Approvals;

/// <summary>Who would have to agree to a quote that nobody has made yet.</summary>
public sealed class SupposedCaseTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("who approves quotes over 50k", "over 50,000")]
    [InlineData("who has to approve a quote of 12,000 with 15 % discount", "of 12,000 with 15 % discount")]
    [InlineData("who approves discounts over 20%?", "with more than 20 % discount")]
    [InlineData("who must approve a quote for a new customer", "for a new customer")]
    [InlineData("does a quote with 12 % margin need approval", "with a margin of 12 %")]
    [InlineData("who approves my quote", null)]
    public void Of_Question_ReadsWhatIsSaidOfTheQuote(string words, string? said) => Assert.Equal(said, SupposedCase.Of(words)?.Said());

    [Fact]
    public void Meets_RuleAboutWhatWasNotSaid_IsOpen()
    {
        var supposed = SupposedCase.Of("who approves quotes over 50k")!;

        Assert.True(supposed.Meets(new() { AmountFrom = 10_000 }));
        Assert.Null(supposed.Meets(new() { AmountFrom = 100_000 }));
        Assert.Null(supposed.Meets(new() { AmountFrom = 10_000, DiscountOver = 5 }));
        Assert.False(SupposedCase.Of("a quote of 12,000 with 15 % discount")!.Meets(new() { AmountFrom = 50_000, DiscountOver = 5 }));
    }

    [Fact]
    public async Task Preview_WithoutAQuoteAtHand_AnswersFromTheRules()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var (sara, ines) = (await plant.AskerAsync("Sara", Role.Analyst), await plant.AskerAsync("Ines", Role.Owner));
        await plant.AskerAsync("Viktor", Role.Manager);
        await plant.CallAsync("approvals_rule_add", ines, ("rule", "quotes over 10,000 need Viktor"));
        await plant.CallAsync("approvals_rule_add", ines, ("rule", "discounts over 10 % need Ines"));

        var both = await plant.CallAsync("quotes_preview", sara, ("quote", "who has to approve a quote of 12,000 with 15 % discount"));
        var amount = await plant.CallAsync("quotes_preview", sara, ("quote", "who approves quotes over 50k"));
        var none = await plant.CallAsync("quotes_preview", sara, ("quote", "who approves a quote of 500 with 5 % discount"));

        Assert.StartsWith("A quote of 12,000 with 15 % discount needs the approval of Viktor and Ines", both.Text, StringComparison.Ordinal);
        CardSamples.Save("approval-supposed", both.Card);
        Assert.StartsWith("A quote over 50,000 needs the approval of Viktor (amount from 10,000). Besides, where it applies: discount over 10 % → Ines.", amount.Text, StringComparison.Ordinal);
        Assert.Equal("A quote of 500 with 5 % discount needs nobody's approval: it approves itself and is listed.", none.Text);
    }
}
