using System.Globalization;

namespace FactoryBot.Planning.Checks;

/// <summary>The days that a question and its results speak of.</summary>
internal sealed class KnownDates(DateOnly today)
{
    private const int LongestRange = 1_100;
    private readonly HashSet<DateOnly> days = [today];

    public void AddFrom(string text)
    {
        var mentions = DateReader.Mentions(text);
        foreach (var mention in mentions)
        {
            foreach (var year in Years(mention.Year))
                Add(Day(year, mention.Month, mention.FromDay), Day(year, mention.Month, mention.ToDay));
        }
        foreach (var (first, second) in mentions.Zip(mentions.Skip(1)))
        {
            if (second.Start >= first.End && DateReader.Joins(text[first.End..second.Start]) && (second.Year ?? first.Year) is { } year)
            {
                var to = Day(second.Year ?? year, second.Month, second.ToDay);
                var from = Day(first.Year ?? year, first.Month, first.FromDay);
                Add(from > to ? from?.AddYears(-1) : from, to);
            }
        }
    }

    public bool Has(DateMention mention) =>
        HasDay(mention.Year, mention.Month, mention.FromDay) && HasDay(mention.Year, mention.Month, mention.ToDay);

    public bool HasDayOfMonth(int day) => days.Any(d => d.Day == day);

    public bool HasMonth(int month, int year) => days.Any(d => d.Month == month && d.Year == year);

    public bool HasYear(int year) => days.Any(d => d.Year == year);

    public bool HasWeek(int week) => days.Any(d => ISOWeek.GetWeekOfYear(d.ToDateTime(TimeOnly.MinValue)) == week);

    public bool HasQuarter(int quarter) => days.Any(d => ((d.Month - 1) / 3) + 1 == quarter);

    private bool HasDay(int? year, int month, int day) =>
        days.Any(d => d.Month == month && d.Day == day && (year is null || d.Year == year));

    private IEnumerable<int> Years(int? year) => year is { } known ? [known] : [today.Year, today.Year - 1];

    private void Add(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first || to is not { } last)
            return;
        days.Add(last);
        for (var (day, count) = (first, 0); day <= last && count < LongestRange; day = day.AddDays(1), count++)
            days.Add(day);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;
}
