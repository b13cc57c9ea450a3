using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Tests.Tenancy;

public sealed class MemberNameTests
{
    [Theory]
    [InlineData("Ana Silva", "Ana Silva")]
    [InlineData("  Ana \t\n  Silva ", "Ana Silva")]
    [InlineData("Ana\u202Eavlis\u0000\u200B", "Anaavlis")]
    [InlineData(null, "Member")]
    [InlineData("\u200B", "Member")]
    public void Of_NameOfAChannel_IsOneCleanLine(string? given, string expected) => Assert.Equal(expected, MemberName.Of(given));

    [Fact]
    public void Of_EndlessName_IsCut() => Assert.Equal(80, MemberName.Of(new('x', 5_000)).Length);

    [Fact]
    public void Free_TakenName_GetsTheNextNumber() =>
        Assert.Equal("Ana (3)", MemberName.Free("Ana", new HashSet<string> { "ana", "ana (2)" }));
}
