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
    public async Task AccountsFor_Text_OnlyWhereItSaysHowManyOfKnownParts(string text, bool names)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        Assert.Equal(names, await new RequestReader(plant.Database).AccountsForAsync(await plant.AskerAsync("Ana", Role.Analyst), text, default));
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
