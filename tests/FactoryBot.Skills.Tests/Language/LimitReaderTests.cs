using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public sealed class LimitReaderTests
{
    [Theory]
    [InlineData("machines below 70 percent", "below 70 %")]
    [InlineData("oee under 75% last week", "below 75 %")]
    [InlineData("more than 3.5 % scrap", "above 3.5 %")]
    [InlineData("mehr als gut: over 2,5 hours", "above 2.5 h")]
    [InlineData("down longer than 30 min", "above 30 min")]
    [InlineData("stops over half an hour", "above 30 min")]
    [InlineData("stops longer than an hour and a half", "above 1.5 h")]
    [InlineData("at least 1,000 pieces", "at least 1000 pieces")]
    [InlineData("no more than 20 parts", "at most 20 pieces")]
    [InlineData("oee < 60", "below 60")]
    [InlineData("oee >= 85%", "at least 85 %")]
    [InlineData("below the average", "below average")]
    [InlineData("fewer than two stops", "below 2")]
    [InlineData("machines that reached 85 %", "at least 85 %")]
    [InlineData("lines that got to 80 percent", "at least 80 %")]
    public void Find_ABound_IsRead(string text, string expected)
    {
        var found = Assert.Single(LimitReader.Find(Sentence.Of(text), null));

        Assert.Equal(expected, found.Limit.ToString());
        Assert.Equal(found.Limit, LimitReader.Read(found.Limit.ToString()));
    }

    [Theory]
    [InlineData("over the last 3 days")]
    [InlineData("over 2 weeks")]
    [InlineData("under the hood")]
    [InlineData("more than usual")]
    [InlineData("up to 3 November")]
    [InlineData("oee of line 2")]
    public void Find_ATimeOrNoBound_IsNone(string text) => Assert.Empty(LimitReader.Find(Sentence.Of(text), null));

    [Fact]
    public void Holds_TheBoundItself_OnlyWhereItIsIncluded()
    {
        Assert.False(LimitReader.Read("below 70 %")!.Holds(70, 70));
        Assert.True(LimitReader.Read("at most 70 %")!.Holds(70, 70));
        Assert.True(LimitReader.Read("above 70 %")!.Holds(71, 70));
        Assert.False(LimitReader.Read("at least 70 %")!.Holds(69, 70));
    }
}
