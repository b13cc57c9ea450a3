using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public class PeriodReaderTests
{
    // A Saturday in ISO week 47.
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("first week of October", "1–7 Oct 2026", "5–11 Oct 2026")]
    [InlineData("last week of October", "25–31 Oct 2026", "26 Oct – 1 Nov 2026")]
    [InlineData("end of October", "21–31 Oct 2026", "31 Oct 2026")]
    [InlineData("mid-November", "11–20 Nov 2026", "15 Nov 2026")]
    public void Read_PartThatCanMeanTwoThings_IsAskedBackWithBoth(string words, string one, string other)
    {
        var reading = PeriodReader.Read(words, Today);

        Assert.Null(reading.Period);
        Assert.Equal([one, other], reading.Readings.Select(r => r.Dates));
    }

    [Theory]
    [InlineData("today", "2026-11-21")]
    [InlineData("10/01 to 10/15", "2026-10-01/2026-10-15")]
    [InlineData("from 1/11 to 15/11", "2026-11-01/2026-11-15")]
    [InlineData("since begin of month", "2026-11-01/2026-11-21")]
    [InlineData("november until now", "2026-11-01/2026-11-21")]
    [InlineData("yesterday", "2026-11-20")]
    [InlineData("yest", "2026-11-20")]
    [InlineData("ystrday", "2026-11-20")]
    [InlineData("yesturday", "2026-11-20")]
    [InlineData("yesterday's", "2026-11-20")]
    [InlineData("day before yesterday", "2026-11-19")]
    [InlineData("the day before yesterday", "2026-11-19")]
    [InlineData("this week", "2026-11-16/2026-11-21")]
    [InlineData("last week", "2026-11-09/2026-11-15")]
    [InlineData("lst wk", "2026-11-09/2026-11-15")]
    [InlineData("Last weak", null)]
    [InlineData("previous week", "2026-11-09/2026-11-15")]
    [InlineData("the week before last", "2026-11-02/2026-11-08")]
    [InlineData("past week", "2026-11-14/2026-11-20")]
    [InlineData("this month", "2026-11-01/2026-11-21")]
    [InlineData("last month", "2026-10-01/2026-10-31")]
    [InlineData("last mnth", "2026-10-01/2026-10-31")]
    [InlineData("this quarter", "2026-10-01/2026-11-21")]
    [InlineData("last quarter", "2026-07-01/2026-09-30")]
    [InlineData("this year", "2026-01-01/2026-11-21")]
    [InlineData("last year", "2025-01-01/2025-12-31")]
    [InlineData("last 7 days", "2026-11-14/2026-11-20")]
    [InlineData("past 30 days", "2026-10-22/2026-11-20")]
    [InlineData("last three days", "2026-11-18/2026-11-20")]
    [InlineData("last 2 weeks", "2026-11-02/2026-11-15")]
    [InlineData("last 3 months", "2026-08-01/2026-10-31")]
    [InlineData("3 days ago", "2026-11-18")]
    [InlineData("two weeks ago", "2026-11-02/2026-11-08")]
    [InlineData("a month ago", "2026-10-01/2026-10-31")]
    [InlineData("since Monday", "2026-11-16/2026-11-21")]
    [InlineData("first week of October", null)]
    [InlineData("the first week of November", null)]
    [InlineData("first week of June", "2026-06-01/2026-06-07")]
    [InlineData("second week june", "2026-06-08/2026-06-14")]
    [InlineData("erste Woche im Juni", "2026-06-01/2026-06-07")]
    [InlineData("last week of May", "2026-05-25/2026-05-31")]
    [InlineData("last 3 days of October", "2026-10-29/2026-10-31")]
    [InlineData("first two weeks of last month", "2026-10-01/2026-10-14")]
    [InlineData("first day of the month", "2026-11-01")]
    [InlineData("last day of October", "2026-10-31")]
    [InlineData("first monday of november", "2026-11-02")]
    [InlineData("last friday of october", "2026-10-30")]
    [InlineData("2nd weekend in October", "2026-10-10/2026-10-11")]
    [InlineData("last month of the third quarter", "2026-09-01/2026-09-30")]
    [InlineData("last month of Q3", "2026-09-01/2026-09-30")]
    [InlineData("first half of november", "2026-11-01/2026-11-15")]
    [InlineData("second half of last month", "2026-10-16/2026-10-31")]
    [InlineData("erste Hälfte Oktober", "2026-10-01/2026-10-15")]
    [InlineData("early november", null)]
    [InlineData("mid-October", null)]
    [InlineData("late October", null)]
    [InlineData("end of October", null)]
    [InlineData("since the beginning of the month", "2026-11-01/2026-11-21")]
    [InlineData("since start of November", "2026-11-01/2026-11-21")]
    [InlineData("seit Anfang November", "2026-11-01/2026-11-21")]
    [InlineData("since the end of October", "2026-10-31/2026-11-21")]
    [InlineData("from the beginning of October to the end of last week", "2026-10-01/2026-11-15")]
    [InlineData("after 10 November", "2026-11-11/2026-11-21")]
    [InlineData("after today", null)]
    [InlineData("weekdays of last week", "2026-11-09/2026-11-13")]
    [InlineData("past fortnight", "2026-11-07/2026-11-20")]
    [InlineData("since 3 Nov", "2026-11-03/2026-11-21")]
    [InlineData("since yesterday", "2026-11-20/2026-11-21")]
    [InlineData("since 3 Nov until 9 Nov", "2026-11-03/2026-11-09")]
    [InlineData("week 42", "2026-10-12/2026-10-18")]
    [InlineData("wk42", "2026-10-12/2026-10-18")]
    [InlineData("CW 42", "2026-10-12/2026-10-18")]
    [InlineData("KW 42 2025", "2025-10-13/2025-10-19")]
    [InlineData("week 50", "2025-12-08/2025-12-14")]
    [InlineData("week 47", "2026-11-16/2026-11-21")]
    [InlineData("weeks 40 to 42", "2026-09-28/2026-10-18")]
    [InlineData("week 60", null)]
    [InlineData("week of 3 Nov", "2026-11-02/2026-11-08")]
    [InlineData("3 to 9 November", "2026-11-03/2026-11-09")]
    [InlineData("Nov 3-9", "2026-11-03/2026-11-09")]
    [InlineData("3–9 Nov", "2026-11-03/2026-11-09")]
    [InlineData("November 3 to November 9", "2026-11-03/2026-11-09")]
    [InlineData("from 2026-11-03 to 2026-11-09", "2026-11-03/2026-11-09")]
    [InlineData("2026-11-03 - 2026-11-09", "2026-11-03/2026-11-09")]
    [InlineData("2026-11-03/2026-11-09", "2026-11-03/2026-11-09")]
    [InlineData("between 3 and 9 November", "2026-11-03/2026-11-09")]
    [InlineData("between 3 Nov and 9 Nov 2025", "2025-11-03/2025-11-09")]
    [InlineData("28 Dec to 3 Jan", "2025-12-28/2026-01-03")]
    [InlineData("Monday to Wednesday", "2026-11-16/2026-11-18")]
    [InlineData("Saturday to Monday", "2026-11-14/2026-11-16")]
    [InlineData("September to October", "2026-09-01/2026-10-31")]
    [InlineData("2026-11-03", "2026-11-03")]
    [InlineData("2026/11/03", "2026-11-03")]
    [InlineData("3.11.2026", "2026-11-03")]
    [InlineData("3.11.26", "2026-11-03")]
    [InlineData("3.-9.11.2026", "2026-11-03/2026-11-09")]
    [InlineData("25/10/2026", "2026-10-25")]
    [InlineData("10/25/2026", "2026-10-25")]
    [InlineData("05/05/2026", "2026-05-05")]
    [InlineData("31/02/2026", null)]
    [InlineData("3rd of November", "2026-11-03")]
    [InlineData("2nd of November", "2026-11-02")]
    [InlineData("November 3rd, 2025", "2025-11-03")]
    [InlineData("the 3rd", "2026-11-03")]
    [InlineData("on the 25th", "2026-10-25")]
    [InlineData("25 Nov", "2025-11-25")]
    [InlineData("Q3", "2026-07-01/2026-09-30")]
    [InlineData("Q3 2025", "2025-07-01/2025-09-30")]
    [InlineData("third quarter", "2026-07-01/2026-09-30")]
    [InlineData("3rd quarter of 2025", "2025-07-01/2025-09-30")]
    [InlineData("Q4", "2026-10-01/2026-11-21")]
    [InlineData("in October", "2026-10-01/2026-10-31")]
    [InlineData("octber", "2026-10-01/2026-10-31")]
    [InlineData("October last year", "2025-10-01/2025-10-31")]
    [InlineData("Oct 2025", "2025-10-01/2025-10-31")]
    [InlineData("November", "2026-11-01/2026-11-21")]
    [InlineData("last November", "2025-11-01/2025-11-30")]
    [InlineData("in December", "2025-12-01/2025-12-31")]
    [InlineData("in May", "2026-05-01/2026-05-31")]
    [InlineData("may", null)]
    [InlineData("in 2025", "2025-01-01/2025-12-31")]
    [InlineData("on Monday", "2026-11-16")]
    [InlineData("wendesday", "2026-11-18")]
    [InlineData("Saturday", "2026-11-14")]
    [InlineData("Friday last week", "2026-11-13")]
    [InlineData("last week on Tuesday", "2026-11-10")]
    [InlineData("Monday of week 42", "2026-10-12")]
    [InlineData("month to date", "2026-11-01/2026-11-21")]
    [InlineData("so far this month", "2026-11-01/2026-11-21")]
    [InlineData("ytd", "2026-01-01/2026-11-21")]
    [InlineData("last weekend", "2026-11-14/2026-11-15")]
    [InlineData("letzte Woche", "2026-11-09/2026-11-15")]
    [InlineData("gestern", "2026-11-20")]
    [InlineData("vor 3 Tagen", "2026-11-18")]
    [InlineData("seit Montag", "2026-11-16/2026-11-21")]
    [InlineData("3. bis 9. November", "2026-11-03/2026-11-09")]
    [InlineData("im März", "2026-03-01/2026-03-31")]
    [InlineData("vom 3.11. bis 9.11.", "2026-11-03/2026-11-09")]
    [InlineData("in den letzten 7 Tagen", "2026-11-14/2026-11-20")]
    [InlineData("next week", null)]
    [InlineData("tomorrow", null)]
    [InlineData("the week before", null)]
    [InlineData("last 99999999999 days", null)]
    [InlineData("last 1000 years", "1026-01-01/2025-12-31")]
    [InlineData("0 days ago", null)]
    [InlineData("", null)]
    [InlineData("banana", null)]
    [InlineData("2026-13-45", null)]
    public void Read_Words_GivesThePeriod(string words, string? expected)
    {
        var read = PeriodReader.Read(words, Today);

        Assert.Equal(expected, read.Period?.Iso);
        Assert.Equal(expected is null, read.Problem is not null);
    }

    [Theory]
    [InlineData("03/11/2026", null, null)]
    [InlineData("03/11/2026", "de-DE", "2026-11-03")]
    [InlineData("03/11/2026", "en-GB", "2026-11-03")]
    [InlineData("03/11/2026", "en-US", "2026-03-11")]
    [InlineData("03/11/2026", "en", null)]
    [InlineData("03/12/2026", null, "2026-03-12")]
    public void Read_DateInFigures_TheCountryDecidesOrItIsAskedBack(string words, string? locale, string? expected)
    {
        var read = PeriodReader.Read(words, Today, locale);

        Assert.Equal(expected, read.Period?.Iso);
        Assert.Equal(expected is null ? 2 : 0, read.Readings.Count);
    }

    [Theory]
    [InlineData("the week before", "2026-11-09/2026-11-15", "2026-11-02/2026-11-08")]
    [InlineData("and the previous week", "2026-11-09/2026-11-15", "2026-11-02/2026-11-08")]
    [InlineData("week before", "2026-11-16/2026-11-21", "2026-11-09/2026-11-14")]
    [InlineData("the week before that", "2026-11-09/2026-11-15", "2026-11-02/2026-11-08")]
    [InlineData("the month before", "2026-10-01/2026-10-31", "2026-09-01/2026-09-30")]
    [InlineData("the month before", "2026-11-09/2026-11-15", "2026-10-01/2026-10-31")]
    [InlineData("the day before", "2026-11-20", "2026-11-19")]
    [InlineData("same period a month earlier", "2026-11-09/2026-11-15", "2026-10-09/2026-10-15")]
    [InlineData("same period a month earlier", "2026-02-01/2026-02-28", "2026-01-01/2026-01-31")]
    [InlineData("the same week last year", "2026-11-09/2026-11-15", "2025-11-10/2025-11-16")]
    [InlineData("a month earlier", "2026-10-01/2026-10-31", "2026-09-01/2026-09-30")]
    [InlineData("last week", "2026-10-01/2026-10-31", "2026-11-09/2026-11-15")]
    [InlineData("the day before", "2026-11-09/2026-11-15", "asks")]
    [InlineData("the week before", null, "asks")]
    public void Find_AfterAnotherPeriod_CountsFromIt(string words, string? before, string expected)
    {
        var anchor = before is null ? null : PeriodReader.Read(before, Today).Period;

        var mention = Assert.Single(PeriodReader.Find(Sentence.Of(words), null, Today, null, anchor));

        Assert.Equal(expected, mention.Readings.Count > 1 ? "asks" : mention.Period.Iso);
    }

    [Theory]
    [InlineData("last week vs the week before", "2026-11-09/2026-11-15 2026-11-02/2026-11-08")]
    [InlineData("October compared with September", "2026-10-01/2026-10-31 2026-09-01/2026-09-30")]
    [InlineData("yesterday and the day before", "2026-11-20 2026-11-19")]
    [InlineData("this week compared to last week", "2026-11-16/2026-11-21 2026-11-09/2026-11-15")]
    [InlineData("what may be wrong on line 2", "")]
    public void Find_Sentence_FindsEachPeriod(string words, string expected) => Assert.Equal(
        expected,
        string.Join(' ', PeriodReader.Find(Sentence.Of(words), null, Today).Select(m => m.Period.Iso)));

    [Fact]
    public void ToString_OfWords_SaysTheDatesBeside() =>
        Assert.Equal("last week (9–15 Nov 2026)", PeriodReader.Read("lst wk", Today).Period!.ToString());
}
