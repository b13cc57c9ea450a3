using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public sealed class LongestReaderTests
{
    [Theory]
    [InlineData("top 3 stops on line 2", 3)]
    [InlineData("the ten longest breakdowns", 10)]
    [InlineData("what were the 5 worst unplanned stops", 5)]
    [InlineData("the longest stop", 1)]
    [InlineData("how long did the longest stop last", 1)]
    public void Find_SoManyOfTheLongest_AreCounted(string text, int count)
    {
        Assert.Equal(count, LongestReader.Find(Sentence.Of(text), null)!.Count);
        Assert.Equal((count, false), LongestReader.Read(LongestReader.Words(count)));
    }

    [Theory]
    [InlineData("when was the last stop on line 2", 1)]
    [InlineData("most recent breakdown of the press", 1)]
    [InlineData("the last 3 stops please", 3)]
    [InlineData("latest unplanned stops", 5)]
    [InlineData("when did the press last go down", 1)]
    [InlineData("when did it jam last", 1)]
    public void Find_SoManyOfTheLatest_AreCounted(string text, int count)
    {
        var found = LongestReader.Find(Sentence.Of(text), null)!;
        Assert.Equal((count, true), (found.Count, found.Latest));
        Assert.Equal((count, true), LongestReader.Read(LongestReader.Words(count, latest: true)));
    }

    [Theory]
    [InlineData("top 3 stop reasons")]
    [InlineData("top 3 machines by stops")]
    [InlineData("top 50 stops")]
    [InlineData("stops last week")]
    [InlineData("last stop reasons")]
    public void Find_AnythingElse_IsNone(string text) => Assert.Null(LongestReader.Find(Sentence.Of(text), null));
}
