using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public sealed class ScheduleReaderTests
{
    [Theory]
    [InlineData("every weekday at 6:15", "every weekday at 06:15")]
    [InlineData("weekdays 6.15", "every weekday at 06:15")]
    [InlineData("6:15 on weekdays", "every weekday at 06:15")]
    [InlineData("at 6:15am every working day", "every weekday at 06:15")]
    [InlineData("each workday at quarter past six", "every weekday at 06:15")]
    [InlineData("every day at 7", "every day at 07:00")]
    [InlineData("daily 7 am", "every day at 07:00")]
    [InlineData("every morning at half past six", "every day at 06:30")]
    [InlineData("every evening at 6", "every day at 18:00")]
    [InlineData("every day at 6 in the evening", "every day at 18:00")]
    [InlineData("every day at 6 pm", "every day at 18:00")]
    [InlineData("daily at 12 am", "every day at 00:00")]
    [InlineData("daily at 12 p.m.", "every day at 12:00")]
    [InlineData("every day at noon", "every day at 12:00")]
    [InlineData("mondays at 8", "every Monday at 08:00")]
    [InlineData("every Monday 08:00", "every Monday at 08:00")]
    [InlineData("every monday and thursday at 14:30", "every Monday and Thursday at 14:30")]
    [InlineData("mon, wed and fri at 6:00", null)]
    [InlineData("every mon, wed and fri at 6:00", "every Monday, Wednesday and Friday at 06:00")]
    [InlineData("tuesdays and thursdays 8 o'clock", "every Tuesday and Thursday at 08:00")]
    [InlineData("monday to friday at 6:15", "every weekday at 06:15")]
    [InlineData("Mon-Fri 06:15", "every weekday at 06:15")]
    [InlineData("every weekend at 9", "every weekend at 09:00")]
    [InlineData("weekends 0915", "every weekend at 09:15")]
    [InlineData("jeden Werktag um 6:15", "every weekday at 06:15")]
    [InlineData("täglich um 7 Uhr", "every day at 07:00")]
    [InlineData("montags um 6 Uhr", "every Monday at 06:00")]
    [InlineData("jeden Montag um 6h30", "every Monday at 06:30")]
    [InlineData("quarter to seven every day", "every day at 06:45")]
    [InlineData("every day at 25:00", null)]
    [InlineData("every day at 6:75", null)]
    [InlineData("on Monday at 6", null)]
    [InlineData("tomorrow at 6", null)]
    [InlineData("last week", null)]
    public void Read_WordsForATimeThatComesAgain_GivesDaysAndTime(string words, string? expected) =>
        Assert.Equal(expected, ScheduleReader.Read(words)?.Schedule?.ToString());

    [Theory]
    [InlineData("at 7", "at 07:00")]
    [InlineData("7:30", "at 07:30")]
    [InlineData("every weekday", "every weekday")]
    [InlineData("mondays", "every Monday")]
    public void Read_HalfOfATime_IsToldFromAWhole(string words, string expected)
    {
        var mention = ScheduleReader.Read(words)!;

        Assert.Null(mention.Schedule);
        Assert.Equal(expected, mention.Words);
    }

    [Theory]
    [InlineData("send me the digest of line 2 every weekday at 6:15", "every weekday at 6:15")]
    [InlineData("digest daily at 7 for line 1", "daily at 7")]
    [InlineData("every monday at 8 i want the digest", "every monday at 8")]
    [InlineData("What was the OEE on Monday from 6 to 14", "")]
    [InlineData("production every day last week", "")]
    [InlineData("oee monday to friday", "")]
    [InlineData("OEE of line 2 on 3.11", "")]
    public void Find_InASentence_FindsThoseWordsAlone(string text, string expected)
    {
        var sentence = Sentence.Of(text);

        var found = ScheduleReader.Find(sentence, null);

        Assert.Equal(expected, string.Join('|', found.Select(m => sentence.Between(m.Start, m.End))));
    }

    [Fact]
    public void ToString_OfAnySchedule_IsReadBack()
    {
        foreach (var days in new[] { [DayOfWeek.Monday], [DayOfWeek.Sunday, DayOfWeek.Monday], Schedule.EveryDay, Schedule.Weekdays, Schedule.Weekend, [DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Saturday] })
        {
            var schedule = Schedule.Of(days, new(6, 5));

            Assert.Equal(schedule, ScheduleReader.Read(schedule.ToString())!.Schedule);
        }
    }
}
