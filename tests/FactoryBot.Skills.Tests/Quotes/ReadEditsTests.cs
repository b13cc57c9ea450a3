using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Tests.Quotes;

public class ReadEditsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("use the first one for line 2", 2, 1)]
    [InlineData("take the second for line 1", 1, 2)]
    [InlineData("line 3: option 2", 3, 2)]
    [InlineData("line 1 the third one", 1, 3)]
    [InlineData("for line 2 use the first option", 2, 1)]
    [InlineData("option 4 for item 2", 2, 4)]
    [InlineData("take the first", null, 1)]
    [InlineData("take the 2nd for line 2", 2, 2)]
    [InlineData("use the 3rd one for line 1", 1, 3)]
    [InlineData("option 2", null, 2)]
    public void Of_AChoiceByItsPlace_IsThatOfTheLine(string text, int? line, int choice) =>
        Assert.Equal([new TakeChoice(line, choice)], ReadEdits.Of(text, Today));

    [Theory]
    [InlineData("use part HB-M8-40-Z for line 1")]
    [InlineData("line 1 part HB-M8-40-Z")]
    public void Of_APartByItsNumber_IsPutOnTheLine(string text) =>
        Assert.Equal([new ChoosePart(1, "HB-M8-40-Z")], ReadEdits.Of(text, Today));

    [Theory]
    [InlineData("make line 2 250 pieces")]
    [InlineData("line 1 at 3.20")]
    [InlineData("add 100 M8 washers")]
    public void Of_OtherChanges_AreNoChoices(string text) => Assert.DoesNotContain(ReadEdits.Of(text, Today), e => e is TakeChoice);

    [Theory]
    [InlineData("drop line 0")]
    [InlineData("remove item 00")]
    [InlineData("delete line 99999999999")]
    public void Of_ALineThatNoQuoteHas_IsNeverTheLastOne(string text)
    {
        var content = new QuoteContent { Lines = [new() { Wording = "nut" }, new() { Wording = "bolt" }] };

        Assert.Empty(Assert.IsType<RemoveLines>(Assert.Single(ReadEdits.Of(text, Today))).Lines.In(content));
    }

    [Theory]
    [InlineData("take the blue one for line 2")]
    [InlineData("take the cheaper bolts")]
    public void Of_SomethingToTake_TakesNothingOut(string text) => Assert.DoesNotContain(ReadEdits.Of(text, Today), e => e is RemoveLines);

    [Theory]
    [InlineData("take line 2 out")]
    [InlineData("take out line 2")]
    public void Of_SomethingToTakeOut_TakesItOut(string text) =>
        Assert.Equal([2], Assert.IsType<RemoveLines>(Assert.Single(ReadEdits.Of(text, Today))).Lines.Places);

    [Fact]
    public void Of_AChoiceForTheLastLine_IsOfTheLastLine() =>
        Assert.Equal([new TakeChoice(LineSelector.Last, 2)], ReadEdits.Of("take the second for the last line", Today));

    [Theory]
    [InlineData("customer is wrong, its Nordwind GmbH", "Nordwind GmbH")]
    [InlineData("the customer is Kovo", "Kovo")]
    [InlineData("customer should be Kovo s.r.o.", "Kovo s.r.o")]
    [InlineData("customer: Kovo", "Kovo")]
    [InlineData("customer is not Kovo, but Nordwind", "Nordwind")]
    public void Of_ACustomer_IsTheNameAlone(string text, string name) =>
        Assert.Equal(name, Assert.IsType<SetCustomer>(Assert.Single(ReadEdits.Of(text, new(2026, 11, 20)))).Name);

    [Fact]
    public void Of_LinesByTheirOrder_AreTheirPlaces()
    {
        Assert.Equal([2], Assert.IsType<SetQuantity>(Assert.Single(ReadEdits.Of("actually make the second line 250 pcs pls", new(2026, 11, 20)))).Lines.Places);
        Assert.Equal([1], Assert.IsType<SetQuantity>(Assert.Single(ReadEdits.Of("first line 250", new(2026, 11, 20)))).Lines.Places);
        Assert.Equal([LineSelector.Last], Assert.IsType<RemoveLines>(Assert.Single(ReadEdits.Of("drop the last line", new(2026, 11, 20)))).Lines.Places);
        Assert.Equal(5, Assert.IsType<SetDiscount>(Assert.Single(ReadEdits.Of("give em 5% on fasteners", new(2026, 11, 20)))).Percent);
        Assert.Equal(60, Assert.IsType<SetValidity>(Assert.Single(ReadEdits.Of("valid 60 days pls", new(2026, 11, 20)))).Days);
    }

    [Theory]
    [InlineData("add a note: für Halle 3; one box each, Lieferung über Müller", "für Halle 3; one box each, Lieferung über Müller", true)]
    [InlineData("notes: packed in boxes of 50. Drawing 4500-112 applies", "packed in boxes of 50. Drawing 4500-112 applies", false)]
    public void Of_ANote_IsKeptAsItIsWritten(string text, string note, bool added) => Assert.Equal(new SetNotes(note, added), Assert.Single(ReadEdits.Of(text, Today)));

    [Fact]
    public void Of_ACustomerWithUmlauts_IsKeptAsItIsWritten() => Assert.Equal(new SetCustomer("Müller & Söhne"), Assert.Single(ReadEdits.Of("set the customer to Müller & Söhne", Today)));

    [Fact]
    public void Of_ActuallyBeforeAComma_ChangesWhatFollows() => Assert.IsType<SetQuantity>(Assert.Single(ReadEdits.Of("actually, make line 2 10 pieces", Today)));
}
