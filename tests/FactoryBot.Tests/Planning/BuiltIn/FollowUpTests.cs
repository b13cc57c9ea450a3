using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>What is said after an answer speaks of that answer.</summary>
public sealed class FollowUpTests
{
    private const string Ranked = "Worst machine by OEE last week (9–15 Nov 2026): Packaging-001 with 61.0 %. At the other end of 4: CNC-001 with 80.1 %.";
    private const string ThreeRanked = "Most scrap of the machines last week (9–15 Nov 2026): 1. Packaging-001 723, 2. Testing-001 394, 3. CNC-001 188.";
    private const string RankedDays = "Worst day by OEE last week (9–15 Nov 2026): 12 Nov 2026 with 61.0 %. At the other end of 7: 9 Nov 2026 with 78.3 %.";

    [Theory]
    [InlineData("show me the downtime of it", "metrics_downtime; machine=Packaging-001; period=2026-11-09/2026-11-15")]
    [InlineData("show me the stops of that one", "metrics_downtime; machine=Packaging-001; period=2026-11-09/2026-11-15")]
    [InlineData("and the scrap of that machine", "metrics_scrap; machine=Packaging-001; period=2026-11-09/2026-11-15")]
    [InlineData("what happened to it on monday", "metrics_digest; machine=Packaging-001; period=2026-11-16")]
    public async Task Read_ItAfterARanking_IsTheFirstOfIt(string then, string call)
    {
        var asked = await new Asked { Answer = Ranked }.SayAsync("worst machine by oee last week", then);

        Assert.Equal([call], asked.Calls);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("how come")]
    [InlineData("why was it so low?")]
    public async Task Read_WhyAfterARanking_SetsTheFirstAgainstTheOthers(string then)
    {
        var asked = await new Asked { Answer = Ranked }.SayAsync("worst machine by oee last week", then);

        Assert.Equal(["metrics_why_worst; machine=Packaging-001; by=machine; order=worst; period=2026-11-09/2026-11-15"], asked.Calls);
    }

    // A caller who keeps the conversation tells what was asked, not what was answered.
    [Theory]
    [InlineData("worst machine by oee last week", "metrics_why_worst; by=machine; order=worst; period=2026-11-09/2026-11-15")]
    [InlineData("worst shift on line 1 last week", "metrics_why_worst; line=Line 1; by=shift; order=worst; period=2026-11-09/2026-11-15")]
    [InlineData("best machine on nights last week", "metrics_why_worst; shift=Night; by=machine; order=best; period=2026-11-09/2026-11-15")]
    public async Task Read_WhyAfterARankingWhoseAnswerIsNotKnown_IsOfTheWorstNotOfThePlant(string ranking, string call)
    {
        var asked = await new Asked { Answer = "Answered earlier." }.SayAsync(ranking, "why");

        Assert.Equal([call], asked.Calls);
    }

    [Fact]
    public async Task Read_WhyAfterARankingByDowntimeWhoseAnswerIsNotKnown_AsksWhichOne()
    {
        var asked = await new Asked { Answer = "Answered earlier." }.SayAsync("machines by downtime last week", "why");

        Assert.Equal((0, "Which of them do you mean?"), (asked.Calls.Count, asked.Result!.Text));
        var said = await new Asked().SayAsync(asked.Result.Choices[0].Say);
        Assert.Equal(["metrics_downtime; machine=CNC-001; period=2026-11-09/2026-11-15"], said.Calls);
    }

    [Fact]
    public async Task Read_WhyAfterAComparison_IsOfTheTwo()
    {
        Assert.Equal(["metrics_why_two; line=Line 1; otherLine=Line 2; period=2026-11-09/2026-11-15"], (await new Asked().SayAsync("compare line 1 and line 2 last week", "why?")).Calls);
        Assert.Equal(["metrics_why; period=2026-11-16/2026-11-21; otherPeriod=2026-11-09/2026-11-15"], (await new Asked().SayAsync("compare this week with last week", "why?")).Calls);

        var scrap = await new Asked().SayAsync("compare scrap of line 1 and line 2 last week", "why?");
        Assert.Equal((0, ResultStatus.Clarify), (scrap.Calls.Count, scrap.Result!.Status));
    }

