using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Planning.Checks;
using FactoryBot.Skills.Results;

namespace FactoryBot.Tests.Planning.Checks;

public sealed class WordsCheckTests
{
    private static readonly TestSkill Skill = new();

    private static readonly CheckedResult Assembly = new(
        Call("Assembly-001"), Skill.Oee("Assembly-001", 0.7841m, 0.9012m, 0.9205m, 0.9452m, 0.7541m, 12_345, 245));

    private static readonly CheckedResult Cnc = new(
        Call("CNC-001"), Skill.Oee("CNC-001", 0.6523m, 0.8111m, 0.8444m, 0.9524m, 0.6811m, 8_210, 410));

    [Theory]
    [InlineData("The OEE of Assembly-001 last week was 78.4 %.")]
    [InlineData("OEE was 78 %.")]
    [InlineData("OEE was 78,4 %.")]
    [InlineData("OEE came to about 78 percent.")]
    [InlineData("OEE was 78.41 %, with availability 90.1 %, performance 92.1 % and quality 94.5 %.")]
    [InlineData("78.4 % OEE, 90.1 % availability.")]
    [InlineData("Assembly-001 made 12,345 parts.")]
    [InlineData("Assembly-001 made 12 345 parts.")]
    [InlineData("It made about 12,300 parts.")]
    [InlineData("It made about 12,000 parts.")]
    [InlineData("It made 12.3k parts.")]
    [InlineData("It stood for 245 minutes.")]
    [InlineData("It stood for 4 h 5 min.")]
    [InlineData("It stood for about 4 hours.")]
    [InlineData("OEE rose by 3.0 points to 78.4 %.")]
    [InlineData("OEE – 78.4 %.")]
    [InlineData("OEE rose from 75.4 % to 78.4 %.")]
    [InlineData("OEE was 78.4 %, up from 75.4 % the week before.")]
    [InlineData("OEE was 78.4 %, 3 points above the week before.")]
    [InlineData("OEE was over 78 %.")]
    [InlineData("Between 9 and 15 November 2026 the OEE was 78.4 %.")]
    [InlineData("From 2026-11-09 to 2026-11-15 the OEE was 78.4 %.")]
    [InlineData("In week 46 the OEE was 78.4 %.")]
    [InlineData("On 12 Nov the OEE was 91.2 %, on 14 Nov 60.1 %.")]
    [InlineData("The best day was 12 November with 91.2 % OEE.")]
    [InlineData("There were two stops.")]
    [InlineData("There were 2 stops: 45 minutes and 200 minutes.")]
    [InlineData("OEE was seventy-eight point four percent.")]
    [InlineData("1. OEE was 78.4 %.\n2. Availability was 90.1 %.")]
    [InlineData("That is one of the better weeks.")]
    [InlineData("It follows ISO 22400-2.")]
    public void Problem_TrueWords_IsNull(string words) => Assert.Null(Check(words, Assembly));

    [Theory]
    [InlineData("OEE was 79.4 %.")]
    [InlineData("OEE was 78.5 %.")]
    [InlineData("OEE was 784 %.")]
    [InlineData("OEE was 7.84 %.")]
    [InlineData("OEE was -78.4 %.")]
    [InlineData("OEE was about 80 %.")]
    [InlineData("OEE was over 79 %.")]
    [InlineData("OEE was under 78 %.")]
    [InlineData("OEE was 100 %.")]
    [InlineData("OEE was 0 %.")]
    [InlineData("OEE was ９５ %.")]
    [InlineData("OEE was ٩٥ %.")]
    [InlineData("OEE was ninety-five percent.")]
    [InlineData("OEE was fünfundneunzig Prozent.")]
    [InlineData("OEE was at noventa por ciento.")]
    [InlineData("OEE более 95.")]
    [InlineData("OEE 約九十.")]
    [InlineData("OEE was 78½ %.")]
    [InlineData("OEE was 9e1 %.")]
    [InlineData("OEE was 9^2 %.")]
    [InlineData("OEE-95 is where we are.")]
    [InlineData("OEE was 78.4 % and availability 94.5 %.")]
    [InlineData("Quality was 90.1 %.")]
    [InlineData("94.5 % availability.")]
    [InlineData("OEE was 91.2 %.")]
    [InlineData("OEE was 75.4 %.")]
    [InlineData("On 14 Nov the OEE was 91.2 %.")]
    [InlineData("On 3 October the OEE was 78.4 %.")]
    [InlineData("On 20 December OEE was 78.4 %.")]
    [InlineData("In week 12 the OEE was 78.4 %.")]
    [InlineData("In 2019 the OEE was 78.4 %.")]
    [InlineData("At 14:35 it stopped.")]
    [InlineData("It made 12,435 parts.")]
    [InlineData("It made 1,234 parts.")]
    [InlineData("It made 12.345 parts.")]
    [InlineData("It made 123,45 parts.")]
    [InlineData("It made 13k parts.")]
    [InlineData("It made 12.3 million parts.")]
    [InlineData("It made about 13,000 parts.")]
    [InlineData("It made 12,000 parts.")]
    [InlineData("It made thousands of parts.")]
    [InlineData("It made 12,345 parts, 9,679 of them good.")]
    [InlineData("It stood for 245 hours.")]
    [InlineData("It stood for 5 h 4 min.")]
    [InlineData("It stood for half an hour.")]
    [InlineData("Quality rose by 3.0 points.")]
    [InlineData("OEE fell by 3.0 points to 78.4 %.")]
    [InlineData("OEE fell from 78.4 % to 75.4 %.")]
    [InlineData("OEE rose from 78.4 % to 75.4 %.")]
    [InlineData("OEE was 75.4 %, up from 78.4 % the week before.")]
    [InlineData("OEE was 78.4 %, 3 points below the week before.")]
    [InlineData("OEE dropped compared with the week before.")]
    [InlineData("OEE doubled.")]
    [InlineData("OEE is twice as good.")]
    [InlineData("There were three stops.")]
    [InlineData("There were 5 stops.")]
    [InlineData("There were no stops.")]
    [InlineData("There is no data for that week.")]
    [InlineData("I could not find Assembly-001.")]
    [InlineData("You do not have permission to see this.")]
    [InlineData("CNC-001 had an OEE of 78.4 %.")]
    [InlineData("Assembly-009 had an OEE of 78.4 %.")]
    [InlineData("CNC-001 is the bottleneck.")]
    [InlineData("Line 2 95 %.")]
    [InlineData("OEE was 78.4 to 85 %.")]
    [InlineData("OEE was 78.4/90.")]
    [InlineData("The mean of availability and quality is 92.3 %.")]
    public void Problem_UntrueWords_IsNamed(string words) => Assert.NotNull(Check(words, Assembly));

