using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics;

/// <summary>What a reader must know before trusting an OEE, in sentences.</summary>
internal static class OeeWarnings
{
    private const int NamedDays = 3;

    public static string Sentence(OeeWarning warning) => warning switch
    {
        OeeWarning.NothingPlanned => "No production time was planned, so availability and OEE cannot be computed.",
        OeeWarning.NothingMade => "No piece was made, so quality cannot be computed.",
        OeeWarning.IdealCycleMissing => "The ideal cycle time is missing, so performance and OEE cannot be computed.",
        OeeWarning.MadeWithoutRunning => "Pieces were counted although no run time was booked; performance cannot be computed.",
        OeeWarning.AvailabilityAboveOne => "Availability is above 100 %: more run time than planned time was booked. The planned time is probably wrong.",
        OeeWarning.PerformanceAboveOne => "Performance is above 100 %: the ideal cycle time is probably wrong.",
        _ => "More good pieces than pieces in all were booked; the counts are wrong.",
    };

    public static IEnumerable<string> OfDays(
        PlantData plant,
        Period period,
        Period before,
        DateOnly today,
        IReadOnlyList<OeeDay> trend,
        OeeSums beforeSums,
        IReadOnlyList<OeeDay> all)
    {
        if (period.To > today)
            yield return $"The period is not over: days after {PeriodText.Day(today)} are still to come.";
        if (period.From < plant.FirstDay)
            yield return $"The period begins before the first loaded day ({PeriodText.Day(plant.FirstDay.Value)}).";

        var missing = Missing(plant, period, today, trend);
        if (missing.Count > 0)
            yield return $"No data for {Named(missing)}.";
        var late = LastExpected(period, today).DayNumber - plant.LastDay!.Value.DayNumber;
        if (late > 0 && period.To > plant.LastDay)
            yield return $"The data ends on {PeriodText.Day(plant.LastDay.Value)}.";

        if (beforeSums.Rows > 0)
        {
            var covered = all.Count(day => day.Day >= before.From && day.Day <= before.To);
            if (covered < before.Days)
                yield return string.Create(CultureInfo.InvariantCulture, $"For {before.Words}, {covered} of {before.Days} days have data.");
        }
    }

    // Today is not over yet, so that it has no rows is no gap.
    private static DateOnly LastExpected(Period period, DateOnly today) => period.To < today ? period.To : today.AddDays(-1);

    private static List<DateOnly> Missing(PlantData plant, Period period, DateOnly today, IReadOnlyList<OeeDay> trend)
    {
        var from = period.From > plant.FirstDay!.Value ? period.From : plant.FirstDay.Value;
        var to = LastExpected(period, today) < plant.LastDay!.Value ? LastExpected(period, today) : plant.LastDay.Value;
        var known = trend.Select(day => day.Day).ToHashSet();
        var missing = new List<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!known.Contains(day))
                missing.Add(day);
        }

        return missing;
    }

    private static string Named(List<DateOnly> days) => days.Count <= NamedDays
        ? string.Join(", ", days.Select(PeriodText.Day))
        : string.Create(CultureInfo.InvariantCulture, $"{days.Count} days, the first of them {PeriodText.Day(days[0])}");
}