    [Theory]
    [InlineData("scrap of WO-1004", "and 1005?", "metrics_scrap; workOrder=WO-1005")]
    [InlineData("scrap of WO-1004", "how far is it", "metrics_plan; workOrder=WO-1004")]
    [InlineData("how far is WO-1004", "and its oee", "metrics_oee; workOrder=WO-1004")]
    [InlineData("oee of WO-1004", "what about on nights", "metrics_oee; shift=Night; workOrder=WO-1004")]
    [InlineData("how far is WO-1004", "how did this shift go", "metrics_oee; shift=this shift")]
    [InlineData("scrap of WO-1004", "how was line 1 yesterday", "metrics_oee; line=Line 1; period=2026-11-20")]
    public async Task Read_AfterAWorkOrder_KeepsItWhereItIsMeant(string first, string then, string call) =>
        Assert.Equal([call], (await new Asked().SayAsync(first, then)).Calls);

    [Theory]
    [InlineData("why is packaging worse than the others", "metrics_why_worst; machine=Packaging-001")]
    [InlineData("why is our line 2 so far behind the others", "metrics_why_worst; line=Line 2")]
    [InlineData("why is the worst machine so bad", "metrics_why_worst; by=machine; order=worst")]
    [InlineData("why are nights worse than days", "metrics_why_two; shift=Night; otherShift=Day")]
    [InlineData("why is the night shift so much worse than the day shift on line 1", "metrics_why_two; line=Line 1; shift=Night; otherShift=Day")]
    [InlineData("why is line 1 worse", "metrics_why; line=Line 1")]
    [InlineData("why is this week worse than last week on the packer", "metrics_why; machine=Packaging-001; period=2026-11-16/2026-11-21; otherPeriod=2026-11-09/2026-11-15")]
    [InlineData("how is WO-1004 doing", "metrics_plan; workOrder=WO-1004")]
    [InlineData("how many rejects on WO-1011", "metrics_scrap; workOrder=WO-1011")]
    public async Task Read_WhyOneIsWorse_IsSetAgainstWhatIsSaid(string say, string call) => Assert.Equal([call], (await new Asked().SayAsync(say)).Calls);

    [Theory]
    [InlineData("and the second one?", "metrics_scrap; machine=Testing-001; period=2026-11-09/2026-11-15")]
    [InlineData("what about the third", "metrics_scrap; machine=CNC-001; period=2026-11-09/2026-11-15")]
    [InlineData("downtime of the first", "metrics_downtime; machine=Packaging-001; period=2026-11-09/2026-11-15")]
    public async Task Read_APlaceInTheOrderAfterARanking_IsTheOneThatStandsThere(string then, string call)
    {
        var asked = await new Asked { Answer = ThreeRanked }.SayAsync("top 3 machines by scrap last week", then);

        Assert.Equal([call], asked.Calls);
    }

    [Theory]
    [InlineData("downtime of line 2 last week", "what caused it", "metrics_downtime; line=Line 2; period=2026-11-09/2026-11-15")]
    [InlineData("downtime of line 2 last week", "only over 20 minutes", "metrics_downtime; line=Line 2; period=2026-11-09/2026-11-15; limit=above 20 min")]
    [InlineData("oee of line 1 last week", "thanks, and scrap for line 2", "metrics_scrap; line=Line 2; period=2026-11-09/2026-11-15")]
    [InlineData("downtime of line 2 last week", "more than line 1?", "metrics_compare; figure=downtime; line=Line 2; otherLine=Line 1; period=2026-11-09/2026-11-15")]
    public async Task Read_WhatGoesOn_KeepsThePlaceAndTheTime(string first, string then, string call) => Assert.Equal([call], (await new Asked().SayAsync(first, then)).Calls);

    [Fact]
    public async Task Read_ThatDayAfterARankingOfDays_IsTheFirstOfThem()
    {
        var asked = await new Asked { Answer = RankedDays }.SayAsync("worst day by oee last week", "what happened on that day");

        Assert.Equal(["metrics_digest; period=2026-11-12"], asked.Calls);
    }

    [Fact]
    public async Task Read_ItAfterSeveralWereNamed_IsAskedBackWithEach()
    {
        var asked = await new Asked { Answer = ThreeRanked }.SayAsync("top 3 machines by scrap last week", "show me the downtime of it");

        Assert.Equal(ResultStatus.Clarify, asked.Result!.Status);
        Assert.Equal(["Packaging-001", "Testing-001", "CNC-001"], asked.Result.Choices.Select(c => c.Title));
    }