    [Theory]
    [InlineData("Assembly-001 reached 78.4 % and CNC-001 65.2 %.")]
    [InlineData("78.4 % for Assembly-001, 65.2 % for CNC-001.")]
    [InlineData("Assembly-001: OEE 78.4 %, availability 90.1 %.\nCNC-001: OEE 65.2 %, availability 81.1 %.")]
    public void Problem_TwoMachinesRight_IsNull(string words) => Assert.Null(Check(words, Assembly, Cnc));

    [Theory]
    [InlineData("Assembly-001 reached 65.2 % and CNC-001 78.4 %.")]
    [InlineData("CNC-001 made 12,345 parts.")]
    [InlineData("65.2 % for Assembly-001, 78.4 % for CNC-001.")]
    public void Problem_TwoMachinesSwapped_IsNamed(string words) => Assert.NotNull(Check(words, Assembly, Cnc));

    [Theory]
    [InlineData("What was the OEE of line 3 over the last 14 days?", "Over the last 14 days line 3 is not compared; OEE was 78.4 %.", true)]
    [InlineData("Is the OEE 95 %?", "Yes, the OEE is 95 %.", false)]
    [InlineData("Is the OEE 97 percent?", "Yes, it is 97 percent.", false)]
    [InlineData("Were there 7 stops?", "Yes, there were 7 stops.", false)]
    public void Problem_NumberOfQuestion_OnlyNamesAndSpansCount(string question, string words, bool passes) =>
        Assert.Equal(passes, Check(question, words, Assembly) is null);

    [Fact]
    public void Problem_ResultWasNoAnswer_RefusesAnyWords()
    {
        var none = new CheckedResult(Call("Packaging-001"), SkillResult.No(ResultStatus.NoRows, "No production."));
        Assert.Equal("status", Check("All is well.", none));
    }

    [Fact]
    public void Problem_NumbersWithoutAnyResult_AreRefused()
    {
        Assert.NotNull(Check("Do you mean the machine at 85 %?"));
        Assert.Null(Check("Which machine do you mean, Assembly-001 or CNC-001?"));
    }

    [Fact]
    public void Problem_LongHostileText_EndsQuickly()
    {
        foreach (var piece in new[] { "1,", "1 and ", "two ", "9-", "a1_", "(", "May 1 to ", "12:", "one hundred " })
            Check(string.Concat(Enumerable.Repeat(piece, 6_000 / piece.Length)), Assembly);
    }

    private static PlannedCall Call(string machine) =>
        new("test_oee", JsonSerializer.SerializeToElement(new { machine, period = "2026-11-09/2026-11-15" }));

    private static string? Check(string words, params CheckedResult[] results) => Check("What was the OEE of Assembly-001 last week?", words, results);

    private static string? Check(string question, string words, params CheckedResult[] results) =>
        WordsCheck.Problem(words, new(question, new() { Asker = TestSkill.Asker(), Entities = TestSkill.Entities }, results));
}
