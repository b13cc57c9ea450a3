using System.Security.Cryptography;
using System.Text;
using Dapper;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Tests.Quotes.Catalogue;

/// <summary>A catalogue that an earlier release has indexed under other terms.</summary>
public sealed class ReindexPartsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Run_OnACatalogueOfAnotherVersion_IndexesItAnewOnce()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("update quotes.part_term set term = 'old ' || term; update quotes.catalogue set terms_version = 1");
            await scope.CommitAsync(CancellationToken.None);
        }

        var before = Assert.Single(await MatchLinesTests.MatchAsync(plant, "10 pcs 24 gauge wire, blue"));
        var indexed = await plant.Get<ReindexParts>().RunAsync(CancellationToken.None);
        var after = Assert.Single(await MatchLinesTests.MatchAsync(plant, "10 pcs 24 gauge wire, blue"));

        Assert.Null(before.Part);
        Assert.Equal(9, indexed);
        Assert.Equal("WR-B", after.Part?.Number);
        Assert.Equal(0, await plant.Get<ReindexParts>().RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Import_OntoACatalogueOfAnotherVersion_LeavesItToBeIndexedAnew_AndAWholeListDoesNot()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None))
        {
            await scope.Connection.ExecuteAsync("update quotes.catalogue set terms_version = 1");
            await scope.CommitAsync(CancellationToken.None);
        }

        await plant.LoadAsync("part_number,description\nX-1,copper pipe clip\n");
        Assert.Equal([plant.Tenant], await ReindexStore.TenantsAsync(plant.Database, PartTerms.Version, CancellationToken.None));
        await plant.LoadAsync("part_number,description\nX-1,copper pipe clip\n", replace: true);
        Assert.Empty(await ReindexStore.TenantsAsync(plant.Database, PartTerms.Version, CancellationToken.None));
    }

    /// <summary>Where this fails, parts are stored under other terms than before: raise <see cref="PartTerms.Version"/>, or catalogues that are there are
    /// searched under terms that they do not have; then put down here what the terms are now.</summary>
    [Fact]
    public void Terms_OfOneVersion_AreTheSame()
    {
        string[] words =
        [
            "M8x40 hex bolt DIN 933 8.8 zinc plated", "Hydraulic fitting straight 12L G1/4 BSP DN10 24° cone steel", "O-ring NBR 70 12x2.5 mm", "Red wire 24 AWG 100 m reel",
            "Resistor 4.7 kΩ 1 % 0603 100 mW", "Cylinder head screw ISO 4762 M6 stainless steel A2", "Terminal block 2 pole (5.08 mm)", "6-32 machine screw 1/2\"", "SOIC-8 op amp, rail-to-rail",
            "Pressure gauge 0-16 bar G1/4", "5/2-way valve 24 V DC", "High-visibility vest size XL", "Normzylinder Hub 160", "Motor 230/400 V", "Motor 415/400 V",
        ];
        var terms = words.Select((text, i) => PartTerms.Of(new() { Number = $"AB-{i}", Description = text }))
            .SelectMany(of => of.Features.SelectMany(PartTerms.StoredOf).Concat(of.NumberPieces.Select(PartTerms.PieceTerm))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal("6 9e8db9c6e026f34a", $"{PartTerms.Version} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms))))[..16]}");
    }
}
