using System.Globalization;
using Dapper;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Tests.Quotes.Catalogue;

public sealed class AddPartsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("0")]
    [InlineData("0.0001")]
    [InlineData("0.00000005")]
    [InlineData("1")]
    [InlineData("12.50")]
    [InlineData("10000")]
    [InlineData("123456.789")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public async Task Add_OfAnAmount_StoresIt(string amount)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);
        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);

        await CatalogueStore.AddPartsAsync(scope, [new() { PartNo = 1, Number = "Ä-1", Description = "Müller „Schraube“ ×2", Price = value, LeadDays = 3 }], replace: false, CancellationToken.None);

        var (price, number, description, cost, days) = await scope.Connection.QuerySingleAsync<(decimal, string, string, decimal?, int?)>(
            "select price, number, description, cost, lead_days from quotes.part");
        Assert.Equal((value, "Ä-1", "Müller „Schraube“ ×2", (decimal?)null, (int?)3), (price, number, description, cost, days));
        Assert.Equal(amount, await scope.Connection.ExecuteScalarAsync<string>("select price::text from quotes.part"));
    }

    [Fact]
    public void Index_OfParts_HasEachUnderAllItsTermsOnceInRisingOrder()
    {
        Part[] parts =
        [
            .. Enumerable.Range(1, 500).Select(i => new Part { PartNo = i, Number = $"AB-{i:0000}-{i % 7}", Description = $"M{3 + i % 5}x{10 + i % 9} hex bolt M{3 + i % 5} SOIC-8 6-32 DIN {900 + i % 40}" }),
        ];
        var index = new TermIndex();

        IndexParts.Into(index, parts[..200]);
        IndexParts.Into(index, parts[200..]);

        var lists = index.All().ToDictionary(t => t.Term, t => Postings.Read(t.Postings.ToBytes().ToArray()).ToArray(), StringComparer.Ordinal);
        Assert.Equal(index.Size, lists.Values.Sum(l => (long)l.Length));
        Assert.All(lists.Values, l => Assert.Equal(l.Order().Distinct(), l));
        foreach (var part in parts)
        {
            var terms = PartTerms.Of(part);
            Assert.All(
                terms.Features.SelectMany(PartTerms.StoredOf).Concat(terms.NumberPieces.Select(PartTerms.PieceTerm)).Concat(terms.Words.Select(w => "w:" + w)),
                term => Assert.Contains(part.PartNo, lists[term]));
        }
    }

    [Fact]
    public async Task Import_OfAnotherList_IsFoundWithoutWhatWasKeptOfTheFirst()
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync("part_number,description\nX-1,brass knurled knob\n", replace: true);
        Assert.Equal("X-1", Assert.Single(await MatchLinesTests.MatchAsync(plant, "3 pcs brass knurled knob")).Part?.Number);

        await plant.LoadAsync("part_number,description\nX-1,copper pipe clip\nX-2,brass knurled knob\n");

        Assert.Equal("X-2", Assert.Single(await MatchLinesTests.MatchAsync(plant, "3 pcs brass knurled knob")).Part?.Number);
        Assert.Equal("X-1", Assert.Single(await MatchLinesTests.MatchAsync(plant, "3 pcs copper pipe clip")).Part?.Number);
    }
}
