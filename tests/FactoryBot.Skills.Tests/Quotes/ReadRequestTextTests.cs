using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Tests.Quotes;

public sealed class ReadRequestTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("12 gear motors 120 W 20:1", 12)]
    [InlineData("gear motor 20:1: 12", 12)]
    [InlineData("500 off M8 nuts", 500)]
    [InlineData("M8 nuts, qty 1,000", 1000)]
    [InlineData("M8 nuts qty 1.000", 1000)]
    [InlineData("2x100 pcs M8 nuts", 200)]
    [InlineData("2x100 washers M8", 200)]
    [InlineData("2 x 50 bearings 6204-2RS", 100)]
    [InlineData("M8 nuts - 120x", 120)]
    [InlineData("4x M8 nuts", 4)]
    [InlineData("M8 nuts x 300", 300)]
    [InlineData("a dozen M8 nuts", 12)]
    [InlineData("fifty pieces of M8 nuts", 50)]
    [InlineData("10k pcs M8 nuts", 10000)]
    [InlineData("M8x40 hex bolt DIN 933, 200", 200)]
    [InlineData("250 M8x40 bolts", 250)]
    [InlineData("we need 40 M8 nuts", 40)]
    [InlineData("25 m of cable 4x1.5", 25)]
    [InlineData("send me 20 M8 nuts", 20)]
    [InlineData("20 u-bolts", 20)]
    [InlineData("20 U-bolts M8", 20)]
    [InlineData("half a dozen M8 nuts", 6)]
    [InlineData("15 St. Stellfüße M12", 15)]
    [InlineData("Three phase motor 0.37 kW - 5 nos", 5)]
    [InlineData("1. Hex nuts M8 - 40 pcs", 40)]
    [InlineData("10 Stk Rollenkette 10B-1, 5 m", 10)]
    [InlineData("2 Stk Kettenrad 10B-1, 23 Zähne", 2)]
    public void Of_OneLine_FindsTheQuantity(string text, int quantity) =>
        Assert.Equal(quantity, Assert.Single(ReadRequestText.Of(text, Today).Lines).Quantity);

    [Theory]
    [InlineData("can u quote 500 M8 nuts", "M8 nuts")]
    [InlineData("could u quote 500 M8 nuts", "M8 nuts")]
    public void Of_AskedInAHurry_TheAskingIsNoWordOfThePart(string text, string wording) =>
        Assert.Equal(wording, Assert.Single(ReadRequestText.Of(text, Today).Lines).Wording);

    [Theory]
    [InlineData("M8 nuts")]
    [InlineData("4x30 wood screws")]
    [InlineData("10k resistors quarter watt")]
    [InlineData("gear motor 26.9:1 with encoder")]
    [InlineData("M8x40 hex bolt DIN 933")]
    public void Of_ALineWithoutQuantity_InventsNone(string text) =>
        Assert.Null(Assert.Single(ReadRequestText.Of(text, Today).Lines).Quantity);

    [Fact]
    public void Of_QuantityBreaks_KeepsThemAll()
    {
        var line = Assert.Single(ReadRequestText.Of("hex bolt M8x40, 100/500/1000 pcs", Today).Lines);
        Assert.Equal(100, line.Quantity);
        Assert.Equal([500m, 1000m], line.Breaks);
    }

    [Theory]
    [InlineData("Item: timing belt HTD 5M\nLength: 800 mm\nWidth: 15 mm\nQuantity: 30 pcs\n\nItem: timing pulley\nTeeth: 24\nQuantity: 6 pcs", "timing belt HTD 5M, 800 mm, 15 mm x 30; timing pulley, 24 teeth x 6")]
    [InlineData("Description of item wanted: Roller chain\nQty reqd: 3 boxes\nDescription of item wanted: Offset link\nQty reqd: 6 nos.", "Roller chain x 3; Offset link x 6")]
    [InlineData("Please quote:\n1. Roller chain 08B-1 - 6 boxes\n   DIN 8187\n2. Sprocket 08B-1 - 4 pieces\n   pilot bore is fine", "Roller chain 08B-1, DIN 8187 x 6; Sprocket 08B-1 x 4")]
    [InlineData("4 pcs hex nut M8\n\nPlease provide:\n- Volume discounts at 2x and 3x quantities\n- Delivery charges to: 456 Mill Road\nPayment terms: 30 days", "hex nut M8 x 4")]
    public void Of_FieldsTermsAndRowsThatGoOn_ReadsTheThingsAlone(string text, string lines) =>
        Assert.Equal(lines, string.Join("; ", ReadRequestText.Of(text, Today).Lines.Where(l => l.Quantity is not null).Select(l => FormattableString.Invariant($"{l.Wording} x {l.Quantity:0}"))));

    [Theory]
    [InlineData("We need per cabinet: 2 breakers C10 and 4 glands M16. Please price 10 such cabinets.", "breakers C10 x 20; glands M16 x 40")]
    [InlineData("We need per machine: 2 belts and 1 chain. Please quote 5 such kits.", "belts x 10; chain x 5")]
    [InlineData("contactor 9A ........ 3\nemergency stop button ...... 1", "contactor 9A x 3; emergency stop button x 1")]
    [InlineData("Sl. No. | Description | Unit | Qty\n1 | Supply of ball bearing 6004 | Nos | 12", "ball bearing 6004 x 12")]
    [InlineData("1.1 Roller chain ......... 12 pcs\n1.2 Ball knob ......... 60 pcs", "Roller chain x 12; Ball knob x 60")]
    [InlineData("1.5 litre cans, 12 pcs", "1.5 litre cans x 12")]
    [InlineData("For each flat we need 1 fan and 2 valves. There are 18 flats.", "fan x 18; valves x 36")]
    [InlineData("6 x 45° bends dia 200", "45 deg bends dia 200 x 6")]
    [InlineData("60 x lined clamps for 125 duct", "lined clamps for 125 duct x 60")]
    [InlineData("2 x boxes wood screws 4.2 x 16", "wood screws 4.2 x 16 x 2")]
    [InlineData("Our needs for the sports hall: 8 levers M8 and 4 knobs", "levers M8 x 8; knobs x 4")]
    [InlineData("Servus, für die Anlage brauchen wir 2 Gasfedern und 6 Keilriemen", "Gasfedern x 2; Keilriemen x 6")]
    [InlineData("Buenos días, necesitamos 4 tornillos M8 y 6 rodamientos 6204", "tornillos M8 x 4; rodamientos 6204 x 6")]
    [InlineData("Sr  Description            UOM   Qty\n1   Damper actuator 20 Nm  Nos   4\n2   Room sensor            Nos   3", "Damper actuator 20 Nm x 4; Room sensor x 3")]
    [InlineData("| Item | Description | Qty | Required by |\n|---|---|---|---|\n| 10 | Tape 75 mm | 36 rolls | 01/12/2026 |\n| 20 | Sealant | 2 boxes of 12 | 01/12/2026 |", "Tape 75 mm x 36; Sealant x 24")]
    [InlineData("Our ref;Part;Qty\nA-1;RC-08B-1;4\nA-2;SPZ1000;30", "RC-08B-1 x 4; SPZ1000 x 30")]
    [InlineData("Pos\tBezeichnung\tDN\tMenge\n1\tRohr\t160\t20\n2\tBogen\t125\t12", "Rohr DN 160 x 20; Bogen DN 125 x 12")]
    [InlineData("4 hubs size 24\n2 spiders for above, 92 ShA", "hubs size 24 x 4; spiders for above, 92 ShA x 2")]
    public void Of_KitsLeadersAndTenders_CountsTheThings(string text, string lines) =>
        Assert.Equal(lines, string.Join("; ", ReadRequestText.Of(text, Today).Lines.Where(l => l.Quantity is not null).Select(l => FormattableString.Invariant($"{l.Wording} x {l.Quantity:0}"))));

    [Theory]
    [InlineData("Packing & forwarding charges", true)]
    [InlineData("psch Fracht und Verpackung", true)]
    [InlineData("Werkszeugnis 2.2 nach EN 10204", true)]
    [InlineData("packing tape", false)]
    [InlineData("transport roller 50 mm", false)]
    public void IsCharge_OfWords_IsWhatIsDoneBesideTheGoods(string words, bool charge) => Assert.Equal(charge, Terms.IsCharge(words));

    [Theory]
    [InlineData("bitte Pos. 2 auf 30 Stück ändern, Pos. 3 entfällt.", "nuts 15; washers 30")]
    [InlineData("Sorry, one more thing - could you change line 1 to 40 and add 5 hooks? thx", "nuts 40; washers 20; rings 5; hooks 5")]
    [InlineData("bitte Menge der nuts auf 30 erhöhen, die rings streichen wir.", "nuts 30; washers 20")]
    [InlineData("we need 24 of the nuts, not 16, and please take out the rings. Everything else as before.", "nuts 24; washers 20")]
    [InlineData("please make item 1 12 pcs, and drop the rings", "nuts 12; washers 20")]
    public void Of_SeveralChangesInOneSentence_MakesEach(string reply, string lines) =>
        Assert.Equal(lines, string.Join("; ", ReadRequestText.Of(reply + "\n\nFrom: Jens\nSent: Monday\n\n1. 15 pcs nuts\n2. 20 pcs washers\n3. 5 pcs rings", Today).Lines.Select(l => FormattableString.Invariant($"{l.Wording} {l.Quantity:0}"))));

    [Fact]
    public void Of_WhatIsDroppedByAWordThatOneLineAloneHas_TakesThatLineOut()
    {
        var read = ReadRequestText.Of("please take out the HEPA filters\n\n> From: Mark\n> 16 bag filters F7\n> 8 bag filters G4\n> 4 HEPA H14", Today);
        Assert.Equal([16m, 8m], read.Lines.Select(l => l.Quantity!.Value));

        var asked = ReadRequestText.Of("please take out the red filters\n\n> From: Mark\n> 16 bag filters F7\n> 4 red lamps", Today);
        Assert.Equal([16m, 4m], asked.Lines.Select(l => l.Quantity!.Value));
        Assert.Contains("which line is meant", asked.Lines[0].Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ADayBesideTheNumberOfTheRequest_IsTheDayOfAllOfIt() =>
        Assert.Equal(new DateOnly(2026, 12, 15), ReadRequestText.Of("200 pcs M8 nuts\nNeeded by 15 December 2026, quote no. RFQ 4711", Today).NeededBy);

    [Fact]
    public void Of_ANumberOfTheRequestBehindWhomItIsFor_IsNoWordOfThePart()
    {
        var read = ReadRequestText.Of("please quote for Kovo s.r.o.: 100/500/1000 M8x40 hex bolt, RFQ 4711/2026-maintenance", Today);
        Assert.Equal(("4711/2026-maintenance", "M8x40 hex bolt"), (read.Reference, Assert.Single(read.Lines).Wording));
    }

    [Fact]
    public void Of_KilowattsBeforeANumber_AreNoWeek()
    {
        var line = Assert.Single(ReadRequestText.Of("motor 0.75 kW 2-pole, 2 pcs", Today).Lines);
        Assert.Null(line.NeededBy);
        Assert.Contains("2-pole", line.Wording, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(ReadRequestText.Of("motor, 2 pcs, KW 50", Today).Lines).NeededBy);
    }

    [Fact]
    public void Of_ACustomersName_IsKeptAsItIsWritten() =>
        Assert.Equal("Přerovské strojírny", ReadRequestText.Of("Quote for Přerovské strojírny: 300 bolts M8 für Müller", Today).Customer);

    [Fact]
    public void Of_APastedTable_ReadsEachRow()
    {
        var read = ReadRequestText.Of("Pos\tPart number\tDescription\tQty\n1\tB-840\tHex bolt\t100\n2\tN-8\tNut\t1,500", Today);
        Assert.Equal([("B-840 Hex bolt", 100m), ("N-8 Nut", 1500m)], read.Lines.Select(l => (l.Wording, l.Quantity!.Value)));
    }

    [Fact]
    public void Of_AMailThread_TakesTheNewestQuantityAndSaysSo()
    {
        var read = ReadRequestText.Of("Please make it 300 M8 nuts.\n\nOn Mon, 16 Nov 2026 Ana wrote:\n> please quote\n> 200 pcs M8 nuts\n> 50 pcs M8 washers", Today);
        Assert.Equal([300m, 50m], read.Lines.Select(l => l.Quantity!.Value));
        Assert.Contains("an earlier one 200", read.Lines[0].Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACustomerBeforeTheColon_IsNoPartOfTheLine()
    {
        var read = ReadRequestText.Of("quote for Kovo s.r.o.: 300 pcs M8x40 hex bolt", Today);
        Assert.Equal("Kovo s.r.o.", read.Customer);
        Assert.Equal("M8x40 hex bolt", Assert.Single(read.Lines).Wording);
    }

    [Theory]
    [InlineData("pls quote 200 pcs M8x40 hex bolt for Kovo s.r.o.", "Kovo s.r.o.")]
    [InlineData("quote 200 M8x40 hex bolt for ACME Corp please", "ACME Corp")]
    [InlineData("pls quote 200 pcs M8x40 hex bolt for Kovo s.r.o. by end of nov", "Kovo s.r.o.")]
    public void Of_ACompanyAtTheEnd_IsNoPartOfTheLine(string text, string company)
    {
        var read = ReadRequestText.Of(text, Today);

        Assert.Equal(company, read.Customer);
        Assert.EndsWith("M8x40 hex bolt", Assert.Single(read.Lines).Wording, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACompanyWhosePartIsAsked_StaysInTheLine() =>
        Assert.Contains("Siemens AG motor", Assert.Single(ReadRequestText.Of("quote 2 fans for Siemens AG motor 1LE1", Today).Lines).Wording, StringComparison.Ordinal);

    [Fact]
    public void Of_AMail_KeepsCustomerReferenceAndDayApartFromTheLines()
    {
        var read = ReadRequestText.Of("RFQ 2231\n- 4 pcs gear motor 24 V\nDelivery: 2 weeks. Regards, J. Novak, Kovo s.r.o.", Today);
        Assert.Equal("2231", read.Reference);
        Assert.Equal("Kovo s.r.o.", read.Customer);
        Assert.Equal(new DateOnly(2026, 12, 4), read.NeededBy);
        Assert.Equal(4, Assert.Single(read.Lines).Quantity);
    }
}
