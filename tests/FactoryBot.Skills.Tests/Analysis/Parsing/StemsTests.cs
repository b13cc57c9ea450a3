using FactoryBot.Skills.Analysis.Parsing;

namespace FactoryBot.Skills.Tests.Analysis.Parsing;

public sealed class StemsTests
{
    [Theory]
    [InlineData("categories", "category")]
    [InlineData("boxes", "box")]
    [InlineData("houses", "house")]
    [InlineData("movies", "movie")]
    [InlineData("statuses", "status")]
    [InlineData("people", "person")]
    public void Of_Plural_IsTheSameAsTheSingular(string plural, string singular) => Assert.Equal(Stems.Of(singular), Stems.Of(plural));

    [Theory]
    [InlineData("shipped", "ship")]
    [InlineData("shipping", "shipment")]
    [InlineData("hired", "hire")]
    [InlineData("ordered", "order")]
    [InlineData("bought", "buy")]
    [InlineData("rental", "rented")]
    [InlineData("payment", "paid")]
    public void OfVerb_FormsOfOneVerb_AreTheSame(string a, string b) => Assert.Equal(Stems.OfVerb(b), Stems.OfVerb(a));
}
