using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Tests.Quotes;

/// <summary>One thing under its many names: synonyms, German compounds, signs, and what a part must not have.</summary>
public sealed class TradeNamesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Catalogue = """
        part_number,description,pack_qty,price
        SR-30,"Snap ring for shafts 30 mm, DIN 471",1,1
        RS-30,"Rotary shaft seal 30x52x7 mm, NBR",1,2
        RS-30-L,"Rotary shaft seal 30x52x7 mm, NBR, with dust lip",1,3
        EL-F,"Elbow 90°, female/female, 3/4"", malleable iron, galvanised",1,2
        EL-M,"Elbow 90°, male/female, 3/4"", malleable iron, galvanised",1,2
        TEE-34,"Equal tee 3/4"", malleable iron, galvanised",1,3
        EM-12,"Solid carbide end mill, 4 flutes, Ø 12 mm",1,40
        EM-12-2,"Solid carbide end mill, 2 flutes, Ø 12 mm",1,38
        BOX-D,"Folding carton 400 x 300 x 250 mm, double wall",1,2
        BOX-S,"Folding carton 400 x 300 x 250 mm, single wall",1,1
        SF-23,"Stretch film 450 mm, 23 µm, transparent",1,9
        SF-30,"Stretch film 450 mm, 30 µm, transparent",1,11
        TB-4,"Earth terminal 4 mm²",1,2
        K-24,"Contactor 9 A, coil 24 V DC",1,20
        K-230,"Contactor 9 A, coil 230 V AC",1,20
        CAN-5,"Gear oil CLP 220, 5 l canister",1,30
        DRUM-60,"Gear oil CLP 220, 60 l drum",1,300
        BAG-20,"Flat bag LDPE 200 x 300 mm",1000,38
        SPRAY,"Chain spray 400 ml",12,60
        TIP-1,"Tips 1000 ul, bag of 500",1,9
        TIP-5,"Tips 500 ul, bag of 1000",1,9
        CU-22,"Copper elbow 22 mm",1,3
        CU-P,"Copper pipe 22 x 1 mm",1,20
        MOT-4,"Motor 2.2 kW, 4 pole, 230/400 V",1,200
        MOT-2,"Motor 2.2 kW, 2 pole, 400 V",1,190
        SD-160,"Spiral duct, diameter 160 mm, length 3 m",1,20
        SD-125,"Spiral duct, diameter 125 mm, length 3 m",1,16
        SA-A,"Actuator 5 Nm 24 V, 0-10 V",1,60
        SA-O,"Actuator 5 Nm 24 V, open/close",1,50
        """;

    [Theory]
    [InlineData("circlips for 30 mm shaft, 20 pcs", "SR-30 20")]
    [InlineData("20 Sicherungsringe DIN 471 Welle 30 mm", "SR-30 20")]
    [InlineData("oil seal 30x52x7 NBR (no dust lip), 5 pcs", "RS-30 5")]
    [InlineData("5 Wellendichtringe 30x52x7 NBR mit Staublippe", "RS-30-L 5")]
    [InlineData("10 elbows 3/4\" F/F galv.", "EL-F 10")]
    [InlineData("10 Stück Winkel 3/4\" IG/AG verzinkt", "EL-M 10")]
    [InlineData("4 Stück T-Stück 3/4\" verzinkt", "TEE-34 4")]
    [InlineData("VHM-Schaftfräser 4-schneidig Ø 12, 3 Stk", "EM-12 3")]
    [InlineData("carbide end mill 2FL 12mm - 3 pcs", "EM-12-2 3")]
    [InlineData("200 Faltkartons 400x300x250 2-wellig", "BOX-D 200")]
    [InlineData("double wall cardboard boxes 400x300x250 - 200 pcs", "BOX-D 200")]
    [InlineData("stretch wrap 450mm 23mu clear - 60 rolls", "SF-23 60")]
    [InlineData("60 Rollen Stretchfolie 450 mm 30 my", "SF-30 60")]
    [InlineData("PE terminal 4mm2, 50 pcs", "TB-4 50")]
    [InlineData("2 Stück Schütz 9 A Spule 24VDC", "K-24 2")]
    [InlineData("20 l CLP 220 gear oil, 3 canisters", "")]
    [InlineData("5 l CLP 220 gear oil, 3 canisters", "CAN-5 3")]
    [InlineData("2 drums gear oil CLP 220", "DRUM-60 2")]
    [InlineData("3000 Beutel 200x300 LDPE", "BAG-20 3000")]
    [InlineData("flat bags 20 x 30 cm LDPE, 1000 pcs", "BAG-20 1000")]
    [InlineData("24 Dosen Kettenspray 400 ml", "")]
    [InlineData("24 cans of chain spray 400 ml", "SPRAY 24")]
    [InlineData("Tips 1000 µl, 4 pcs", "TIP-1 4")]
    [InlineData("20 x 22 mm copper elbows\n5 x copper pipe 22 x 1", "CU-22 20, CU-P 5")]
    [InlineData("10 Stangen Kupferrohr 22 x 1", "CU-P 10")]
    [InlineData("copper elbow 22 mm (20), copper pipe 22 x 1 (5)", "CU-22 20, CU-P 5")]
    [InlineData("Hi, thanks for the quick reply. Please change the chain spray to 36 pcs, the rest stays as it is.\n\nFrom: Lena\nTo: Mark\n24 pcs chain spray 400 ml\n2 drums gear oil CLP 220", "SPRAY 36, DRUM-60 2")]
    [InlineData("Thanks Tim. One correction: 36 chain sprays 400 ml instead of 24.\nJan\n\nFrom: Tim\nTo: Jan\n24 pcs chain spray 400 ml\n2 drums gear oil CLP 220", "SPRAY 36, DRUM-60 2")]
    [InlineData("Hi, the gear oil should be the 60 litre one. The chain spray is cancelled.\n\nFrom: Lena\nTo: Mark\n24 pcs chain spray 400 ml\n2 pcs gear oil CLP 220 5 l", "DRUM-60 2")]
    [InlineData("motor 2.2 kW 4 pole 400/230 V, 2 pcs", "MOT-4 2")]
    [InlineData("motor 2.2 kW 2 pole 415/400V, 2 pcs", "MOT-2 2")]
    [InlineData("20 Stk Wickelfalzrohr DN 160", "SD-160 20")]
    [InlineData("4 actuators 5Nm 24V 0-10V", "SA-A 4")]
    [InlineData("motor 2.2 kW 2 pole 690/400V, 2 pcs", "")]
    [InlineData("20 Stk Wickelfalzrohr DN 180", "")]
    // Not sure, or not there: asked, never guessed.
    [InlineData("elbow 3/4\" galvanized, 10 pcs", "")]
    [InlineData("carbide end mill 3 flutes 12 mm, 3 pcs", "")]
    [InlineData("60 Rollen Stretchfolie 450 mm 20 my", "")]
    [InlineData("2 Stück Schütz 9 A Spule 24 V AC", "")]
    public async Task Request_InOtherNames_TakesThePartAndQuantityOrAsks(string text, string expected)
    {
        var plant = new QuotesPlant(await postgres.NewDatabaseAsync());
        await plant.LoadAsync(Catalogue);

        var found = await MatchLinesTests.MatchAsync(plant, text);

        Assert.Equal(expected, string.Join(", ", found.Where(m => m.Part is not null && m.Line.Quantity is not null).Select(m => FormattableString.Invariant($"{m.Part!.Number} {Packs.Pieces(m.Line.Quantity!.Value, m.Line.Unit, m.Part):0}"))));
    }

    [Theory]
    [InlineData("retaining ring", "snap ring")]
    [InlineData("O-ring", "Runddichtringe")]
    [InlineData("hose clip", "Schlauchschellen")]
    [InlineData("24 V DC", "24VDC")]
    [InlineData("2.5 mm²", "2,5 qmm")]
    [InlineData("IG/AG", "male x female")]
    [InlineData("zip tie", "Kabelbinder")]
    public void Of_TwoNamesOfOneThing_AreReadAlike(string one, string other) =>
        Assert.Equal(ReadFeatures.Of(one).Select(f => f.Text).Order(), ReadFeatures.Of(other).Select(f => f.Text).Order());

    [Fact]
    public void Of_Without_MarksWhatIsAbsentButNotTheColour() => Assert.Equal(
        [("without", false), ("tip", true), ("black", false)],
        ReadFeatures.Of("without tip black").Select(f => (f.Text, f.IsAbsent)));
}
