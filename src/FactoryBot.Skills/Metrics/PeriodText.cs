using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics;

/// <summary>Says a period as people do.</summary>
internal static class PeriodText
{
    /// <summary>"last week (9–15 Nov 2026)", to stand behind a verb.</summary>
    public static string Phrase(Period period, DateOnly today)
    {
        if (Relative(period, today) is { } words)
            return $"{words} ({period.Dates})";
        return period.From == period.To ? "on " + Day(period.From)
            : IsWhole(period, Grain.Month) ? "in " + period.From.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : IsWhole(period, Grain.Year) ? "in " + period.From.ToString("yyyy", CultureInfo.InvariantCulture)
            : IsWhole(period, Grain.Week) ? string.Create(CultureInfo.InvariantCulture, $"in week {Weeks.Number(period.From)} ({period.Dates})")
            : $"from {Day(period.From)} to {Day(period.To)}";
    }

    /// <summary>"from 2026-11-09 to 2026-11-15", for a sentence that the planner reads back; words stay as they are.</summary>
    /// <param name="argument">ISO 8601 day or interval, or words.</param>
    public static string Exact(string argument)
    {
        var ends = argument.Split('/');
        return ends.Length == 2 ? $"from {ends[0]} to {ends[1]}"
            : DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "on " + argument
            : argument;
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string? Relative(Period period, DateOnly today)
    {
        if (period.From == period.To)
            return period.To == today ? "today" : period.To == today.AddDays(-1) ? "yesterday" : null;
        foreach (var grain in new[] { Grain.Week, Grain.Month, Grain.Quarter, Grain.Year })
        {
            var (start, end) = PeriodWords.Whole(grain, today, 0, 0);
            if (period.From == start && (period.To == today || period.To == end))
                return "this " + PeriodWords.Name(grain);
            if ((period.From, period.To) == PeriodWords.Whole(grain, today, -1, -1))
                return "last " + PeriodWords.Name(grain);
        }

        return null;
    }

    private static bool IsWhole(Period period, Grain grain) =>
        (period.From, period.To) == PeriodWords.Whole(grain, period.From, 0, 0);
}
