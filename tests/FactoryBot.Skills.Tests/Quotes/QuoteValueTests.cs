using FactoryBot.Skills.Quotes.Overview;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>What the quotes of a tenant are worth, and for whom one is that nobody knows yet.</summary>
public sealed class QuoteValueTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("total value of the open quotes", "open", 5, false, "")]
    [InlineData("what are my sent quotes worth", "sent", 1, true, "")]
    [InlineData("how much is in open quotes for Kovo?", "open", 5, false, "Kovo")]
    [InlineData("total of the won and lost quotes", "won and lost", 2, false, "")]
    public void Of_Question_ReadsStatesOwnerAndCustomer(string said, string states, int count, bool mine, string customer)
    {
        var words = ValueWords.Of(said);

        Assert.Equal((states, count, mine, customer), (words.Said, words.States.Count, words.IsMine, words.Customer));
    }

    [Fact]
    public async Task Value_OfOpenQuotes_SumsTotalsAndNamesThoseWithoutOne()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 100 pcs M8 washer DIN 125"));
        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 100 pcs M8 washer DIN 125 and 5 pcs terminal block 2 pole"));

        var value = await plant.CallAsync("quotes_value", ana, ("words", "total value of the open quotes"));

        Assert.Equal(ResultStatus.Answered, value.Status);
        CardSamples.Save("quote-value", value.Card);
        Assert.Contains("Open quotes: 3 (3 draft), together 38.50 EUR. 1 of them has no total yet", value.Text, StringComparison.Ordinal);
        Assert.Equal("There are no lost quotes.", (await plant.CallAsync("quotes_value", ana, ("words", "value of the lost quotes"))).Text);
    }

    [Theory]
    [InlineData("please quote 100 pcs M8 washer DIN 125 for Meier GmbH", "Meier GmbH")]
    [InlineData("please quote 100 pcs M8 washer DIN 125 for Meier", "Meier")]
    [InlineData("please quote 100 pcs M8 washer DIN 125, for Meier Werkzeuge by friday", "Meier Werkzeuge")]
    [InlineData("100 pcs M8 washer DIN 125 für Hans Brandt bitte", "Hans Brandt")]
    public async Task Draft_ForACustomerWhomNobodyKnows_SaysSoAndOffersTheNearest(string request, string name)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, default))
        {
            await FactoryBot.Skills.Quotes.Catalogue.CustomerStore.SaveAsync(scope, [new() { CustomerId = Guid.NewGuid(), Name = "Meyer Metallbau GmbH" }], default);
            await scope.CommitAsync(default);
        }

        var drafted = await plant.CallAsync("quotes_draft", await plant.AskerAsync("Ana", Role.Analyst), ("request", request));

        var content = drafted.Data!.Value.GetProperty("content");
        Assert.Contains($"No customer is called “{name}”", drafted.Text, StringComparison.Ordinal);
        Assert.Equal(name, content.GetProperty("customer").GetString());
        Assert.Equal("W-8", content.GetProperty("lines")[0].GetProperty("number").GetString());
    }
}
