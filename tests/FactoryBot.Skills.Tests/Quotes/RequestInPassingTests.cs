using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class RequestInPassingTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("Hi, can you offer 1000 pcs M8 hex nut DIN 934 and 500 washers M8 DIN 125", true)]
    [InlineData("1000 M8 nuts din 934", true)]
    [InlineData("1000 M8 nuts din 934, for Meyer Metallbau by friday", true)]
    [InlineData("how many of 500 parts were scrap on line 1", false)]
    [InlineData("oee of the last 7 days", false)]
    [InlineData("do we have M8 nuts", false)]
    [InlineData("make the M8 nuts 750", false)]
    public async Task AccountsFor_Text_OnlyWhereItSaysHowManyOfKnownParts(string text, bool names)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        Assert.Equal(names, await new RequestReader(plant.Database).AccountsForAsync(await plant.AskerAsync("Ana", Role.Analyst), text, default));
    }

    [Theory]
    [InlineData("make the washers 750", "quotes_edit")]
    [InlineData("washers 750", "quotes_edit")]
    [InlineData("make it 750", "quotes_edit")]
    [InlineData("make it 400 washers", "quotes_edit")]
    [InlineData("give them 5%", "quotes_edit")]
    [InlineData("whats the margin?", "quotes_show")]
    [InlineData("and the total", "quotes_show")]
    [InlineData("make the rivets 750", null)]
    [InlineData("what is the weather", null)]
    public async Task FollowUp_AfterAQuote_GoesOnFromItWhereItIsAboutItsLines(string words, string? function)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var ana = await plant.AskerAsync("Ana", Role.Analyst);
        var reader = new RequestReader(plant.Database);
        Assert.NotEqual("quotes_edit", await reader.FollowUpAsync(ana, words, alone: true, default));

        await plant.CallAsync("quotes_draft", ana, ("request", "please quote 100 pcs M8 washer DIN 125"));

        Assert.Equal(function, await reader.FollowUpAsync(ana, words, alone: true, default));
        Assert.Null(await reader.FollowUpAsync(ana, words, alone: false, default));
    }

    [Theory]
    [InlineData("please quote 100 pcs M8 washer DIN 125, for Kovo by next friday", "Kovo s.r.o.")]
    [InlineData("please quote 100 pcs M8 washer DIN 125, for Outdoor use", "")]
    public async Task Draft_CustomerNamedBehindTheLines_IsTakenWhereKnown(string request, string customer)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, default))
        {
            await CustomerStore.SaveAsync(scope, [new() { CustomerId = Guid.NewGuid(), Name = "Kovo s.r.o." }], default);
            await scope.CommitAsync(default);
        }

        var drafted = await plant.CallAsync("quotes_draft", await plant.AskerAsync("Ana", Role.Analyst), ("request", request));

        var content = drafted.Data!.Value.GetProperty("content");
        Assert.Equal(customer, content.TryGetProperty("customer", out var named) ? named.GetString() : "");
        if (customer.Length > 0)
            Assert.Equal("W-8", content.GetProperty("lines")[0].GetProperty("number").GetString());
    }
}
