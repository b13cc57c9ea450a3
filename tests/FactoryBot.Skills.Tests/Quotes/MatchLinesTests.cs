using Dapper;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class MatchLinesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("B-840", "B-840")]
    [InlineData("b840", "B-840")]
    [InlineData("hexagon bolt M8 x 40 ISO 4017", "B-840")]
    [InlineData("M8x50 bolts DIN933", "B-850")]
    [InlineData("hex nuts M8", "N-8")]
    [InlineData("two pole terminal block, side entry", "TB-2")]
    [InlineData("24 gauge wire, blue", "WR-B")]
    [InlineData("gearmotor", "GM-27")]
    [InlineData("geer motor 26.9:1", "GM-27")]
    [InlineData("M8x45 hex bolt DIN 933", null)]
    [InlineData("M8x40 socket head cap screw", null)]
    [InlineData("M8x40 hex bolt stainless", null)]
    [InlineData("green wire 24 AWG", null)]
    [InlineData("terminal block 2 pole", null)]
    [InlineData("B-841", null)]
    [InlineData("screws", null)]
    [InlineData("M8 rivets", null)]
    public async Task Run_OfWords_TakesThePartOrAsks(string words, string? part)
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        var match = Assert.Single(await MatchAsync(plant, $"10 pcs {words}"));

        Assert.Equal(part, match.Part?.Number);
    }

    [Theory]
    [InlineData("roller chain 08B-1", "RC-08B-1")]
    [InlineData("stainless roller chain 08B-1", "RC-08B-1-SS")]
    [InlineData("connecting links 08B-1", "CL-08B-1")]
    [InlineData("Verbindungsglied 08B-1", "CL-08B-1")]
    [InlineData("links 08B-1", null)]
    [InlineData("wiring duct 60x60", "WD-60-60")]
    [InlineData("wiring duct 60", null)]
    [InlineData("ZR-T1O-1200-30", "ZR-T10-1200-30")]
    [InlineData("spider size 24, 92 ShA", "JS-24-92")]
    [InlineData("spider size 24, 92 Shore A", "JS-24-92")]
    [InlineData("spider size 24, 92 Shore D", null)]
    [InlineData("bearing 6004 ZZ", "BB-6004-ZZ")]
    public async Task Run_WhereSeveralPartsHaveTheNumber_NamePlainnessAndSizesDecide(string words, string? part)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync("""
            part_number,description,price
            RC-08B-1,"Roller chain 08B-1 simplex, pitch 12.7 mm, DIN 8187",30
            RC-08B-1-SS,"Roller chain 08B-1 simplex, pitch 12.7 mm, stainless steel",90
            CL-08B-1,"Connecting link 08B-1 simplex, for roller chain 08B-1",1
            OL-08B-1,"Offset link 08B-1 simplex, for roller chain 08B-1",2
            WD-40-60,"Wiring duct 40 x 60 mm, grey, 2 m",8
            WD-60-60,"Wiring duct 60 x 60 mm, grey, 2 m",9
            ZR-T10-1200-30,"Timing belt T10, length 1200 mm, width 30 mm",20
            ZR-T5-1200-30,"Timing belt T5, length 1200 mm, width 30 mm",20
            JS-24-92,"Spider for jaw coupling size 24, 92 Shore A, yellow",8
            JS-28-92,"Spider for jaw coupling size 28, 92 Shore A, yellow",9
            BB-6004-2RS,"Ball bearing 6004-2RS1, sealed",3
            BB-6004-ZZ,"Ball bearing 6004-2Z, metal shields",3
            """);

        Assert.Equal(part, Assert.Single(await MatchAsync(plant, $"10 pcs {words}")).Part?.Number);
    }

    [Fact]
    public async Task Run_OfACustomersNumber_TakesItForThatCustomerAlone()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);
        var customer = Guid.NewGuid();
        await using (var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None))
        {
            await CatalogueStore.AddAliasesAsync(scope, [new("KV 77-1", "GM-27", customer)], CancellationToken.None);
            await scope.CommitAsync(CancellationToken.None);
        }

        Assert.Equal("GM-27", Assert.Single(await MatchAsync(plant, "3 pcs KV77-1", customer)).Part?.Number);
        Assert.Null(Assert.Single(await MatchAsync(plant, "3 pcs KV77-1")).Part);
    }

    [Fact]
    public async Task ByNumber_InALargeCatalogue_ReadsThePartsThatAreMeantAlone()
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync("part_number,description,price\n" + string.Concat(Enumerable.Range(0, 6_000).Select(i => $"ZB-{i:00000},Bracket,1\n")));
        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        await CatalogueStore.AddAliasesAsync(scope, [new("KV 77-1", "ZB-00042", null)], CancellationToken.None);

        var byKey = await MatchStore.ByKeyAsync(scope, ["kv771", "zb00041", "zb99999"], null, CancellationToken.None);
        var near = await MatchStore.NearNumberAsync(scope, "zb0599", 3, CancellationToken.None);

        Assert.Equal([("zb00041", "", "ZB-00041"), ("kv771", "KV 77-1", "ZB-00042")], byKey.Select(k => (k.Key, k.Alias, k.Part.Number)));
        Assert.Equal(["ZB-05990", "ZB-05991", "ZB-05992"], near.Select(p => p.Number));
        var read = await scope.Connection.ExecuteScalarAsync<long>("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relid = 'quotes.part'::regclass");
        Assert.InRange(read, 5, 20);
    }

    [Fact]
    public async Task Import_OfAListWithBadRows_TakesTheGoodOnesAndNamesTheOthers()
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());

        var report = await plant.LoadAsync("Artikelnummer;Bezeichnung;Preis;VE\nA-1;Schraube M6x20;1,20;100\n;ohne Nummer;1;1\nA-2;Mutter M6;viel;100\nA-1;noch einmal;1;1\n");

        Assert.Equal((1, 3), (report.Added, report.Refused));
        Assert.Equal([3, 4, 5], report.Rows.Select(r => r.Row));
        Assert.Equal(1.20m, await plant.QueryAsync<decimal>("select price from quotes.part where number = 'A-1'"));
    }

    [Fact]
    public async Task Import_OfTheSameNumberAgain_ReplacesThePart()
    {
        var plant = await QuotesPlant.LoadedAsync(postgres);

        var report = await plant.LoadAsync("part_number,description,price\nN-8,M8 wing nut brass,9.00\n");

        Assert.Equal((0, 1), (report.Added, report.Replaced));
        Assert.Equal("N-8", Assert.Single(await MatchAsync(plant, "5 pcs wing nut M8 brass")).Part?.Number);
        Assert.Null(Assert.Single(await MatchAsync(plant, "5 pcs hex nut M8")).Part);
    }

    internal static async Task<IReadOnlyList<LineMatch>> MatchAsync(QuotesPlant plant, string text, Guid? customer = null)
    {
        await using var scope = await plant.Database.OpenAsync(plant.Tenant, CancellationToken.None);
        return await MatchLines.RunAsync(scope, ReadRequestText.Of(text, new(2026, 11, 20)).Lines, customer, CancellationToken.None);
    }
}
