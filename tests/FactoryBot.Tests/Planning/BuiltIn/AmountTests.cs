using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>Amounts, extremes and times that a figure is held against are taken or asked back, never dropped.</summary>
public sealed class AmountTests
{
    [Theory]
    [InlineData("which machines reach 85 % OEE in October", "metrics_rank; figure=OEE; by=machine; limit=at least 85 %; period=2026-10-01/2026-10-31")]
    [InlineData("which machines got to 80 % last month", "metrics_rank; by=machine; limit=at least 80 %; period=2026-10-01/2026-10-31")]
    [InlineData("which machine should we fix first", "metrics_rank; by=machine; order=worst")]
    [InlineData("which of the two lines is weaker", "metrics_rank; by=line; order=worst")]
    [InlineData("which of our four machines had the most scrap last week", "metrics_scrap; period=2026-11-09/2026-11-15; by=by machine")]
    [InlineData("why are we down on last month", "metrics_why; period=2026-11-01/2026-11-21; otherPeriod=2026-10-01/2026-10-31")]
    [InlineData("why are we down from last week", "metrics_why; period=2026-11-16/2026-11-21; otherPeriod=2026-11-09/2026-11-15")]
    [InlineData("what was down on friday", "metrics_downtime; period=2026-11-20")]
    [InlineData("pareto of last 30 days excluding planned stops", "metrics_downtime; period=2026-10-22/2026-11-20; kind=unplanned")]
    [InlineData("hours of cleaning this month, split by machine", "metrics_downtime; period=2026-11-01/2026-11-21; reason=Cleaning")]
    [InlineData("minor stoppages on packer", "metrics_downtime; machine=Packaging-001; kind=micro")]
    [InlineData("latest cnc stop", "metrics_downtime; machine=CNC-001; limit=latest 1")]
    [InlineData("weekly report line 1", "metrics_digest; line=Line 1; period=2026-11-09/2026-11-15")]
    public async Task Read_AnAmountOrATime_IsTaken(string said, string call) => Assert.Equal([call], (await new Asked().SayAsync(said)).Calls);

    [Theory]
    [InlineData("did line 1 reach 85 % yesterday")]
    [InlineData("What's the longest the test bench has gone between failures?")]
    [InlineData("what's the longest time between failures of cnc")]
    [InlineData("scrap is up on last week, why")]
    [InlineData("downtime by reason by shift")]
    public async Task Read_WhatNoSlotTakes_IsAskedBack(string said)
    {
        var asked = await new Asked().SayAsync(said);

        Assert.Empty(asked.Calls);
        Assert.True(asked.Result!.Status is ResultStatus.Clarify or ResultStatus.NotUnderstood);
    }

    [Theory]
    [InlineData("how much did the breakdown on packaging cost us")]
    [InlineData("what did the downtime of line 1 cost last week in euros")]
    [InlineData("how many euros of scrap did we make yesterday")]
    public async Task Read_MoneyIsAsked_NoFigureInHoursOrPiecesAnswersIt(string said) => Assert.Empty((await new Asked().SayAsync(said)).Calls);

    [Theory]
    [InlineData("which stop cost us the most time last week")]
    [InlineData("how many points of OEE did missing material cost us")]
    public async Task Read_WhatWasLostIsSaid_AsksForNoMoney(string said) => Assert.NotEmpty((await new Asked().SayAsync(said)).Calls);
}
