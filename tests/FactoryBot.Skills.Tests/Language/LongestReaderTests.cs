using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public sealed class LongestReaderTests
{
    [Theory]
    [InlineData("top 3 stops on line 2", 3)]
    [InlineData("the ten longest breakdowns", 10)]
    [InlineData("what were the 5 worst unplanned stops", 5)]
    public void Find_SoManyOfTheLongest_AreCounted(string text, int count)
    {
        Assert.Equal(count, LongestReader.Find(Sentence.Of(text), null)!.Count);
        Assert.Equal(count, LongestReader.Read(LongestReader.Words(count)));
    }

    [Theory]
    [InlineData("top 3 stop reasons")]
    [InlineData("top 3 machines by stops")]
    [InlineData("top 50 stops")]
    [InlineData("the longest stop")]
    public void Find_AnythingElse_IsNone(string text) => Assert.Null(LongestReader.Find(Sentence.Of(text), null));
}
