using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>Half sentences keep the figure, the two things and the stops that were spoken of before.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("mttr of the cnc last month", "was it higher in september", "metrics_compare; figure=MTTR; machine=CNC-001; period=2026-10-01/2026-10-31; otherPeriod=2026-09-01/2026-09-30")]
    [InlineData("mtbf of the packer last month", "is that better than the test bench", "metrics_compare; figure=MTBF; machine=Packaging-001; otherMachine=Testing-001; period=2026-10-01/2026-10-31")]
    [InlineData("how many stops did line 2 have yesterday", "fewer than line 1?", "metrics_compare; figure=stops; line=Line 2; otherLine=Line 1; period=2026-11-20")]
    [InlineData("availability of line 1 last week", "by machine", "metrics_rank; figure=availability; by=machine; line=Line 1; period=2026-11-09/2026-11-15")]
    [InlineData("availability of line 1 last week", "day by day", "metrics_trend; figure=availability; line=Line 1; period=2026-11-09/2026-11-15")]
    [InlineData("oee of line 1 last week", "was it better on line 2", "metrics_compare; figure=OEE; line=Line 1; otherLine=Line 2; period=2026-11-09/2026-11-15")]
    public async Task Read_AfterOneOfAFunctionsFigures_KeepsThatFigure(string first, string then, string call) => await ReadsAsync(call, first, then);

    [Fact]
    public async Task Read_AfterAFigureAndHalfASentence_KeepsTheFigure() => await ReadsAsync(
        "metrics_compare; figure=MTTR; machine=CNC-001; period=2026-11-01/2026-11-21; otherPeriod=2026-09-01/2026-09-30", "mttr of the cnc in october", "and this month", "is that better than september");

    [Theory]
    [InlineData("which of the two was better")]
    [InlineData("so which was higher")]
    [InlineData("what's the difference between them")]
    [InlineData("compare the two")]
    [InlineData("how big is the gap between those")]
    public async Task Read_OfTwoThatWereAskedForOneAfterTheOther_SetsThemSideBySide(string then) => await ReadsAsync(
        "metrics_compare; figure=OEE; machine=CNC-001; otherMachine=Assembly-001; period=2026-11-09/2026-11-15", "oee of the cnc last week", "and assembly", then);

    [Theory]
    [InlineData("what changed")]
    [InlineData("why the difference")]
    [InlineData("so what made it drop")]
    [InlineData("why did it get worse")]
    public async Task Read_WhatChangedBetweenTwoTimes_IsFromTheEarlierToTheLater(string then)
    {
        await ReadsAsync("metrics_why; line=Line 1; period=2026-11-09/2026-11-15; otherPeriod=2026-11-02/2026-11-08", "oee of line 1 the week before last", "and last week", then);
        await ReadsAsync("metrics_why; line=Line 1; period=2026-11-09/2026-11-15; otherPeriod=2026-11-02/2026-11-08", "oee of line 1 last week", "week before", then);
    }

    [Fact]
    public async Task Read_BothTogether_IsTheQuestionForEach()
    {
        var asked = await new Asked().SayAsync("downtime of line 2 in october", "what about line 1", "and both together, this week");

        Assert.Equal(["metrics_downtime; line=Line 2; period=2026-11-16/2026-11-21", "metrics_downtime; line=Line 1; period=2026-11-16/2026-11-21"], asked.Calls);
    }

    [Theory]
    [InlineData("the longest one?", "longest 1")]
    [InlineData("how long was the longest", "longest 1")]
    [InlineData("second longest?", "longest 2")]
    [InlineData("show me the three longest", "longest 3")]
    [InlineData("which of them was the longest", "longest 1")]
    [InlineData("when was the last one", "latest 1")]
    [InlineData("and the most recent one", "latest 1")]
    [InlineData("when did the last one happen", "latest 1")]
    public async Task Read_OneOfTheStopsBefore_PicksIt(string then, string limit) =>
        await ReadsAsync($"metrics_downtime; machine=Packaging-001; period=2026-11-09/2026-11-15; reason=Sensor fault; limit={limit}", "sensor faults on the packer last week", then);

    [Theory]
    [InlineData("and the last week")]
    [InlineData("the worst?")]
    [InlineData("the longest on the furnace")]
    public async Task Read_WhatPicksNoStop_IsNotTakenForOne(string then) =>
        Assert.DoesNotContain("limit=", string.Concat((await new Asked().SayAsync("downtime of the packer last week", then)).Calls), StringComparison.Ordinal);

    [Theory]
    [InlineData("are we on plan this week", "by how much are we behind", "metrics_plan; period=2026-11-16/2026-11-21")]
    [InlineData("which work orders are late", "by how many pieces", "metrics_plan")]
    [InlineData("compare line 1 and line 2 last week", "by how much", "metrics_compare; line=Line 1; otherLine=Line 2; period=2026-11-09/2026-11-15")]
    [InlineData("downtime of line 1 last week", "in minutes", "metrics_downtime; line=Line 1; period=2026-11-09/2026-11-15")]
    [InlineData("downtime of line 1 last week", "as a share of the total", "metrics_downtime; line=Line 1; period=2026-11-09/2026-11-15")]
    [InlineData("scrap rate this month", "in absolute numbers I mean", "metrics_scrap; period=2026-11-01/2026-11-21")]
    public async Task Read_WhatTheAnswerTellsAlready_IsTheAnswerAgain(string first, string then, string call) => await ReadsAsync(call, first, then);

    [Theory]
    [InlineData("compare line 1 and line 2 last week", "which of them had fewer stops", "metrics_compare; figure=stops; line=Line 1; otherLine=Line 2; period=2026-11-09/2026-11-15")]
    [InlineData("compare line 1 and line 2 last week", "which one had less scrap", "metrics_compare; figure=scrap; line=Line 1; otherLine=Line 2; period=2026-11-09/2026-11-15")]
    [InlineData("trend of oee on line 2 last month", "which was the worst", "metrics_rank; figure=OEE; by=day; order=worst; line=Line 2; period=2026-10-01/2026-10-31")]
    [InlineData("scrap per product last week", "which was the worst", "metrics_rank; figure=scrap; by=product; order=worst; period=2026-11-09/2026-11-15")]
    [InlineData("oee by day this month", "only those below 60", "metrics_rank; figure=OEE; by=day; limit=below 60 %; period=2026-11-01/2026-11-21")]
    [InlineData("downtime by shift on line 2 last week", "just nights and by reason", "metrics_downtime; line=Line 2; shift=Night; period=2026-11-09/2026-11-15")]
    [InlineData("downtime of the packer last week", "everything over 20 minutes", "metrics_downtime; machine=Packaging-001; period=2026-11-09/2026-11-15; limit=above 20 min")]
    [InlineData("pieces on line 1 yesterday", "how many of them were good", "metrics_production; line=Line 1; period=2026-11-20")]
    [InlineData("pieces on line 1 yesterday", "and how many of those were no good", "metrics_scrap; line=Line 1; period=2026-11-20")]
    [InlineData("quality of valve blocks in october", "break it down by defect", "metrics_scrap; period=2026-10-01/2026-10-31; product=Valve block")]
    public async Task Read_HalfASentence_ChangesWhatWasAsked(string first, string then, string call) => await ReadsAsync(call, first, then);

    [Fact]
    public async Task Read_ByReasonAfterAComparison_IsAskedOfEach()
    {
        var asked = await new Asked().SayAsync("compare downtime of the cnc and assembly yesterday", "break it down by reason");

        Assert.Equal(["metrics_downtime; machine=CNC-001; period=2026-11-20", "metrics_downtime; machine=Assembly-001; period=2026-11-20"], asked.Calls);
    }

    [Theory]
    [InlineData("downtime of line 1 yesterday", "just the breakdowns", "metrics_downtime; line=Line 1; period=2026-11-20; reason=Breakdown")]
    [InlineData("downtime of line 1 yesterday", "only the unplanned stuff", "metrics_downtime; line=Line 1; period=2026-11-20; kind=unplanned")]
    [InlineData("downtime of line 1 yesterday", "unplanned portion?", "metrics_downtime; line=Line 1; period=2026-11-20; kind=unplanned")]
    [InlineData("downtime of line 1 yesterday", "leave out the planned ones", "metrics_downtime; line=Line 1; period=2026-11-20; kind=unplanned")]
    [InlineData("quality issues this week", "leave out low, medium and high", "metrics_quality_issues; period=2026-11-16/2026-11-21; severity=critical")]
    public async Task Read_OnlyAPartOfTheAnswer_IsThatPart(string first, string then, string call) => await ReadsAsync(call, first, then);

    [Theory]
    [InlineData("downtime of line 2 on thursday", "leave out the breaks")]
    [InlineData("downtime of line 2 on thursday", "without breaks please")]
    [InlineData("downtime of line 2 on thursday", "leave the tool changes out")]
    [InlineData("quality issues last week", "without the burrs")]
    public async Task Read_AReasonLeftOutOfTheAnswer_IsAskedBackAndNothingIsChanged(string first, string then)
    {
        var asked = await new Asked().SayAsync(first, then);

        Assert.Equal((0, ResultStatus.Clarify), (asked.Calls.Count, asked.Result!.Status));
        foreach (var choice in asked.Result.Choices)
            Assert.Single((await new Asked().SayAsync(choice.Say)).Calls);
    }

    [Theory]
    [InlineData("wait, i meant last week", "metrics_oee; machine=Packaging-001; period=2026-11-09/2026-11-15")]
    [InlineData("hang on, not yesterday, thursday", "metrics_oee; machine=Packaging-001; period=2026-11-19")]
    [InlineData("make that last month", "metrics_oee; machine=Packaging-001; period=2026-10-01/2026-10-31")]
    [InlineData("wrong machine, the cnc", "metrics_oee; machine=CNC-001; period=2026-11-20")]
    [InlineData("no wait, line 1, and strict", "metrics_oee; line=Line 1; period=2026-11-20; form=strict")]
    [InlineData("hold on, what was the scrap of line 2", "metrics_scrap; line=Line 2; period=2026-11-20")]
    [InlineData("my mistake, I meant the strict one", "metrics_oee; machine=Packaging-001; period=2026-11-20; form=strict")]
    public async Task Read_WhatIsTakenBack_IsAskedOtherwise(string then, string call) => await ReadsAsync(call, "oee of the packer yesterday", then);

    [Theory]
    [InlineData("what does mtbf mean", "and for the cnc", "metrics_downtime; machine=CNC-001")]
    [InlineData("what is mtbf?", "and what is it for the cnc last month", "metrics_downtime; machine=CNC-001; period=2026-10-01/2026-10-31")]
    [InlineData("what does teep mean", "what is ours this month", "metrics_teep; period=2026-11-01/2026-11-21")]
    [InlineData("what is OEE?", "ok and what's ours, last week", "metrics_oee; period=2026-11-09/2026-11-15")]
    public async Task Read_WhatWasExplained_IsTheFigureOfTheNextQuestion(string first, string then, string call) => await ReadsAsync(call, first, then);

    [Fact]
    public async Task Read_TheRestOfAQuestionThatWasAskedBack_CompletesIt() =>
        await ReadsAsync("metrics_rank; figure=OEE; by=machine; limit=below 70 %; period=2026-11-09/2026-11-15", "OEE of all machines last week", "only the ones under 70 %");

    [Theory]
    [InlineData("make it 7:15", "metrics_digest_change; schedule=at 07:15")]
    [InlineData("Actually make it 7:15, I am not up that early", "metrics_digest_change; schedule=at 07:15")]
    [InlineData("no, every monday", "metrics_digest_change; schedule=every Monday")]
    public async Task Read_AnotherTimeAfterASubscription_ChangesIt(string then, string call) => await ReadsAsync(call, "Send me the digest every weekday at 6:30", then);

    [Theory]
    [InlineData("compare line 1 and line 2 last week", "as a chart", "analysis_chart; chart=bar")]
    [InlineData("are we on plan this week", "as a graph please", "analysis_chart; chart=bar")]
    [InlineData("quality issues this week", "draw that", "analysis_chart; chart=bar")]
    [InlineData("digest of yesterday", "can I get that as a chart", "analysis_chart; chart=bar")]
    [InlineData("why did oee drop last week", "as a pie chart", "analysis_chart; chart=pie")]
    [InlineData("worst machine last week", "show me a chart", "analysis_chart; chart=bar")]
    [InlineData("oee of line 1 last week", "as a chart", "metrics_trend; figure=OEE; line=Line 1; period=2026-11-09/2026-11-15")]
    public async Task Read_AChartAfterAnAnswer_DrawsItOrItsTrend(string first, string then, string call) => await ReadsAsync(call, first, then);

    [Theory]
    [InlineData("longest stops of the packer over 10 min yesterday and what caused them", "metrics_downtime; machine=Packaging-001; period=2026-11-20; limit=above 10 min")]
    [InlineData("downtime of the cnc last week and what caused it", "metrics_downtime; machine=CNC-001; period=2026-11-09/2026-11-15")]
    [InlineData("last stop on the packer, when and how long", "metrics_downtime; machine=Packaging-001; limit=latest 1")]
    [InlineData("mttr of the cnc and the packer last month, which is better", "metrics_compare; figure=MTTR; machine=CNC-001; otherMachine=Packaging-001; period=2026-10-01/2026-10-31")]
    public async Task Read_ASecondHalfThatAsksForWhatTheFirstTells_IsOneQuestion(string say, string call) => await ReadsAsync(call, say);

    [Theory]
    [InlineData("oee, scrap and output of line 1 yesterday", "metrics_oee; line=Line 1; period=2026-11-20", "metrics_scrap; line=Line 1; period=2026-11-20", "metrics_production; line=Line 1; period=2026-11-20")]
    [InlineData("availability, performance and quality of the packer last week", "metrics_oee; machine=Packaging-001; period=2026-11-09/2026-11-15")]
    [InlineData("what is teep and what was it last month", "metrics_explain; term=TEEP", "metrics_teep; period=2026-10-01/2026-10-31")]
    [InlineData("which machine was worst yesterday and why", "metrics_rank; by=machine; order=worst; period=2026-11-20", "metrics_why_worst; by=machine; order=worst; period=2026-11-20")]
    [InlineData("downtime by machine last week, and why", "metrics_rank; figure=downtime; by=machine; period=2026-11-09/2026-11-15", "metrics_downtime; period=2026-11-09/2026-11-15")]
    public async Task Read_SeveralQuestionsInOneSentence_AreEachAnswered(string say, params string[] calls) => Assert.Equal(calls, (await new Asked().SayAsync(say)).Calls);

    [Theory]
    [InlineData("oee of line 1 yesterday", "in euros")]
    [InlineData("downtime yesterday", "who caused it")]
    [InlineData("downtime yesterday", "per operator")]
    [InlineData("stops on line 2 this week", "the ones before the repair")]
    [InlineData("production of line 2 last week", "who buys these")]
    [InlineData("oee of line 1 yesterday", "what will it be tomorrow")]
    public async Task Read_WhatNothingAnswers_IsAskedBack(string first, string then) => Assert.Empty((await new Asked().SayAsync(first, then)).Calls);

    private static async Task ReadsAsync(string call, params string[] said) => Assert.Equal([call], (await new Asked().SayAsync(said)).Calls);
}
