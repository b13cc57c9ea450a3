namespace FactoryBot.Tests.Planning.BuiltIn;

public sealed class HelpTopicsTests
{
    [Fact]
    public async Task Say_Help_NamesEachPartWithWhatItIsGoodForAndAButtonForAll()
    {
        var result = (await new Asked().SayAsync("help")).Result!;

        Assert.Contains("Figures of the plant", result.Text, StringComparison.Ordinal);
        Assert.Contains("People, approvals and settings", result.Text, StringComparison.Ordinal);
        Assert.Contains("Top 5 customers by revenue", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Forget what a word means", result.Text, StringComparison.Ordinal);
        Assert.True(result.Text.Split('\n').Length < 30, result.Text);
        Assert.InRange(result.Choices.Count, 2, 6);
        foreach (var choice in result.Choices)
        {
            var pressed = (await new Asked().SayAsync(choice.Say)).Result!;
            Assert.Contains("You can ask:", pressed.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("help metrics", "Figures of the plant")]
    [InlineData("Help with quotes", "Quotes and approvals")]
    [InlineData("what can you do with quotes", "Quotes and approvals")]
    [InlineData("What can I ask about documents?", "Documents")]
    [InlineData("help people", "People, approvals and settings")]
    public async Task Say_HelpWithAPart_ListsAllOfIt(string say, string title) =>
        Assert.StartsWith(title, (await new Asked().SayAsync(say)).Result!.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Say_HelpWhereAModuleIsOff_LeavesItOut() =>
        Assert.DoesNotContain("Quotes and approvals", (await new Asked(off: "quotes").SayAsync("help")).Result!.Text, StringComparison.Ordinal);
}
