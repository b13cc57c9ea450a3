using FactoryBot.Planning.BuiltIn;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.AI;

namespace FactoryBot.Tests.Planning.BuiltIn;

public class BuiltInChatClientTests
{
    [Theory]
    [InlineData("energy of CNC-001", "energy")]
    [InlineData("which machine has the cheapest oee", "cheapest")]
    [InlineData("oee of press 4", "press 4")]
    [InlineData("oee of CNC-002", "CNC-002")]
    public async Task Get_WordNotUnderstood_IsNamedWithChoices(string say, string named)
    {
        var asked = await new Asked().SayAsync(say);

        Assert.Equal(ResultStatus.NotUnderstood, asked.Result!.Status);
        Assert.Contains($"“{named}”", asked.Result.Text, StringComparison.Ordinal);
        Assert.NotEmpty(asked.Result.Choices);
    }

    [Theory]
    [InlineData("energy of CNC-001 last week")]
    [InlineData("oee of the line yesterday")]
    [InlineData("oee of assembly 9 yesterday")]
    [InlineData("oee 03/11/2026")]
    [InlineData("oee of all machines last week")]
    [InlineData("compare oee with last week")]
    [InlineData("oee next week line 1")]
    [InlineData("what is oee")]
    [InlineData("CNC-001")]
    [InlineData("and the week before?")]
    [InlineData("hello")]
    [InlineData("help")]
    public async Task Get_AskedBack_EachChoiceIsUnderstood(string say)
    {
        var asked = await new Asked().SayAsync(say);

        Assert.NotEmpty(asked.Result!.Choices);
        foreach (var choice in asked.Result.Choices)
        {
            var pressed = await new Asked().SayAsync(say, choice.Say);
            Assert.True(pressed.Calls.Count > 0 || pressed.Result!.Status == ResultStatus.Answered, $"{choice.Say} → {pressed.Result?.Text}");
        }
    }

    [Theory]
    [InlineData("is the quotes module on")]
    [InlineData("are quotes off?")]
    [InlineData("do not switch off quotes")]
    [InlineData("is ana a manager?")]
    [InlineData("should Ana be a manager")]
    public async Task Get_QuestionAboutAChange_ChangesNothing(string say)
    {
        var asked = await new Asked().SayAsync(say);

        // To look up how it is is no change.
        Assert.DoesNotContain(asked.Calls, c => c.Contains("set", StringComparison.Ordinal) || c.Contains("switch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ResultsOfCalls_GivesTheirWords()
    {
        using var client = new BuiltInChatClient();
        var result = new SkillResult { Status = ResultStatus.Answered, Text = "OEE was 67.1 %." };

        var response = await client.GetResponseAsync([new(ChatRole.User, "oee"), new(ChatRole.Tool, [new FunctionResultContent("1", result)])]);

        Assert.Equal("OEE was 67.1 %.", response.Text);
    }

    [Fact]
    public async Task Get_LocaleOfTheAsker_DecidesTheDate()
    {
        var german = await new Asked(locale: "de-DE").SayAsync("oee 03/11/2026");
        var american = await new Asked(locale: "en-US").SayAsync("oee 03/11/2026");

        Assert.Equal("metrics_oee; period=2026-11-03", Assert.Single(german.Calls));
        Assert.Equal("metrics_oee; period=2026-03-11", Assert.Single(american.Calls));
    }
}
