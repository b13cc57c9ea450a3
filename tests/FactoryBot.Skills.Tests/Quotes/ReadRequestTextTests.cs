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
