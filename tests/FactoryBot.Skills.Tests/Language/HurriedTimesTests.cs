using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public class HurriedTimesTests
{
    private static readonly DateOnly Saturday = new(2026, 11, 21);

    [Theory]
    [InlineData("9.11. to 15.11.", "2026-11-09/2026-11-15")]
    [InlineData("9.11.-15.11.", "2026-11-09/2026-11-15")]
    [InlineData("14.11.", "2026-11-14")]
    [InlineData("lastweek", "2026-11-09/2026-11-15")]
    [InlineData("lastmonth", "2026-10-01/2026-10-31")]
    [InlineData("thismonth", "2026-11-01/2026-11-21")]
    [InlineData("w46", "2026-11-09/2026-11-15")]
    [InlineData("wk46", "2026-11-09/2026-11-15")]
    [InlineData("last 14d", "2026-11-07/2026-11-20")]
    [InlineData("last fourteen days", "2026-11-07/2026-11-20")]
    [InlineData("these last 14 days", "2026-11-07/2026-11-20")]
    [InlineData("the last couple of days", "2026-11-19/2026-11-20")]
    [InlineData("first half of november", "2026-11-01/2026-11-15")]
    [InlineData("between the 3rd and the 9th", "2026-11-03/2026-11-09")]
    [InlineData("from the 3rd to the 9th", "2026-11-03/2026-11-09")]
    [InlineData("mon to wed", "2026-11-16/2026-11-18")]
    [InlineData("all month", "2026-11-01/2026-11-21")]
    [InlineData("the month of October", "2026-10-01/2026-10-31")]
    [InlineData("10/2026", "2026-10-01/2026-10-31")]
    [InlineData("2026-10", "2026-10-01/2026-10-31")]
    [InlineData("h1", "2026-01-01/2026-06-30")]
    [InlineData("h1 2025", "2025-01-01/2025-06-30")]
    [InlineData("yday", "2026-11-20")]
    [InlineData("since we took over on 1 November", "2026-11-01/2026-11-21")]
    public void Read_AsItIsTyped_IsTheDays(string words, string iso)
    {
        var reading = PeriodReader.Read(words, Saturday);

        Assert.Equal(iso, reading.Period?.Iso ?? reading.Problem);
    }

    [Theory]
    [InlineData("lasting")]
    [InlineData("3/0")]
    [InlineData("13/2026")]
    public void Read_NoTime_IsNone(string words) => Assert.Null(PeriodReader.Read(words, Saturday).Period);

    [Theory]
    [InlineData("oee on mondays", "")]
    [InlineData("mondays oee", "2026-11-16")]
    [InlineData("oee on monday", "2026-11-16")]
    [InlineData("how current is the data", "")]
    [InlineData("oee cnc 7 days", "2026-11-14/2026-11-20")]
    [InlineData("stops for 3 days", "")]
    [InlineData("sum up the week", "2026-11-16/2026-11-21")]
    [InlineData("the end of the week", "")]
    [InlineData("scrap this month compared to last", "2026-11-01/2026-11-21 2026-10-01/2026-10-31")]
    [InlineData("oee this week vs last", "2026-11-16/2026-11-21 2026-11-09/2026-11-15")]
    public void Find_WordsBesideATime_DecideWhetherItIsOne(string sentence, string iso) =>
        Assert.Equal(iso, string.Join(' ', PeriodReader.Find(Typed(sentence), null, Saturday).Select(p => p.Period.Iso)));

    // As a question's typing errors are corrected before its times are looked for.
    private static Sentence Typed(string text)
    {
        var sentence = Sentence.Of(text);
        new Lexicon(PeriodWords.All).Correct(sentence.Tokens);
        return sentence;
    }

    [Fact]
    public void Find_FromOneWeekToAnother_KnowsBothEnds()
    {
        var mention = Assert.Single(PeriodReader.Find(Sentence.Of("oee change from week 45 to week 46"), null, Saturday));

        Assert.Equal(("2026-11-02/2026-11-08", "2026-11-09/2026-11-15"), (mention.Ends!.Value.From.Iso, mention.Ends.Value.To.Iso));
    }
}
