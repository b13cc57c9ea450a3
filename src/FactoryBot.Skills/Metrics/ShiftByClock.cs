using System.Globalization;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

/// <summary>Finds which shift "this shift" and "the last shift" are, by the shift times of the site and the clock.</summary>
internal static class ShiftByClock
{
    // A shift that began the day before yesterday has ended by now.
    private const int DaysBack = 2;

    /// <summary>Puts the shift's own name and the day on which it began into the question, where it asks for one by the clock.</summary>
    /// <returns>Null when there was nothing to find or it was found; otherwise the answer that says why not.</returns>
    public static SkillResult? Try(PlantData plant, Asker asker, ref PlantQuestion question)
    {
        if (question.Shift is not (ClockShifts.Running or ClockShifts.Ended))
            return null;
        if (ResolveScope.Try(plant, question with { Shift = null }, out var scope) is { } unknown)
            return unknown;
        var shifts = plant.Shifts.Where(shift => scope.Site is not { } site || shift.SiteId == site.Id).ToList();
        var slices = shifts.SelectMany(shift => Slices(plant, shift, asker)).ToList();
        var found = question.Shift == ClockShifts.Running
            ? slices.Where(s => s.From <= asker.Now && asker.Now < s.To).MaxBy(s => s.From)
            : slices.Where(s => s.To <= asker.Now).MaxBy(s => s.To);
        if (found is null)
            return MetricsFailures.NoShiftRuns(question, known: slices.Count > 0);
        if (question.Period is { Length: > 0 } words && PeriodReader.Read(words, asker.Today).Period is { } period && (found.Day < period.From || found.Day > period.To))
            return MetricsFailures.ShiftOutside(question, found.Shift.Name, found.Day, period);
        question = question with { Shift = found.Shift.Name, Period = found.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return null;
    }

    private static IEnumerable<ShiftOfDay> Slices(PlantData plant, PlantShift shift, Asker asker)
    {
        var zone = SiteZone.Of(plant.Sites.First(site => site.Id == shift.SiteId));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(asker.Now, zone).DateTime);
        for (var day = today.AddDays(-DaysBack); day <= today; day = day.AddDays(1))
        {
            var slice = LocalTime.Of(Period.Of(day, day), zone, [shift])[0];
            yield return new(shift, day, slice.From, slice.To);
        }
    }

    private sealed record ShiftOfDay(PlantShift Shift, DateOnly Day, DateTimeOffset From, DateTimeOffset To);
}
