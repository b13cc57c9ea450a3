using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.BuiltIn;

public sealed class HurriedMessageTests
{
    [Theory]
    [InlineData("sumbit it", "submit it")]
    [InlineData("frist line 250", "first line 250")]
    [InlineData("Withdarw my quote", "withdraw my quote")]
    public async Task Say_AChangeWithATypingError_IsAskedAndDoneAtYes(string say, string meant)
    {
        var asked = new Asked();

        var result = (await asked.SayAsync(say)).Result!;

        Assert.Equal(ResultStatus.Clarify, result.Status);
        Assert.Equal(meant, Assert.Single(result.Choices).Say);
        Assert.Single((await asked.SayAsync(meant)).Calls);
    }

    [Theory]
    [InlineData("approved")]
    [InlineData("submitted it")]
    [InlineData("submarine it")]
    public async Task Say_AnotherWord_IsNotTakenForIt(string say) =>
        Assert.DoesNotContain("Did you mean “", (await new Asked().SayAsync(say)).Result?.Text ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("actually withdraw it", "quotes_withdraw")]
    [InlineData("Actually, withdraw it.", "quotes_withdraw")]
    [InlineData("ok submit it", "quotes_submit")]
    [InlineData("sorry, take it back", "quotes_withdraw")]
    [InlineData("export it as word", "quotes_document")]
    [InlineData("pdf of it", "quotes_document")]
    [InlineData("run that again", "analysis_again")]
    [InlineData("please rerun it", "analysis_again")]
    [InlineData("show me that as excel", "downloads_answer")]
    [InlineData("send it to me as csv", "downloads_answer")]
    public async Task Say_WithAWordBeforeIt_IsStillThatFunction(string say, string function) =>
        Assert.StartsWith(function, Assert.Single((await new Asked().SayAsync(say)).Calls), StringComparison.Ordinal);
}
