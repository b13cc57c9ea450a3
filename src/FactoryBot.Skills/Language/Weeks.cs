using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>Weeks as ISO 8601 counts them: Monday to Sunday, week 1 is the one with the first Thursday.</summary>
internal static class Weeks
{
    public static int Number(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(default));

    public static int Year(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(default));

    /// <summary>Null where the year has no such week.</summary>
    public static DateOnly? Monday(int year, int week) =>
        week >= 1 && year is > 1 and < 9999 && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))
            : null;
}
