namespace FactoryBot.Tests.Planning.BuiltIn.Learned;

public class LearnedReadingTests
{
    [Theory]
    [InlineData("how many units left the packer yesterday", "metrics_production; machine=Packaging-001; period=2026-11-20")]
    public async Task Say_AsPeopleDo_IsReadWithItsNamesAndTimes(string say, string call) =>
        Assert.Equal([call], (await new Asked().SayAsync(say)).Calls);

    [Theory]
    [InlineData("what did we chuck out of the green bin last week")]
    [InlineData("what did Müller chuck out last week")]
    [InlineData("what did we chuck out on press 9")]
    [InlineData("what did we chuck out at the end of last week")]
    [InlineData("what did the scrap cost")]
    public async Task Say_WordThatCouldLeaveSomethingOut_IsAskedBack(string say)
    {
        var asked = await new Asked().SayAsync(say);

        Assert.Empty(asked.Calls);
    }

    [Theory]
    [InlineData("stop the packer now")]
    [InlineData("delete the stops of yesterday")]
    public async Task Say_Order_StartsNothing(string say) => Assert.Empty((await new Asked().SayAsync(say)).Calls);
}