    [Fact]
    public async Task Press_OneOfThoseThatWereNamed_AsksForItInTheTimeThatWasRanked()
    {
        var choice = (await new Asked { Answer = ThreeRanked }.SayAsync("top 3 machines by scrap last week", "show me the downtime of it")).Result!.Choices[1];

        Assert.Equal(["metrics_downtime; machine=Testing-001; period=2026-11-09/2026-11-15"], (await new Asked().SayAsync(choice.Say)).Calls);
    }

    [Theory]
    [InlineData("was it better on nights?", "metrics_rank; figure=OEE; by=shift; line=Line 1; period=2026-11-09/2026-11-15")]
    [InlineData("is it better than line 2?", "metrics_compare; figure=OEE; line=Line 1; otherLine=Line 2; period=2026-11-09/2026-11-15")]
    [InlineData("was it better the week before", "metrics_compare; figure=OEE; line=Line 1; period=2026-11-09/2026-11-15; otherPeriod=2026-11-02/2026-11-08")]
    public async Task Read_BetterAfterAFigure_SetsBothSideBySide(string then, string call) =>
        Assert.Equal([call], (await new Asked().SayAsync("oee of line 1 last week", then)).Calls);

    [Theory]
    [InlineData("send me that every morning at 6", "metrics_digest_subscribe; schedule=every day at 06:00; line=Line 2")]
    [InlineData("every weekday 6:15 please", "metrics_digest_subscribe; schedule=every weekday at 06:15; line=Line 2")]
    [InlineData("can I get this each Monday 7:30", "metrics_digest_subscribe; schedule=every Monday at 07:30; line=Line 2")]
    public async Task Read_ATimeThatComesAgainAfterADigest_SubscribesToIt(string then, string call) =>
        Assert.Equal([call], (await new Asked().SayAsync("digest of line 2", then)).Calls);

    [Theory]
    [InlineData("oee of line 1 yesterday", "send me that every morning at 6", "metrics_digest_subscribe; schedule=every day at 06:00; line=Line 1")]
    [InlineData("digest of line 2 night shift", "every weekday 6:15 please", "metrics_digest_subscribe; schedule=every weekday at 06:15; line=Line 2")]
    public async Task Read_ATimeThatComesAgainAfterAnotherAnswer_OffersTheDigest(string first, string then, string pressed)
    {
        var asked = await new Asked().SayAsync(first, then);

        Assert.Equal(ResultStatus.Clarify, asked.Result!.Status);
        Assert.Equal([pressed], (await new Asked().SayAsync(Assert.Single(asked.Result.Choices).Say)).Calls);
    }

    [Fact]
    public async Task Read_AFigureAtATimeThatComesAgain_OffersTheDigestOfThePlace()
    {
        var asked = await new Asked().SayAsync("send me the oee of line 1 every morning at 6");

        Assert.Equal("Send me the digest of Line 1 every day at 06:00", Assert.Single(asked.Result!.Choices).Say);
    }

    [Theory]
    [InlineData("I'm the new supervisor on line 2", "OEE of Line 2")]
    [InlineData("hi I'm Tom, shift lead on line 2", "OEE of Line 2")]
    [InlineData("im starting as planner on line 1 monday", "OEE of Line 1")]
    [InlineData("new here, I run line 1", "OEE of Line 1")]
    [InlineData("I am the new quality engineer", "OEE of the whole plant")]
    public async Task Read_WhoSomebodyIs_GreetsWithWhatCanBeShown(string said, string first)
    {
        var asked = await new Asked().SayAsync(said);

        Assert.Equal(ResultStatus.Answered, asked.Result!.Status);
        Assert.StartsWith("Welcome!", asked.Result.Text, StringComparison.Ordinal);
        Assert.Equal(first, asked.Result.Choices[0].Say);
    }

    [Theory]
    [InlineData("I'm the plant manager, what was the oee yesterday", "metrics_oee; period=2026-11-20")]
    [InlineData("I'm looking for the oee of line 1", "metrics_oee; line=Line 1")]
    [InlineData("I am a manager", "tenancy_my_role")]
    public async Task Read_AQuestionThatOpensWithTheAsker_IsAnswered(string said, string call) => Assert.Equal([call], (await new Asked().SayAsync(said)).Calls);
}
