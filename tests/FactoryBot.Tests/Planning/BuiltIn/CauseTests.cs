using FactoryBot.Planning;
using FactoryBot.Planning.BuiltIn;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.AI;

namespace FactoryBot.Tests.Planning.BuiltIn;

public sealed class CauseTests
{
    [Theory]
    [InlineData("downtime because of earthquakes last week", "I know no stop reason that is called “earthquakes”. The nearest are ")]
    [InlineData("hours lost to sorting on line 1", "I know no stop reason that is called “sorting”. The nearest are ")]
    [InlineData("scrap due to dragons yesterday", "I know no defect type that is called “dragons”. The nearest are ")]
    public async Task Read_ACauseThatNobodyKnows_IsNamedWithTheNearest(string say, string said)
    {
        var asked = await new Asked().SayAsync(say);

        Assert.Equal(ResultStatus.NotUnderstood, asked.Result!.Status);
        Assert.StartsWith(said, asked.Result.Text, StringComparison.Ordinal);
        Assert.Equal(4, asked.Result.Choices.Count);
    }

    [Theory]
    [InlineData("did line 2 break down yesterday", "metrics_downtime; line=Line 2; period=2026-11-20")]
    [InlineData("downtime yesterday because of changeover and no material", "metrics_downtime; period=2026-11-20; reason=Changeover|metrics_downtime; period=2026-11-20; reason=Material shortage")]
    [InlineData("downtime due to chaneover yesterday", "metrics_downtime; period=2026-11-20; reason=Changeover")]
    public async Task Read_ACause_IsReadOnlyWhereItIsMeant(string say, string calls) =>
        Assert.Equal(calls.Split('|'), (await new Asked().SayAsync(say)).Calls);

    [Theory]
    [InlineData("set the validity of quotes to 45 days", "undo", "quotes_settings_undo")]
    [InlineData("make line 2 250 pieces", "oops undo that", "quotes_undo")]
    [InlineData("submit my quote", "undo pls", "quotes_withdraw")]
    [InlineData("I'm away until Friday, Ben decides for me", "undo", "approvals_back")]
    public async Task Read_UndoAfterAChange_TakesItBack(string change, string undo, string call)
    {
        var asked = await new Asked().SayAsync(change, undo);

        Assert.Equal([call], asked.Calls);
    }

    [Fact]
    public void Read_UndoAfterAChangeThatWasRefused_TakesNothingBack()
    {
        var call = new FunctionCallContent("1", "quotes_edit", new Dictionary<string, object?> { ["change"] = "make line 9 1" });

        var previous = Dialogue.Of(
        [
            new(ChatRole.User, "make line 9 1"), new(ChatRole.Assistant, [call]),
            new(ChatRole.Tool, [new FunctionResultContent("1", TurnMessages.NotDone)]),
            new(ChatRole.User, "undo"),
        ]).Previous;

        Assert.True(Assert.Single(previous).Refused);
    }

    [Fact]
    public async Task Read_RemoveALineAfterAFigure_AsksWhichLineIsMeant()
    {
        var asked = await new Asked().SayAsync("oee of line 1 and line 2 yesterday", "remove line 2");

        Assert.Empty(asked.Calls);
        Assert.Contains("do you mean a line of a quote?", asked.Result!.Text, StringComparison.Ordinal);
    }
}
