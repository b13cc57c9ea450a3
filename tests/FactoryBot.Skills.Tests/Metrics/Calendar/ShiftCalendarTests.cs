using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Calendar;

namespace FactoryBot.Skills.Tests.Metrics.Calendar;

public sealed class ShiftCalendarTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly ShiftRule Early = new(1, 1, null, 10, Schedule.Weekdays, new(6, 0), new(14, 0), [new(new(9, 0), 15), new(new(12, 0), 30)]);
    private static readonly ShiftRule Night = new(2, 1, null, 30, Schedule.EveryDay, new(22, 0), new(6, 0), [new(new(2, 0), 30)]);

    [Fact]
    public void On_AWorkday_TakesTheBreaksOut()
    {
        var shift = Assert.Single(new ShiftCalendar([Early], []).On(1, 5, new(2026, 11, 20), Berlin));

        Assert.Equal((28_800, 28_800 - 45 * 60), (shift.ScheduledSeconds, shift.BusySeconds));
    }

    [Theory]
    [InlineData("2026-10-24", 9 * 3_600)]
    [InlineData("2026-03-28", 7 * 3_600)]
    [InlineData("2026-11-20", 8 * 3_600)]
    public void On_ANightWithAClockChange_IsAnHourLongerOrShorter(string day, int seconds) =>
        Assert.Equal(seconds, Assert.Single(new ShiftCalendar([Night with { Breaks = [] }], []).On(1, 5, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Berlin)).ScheduledSeconds);

    [Fact]
    public void On_ANight_HasItsBreakAfterMidnight()
    {
        var shift = Assert.Single(new ShiftCalendar([Night], []).On(1, 5, new(2026, 11, 20), Berlin));

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.Zero), shift.Busy[0].To);
        Assert.Equal(8 * 3_600 - 1_800, shift.BusySeconds);
    }

    [Fact]
    public void On_AHolidayAndMaintenance_AreNotTheSame()
    {
        CalendarDay holiday = new(1, 1, null, new(2026, 11, 20), CalendarDayKind.Holiday, null, null, null, "Holiday");
        CalendarDay maintenance = new(2, 1, 5, new(2026, 11, 19), CalendarDayKind.Maintenance, new(8, 0), new(10, 0), null, "Oil");
        var calendar = new ShiftCalendar([Early], [holiday, maintenance]);

        Assert.Equal((0, 0), Seconds(calendar, 5, 20));
        Assert.Equal((28_800, 28_800 - 7_200 - 1_800), Seconds(calendar, 5, 19));
        Assert.Equal((28_800, 28_800 - 2_700), Seconds(calendar, 6, 19));
    }

    [Fact]
    public void On_TheNightBeforeAHoliday_EndsAtMidnight()
    {
        CalendarDay holiday = new(1, 1, null, new(2026, 12, 25), CalendarDayKind.Holiday, null, null, null, "Christmas");

        Assert.Equal(2 * 3_600, Assert.Single(new ShiftCalendar([Night with { Breaks = [] }], [holiday]).On(1, 5, new(2026, 12, 24), Berlin)).ScheduledSeconds);
    }

    [Fact]
    public void On_ALineWithItsOwnRules_DoesNotFollowTheSite()
    {
        var calendar = new ShiftCalendar([Early, Night with { LineId = 5 }], []);

        Assert.Equal(30, Assert.Single(calendar.On(1, 5, new(2026, 11, 20), Berlin)).ShiftId);
        Assert.Equal(10, Assert.Single(calendar.On(1, 6, new(2026, 11, 20), Berlin)).ShiftId);
        Assert.False(calendar.HasLine(2, 9));
        Assert.Empty(calendar.On(2, 9, new(2026, 11, 20), Berlin));
    }

    [Fact]
    public void On_AnExtraShift_IsWorkedThatDayAlone()
    {
        CalendarDay extra = new(1, 1, null, new(2026, 11, 21), CalendarDayKind.Extra, new(6, 0), new(12, 0), 10, "Saturday");
        var calendar = new ShiftCalendar([Early], [extra]);

        Assert.Equal((21_600, 21_600), Seconds(calendar, 5, 21));
        Assert.Empty(calendar.On(1, 5, new(2026, 11, 28), Berlin));
    }

    private static (int, int) Seconds(ShiftCalendar calendar, int line, int day)
    {
        var shift = Assert.Single(calendar.On(1, line, new(2026, 11, day), Berlin));
        return (shift.ScheduledSeconds, shift.BusySeconds);
    }
}
