using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class QuoteSearchTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Find_ByCustomerOrNumber_ReturnsCardsWithoutButtons()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var sara = await plant.AskerAsync("Sara", Role.Analyst);
        await plant.CallAsync("quotes_draft", sara, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        var search = plant.Get<IQuickSearch>();

        var found = Assert.Single(await search.FindAsync("", sara, CancellationToken.None));

        Assert.StartsWith("Q-00001", found.Title, StringComparison.Ordinal);
        Assert.Empty(CardRules.All(found.Card.Body).SelectMany(e => e.OwnActions).Concat(found.Card.Actions ?? []));
        Assert.Single(await search.FindAsync("q-00001", sara, CancellationToken.None));
        Assert.Empty(await search.FindAsync("100%", sara, CancellationToken.None));
    }

    [Fact]
    public async Task Find_ForWhoMayNotSeeQuotes_FindsNothing()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var sara = await plant.AskerAsync("Sara", Role.Analyst);
        await plant.CallAsync("quotes_draft", sara, ("request", "please quote 250 pcs M8x40 hex bolt DIN 933"));
        var search = plant.Get<IQuickSearch>();

        Assert.Empty(await search.FindAsync("", sara with { Permissions = new HashSet<string>() }, CancellationToken.None));
        Assert.Empty(await search.FindAsync("", sara with { Modules = new HashSet<string>() }, CancellationToken.None));
    }
}
