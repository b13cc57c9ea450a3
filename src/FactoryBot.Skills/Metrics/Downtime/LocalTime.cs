using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The instants that local days and shifts of a site stand for, with its clock changes.</summary>
internal static class LocalTime
{
    /// <summary>Without shifts one run from midnight to midnight; with shifts one for each of them and day. A shift that ends after
    /// midnight belongs to the day on which it begins.</summary>
    /// <param name="shifts">Null: the whole day.</param>
    public static IReadOnlyList<TimeSlice> Of(Period period, TimeZoneInfo zone, IReadOnlyList<PlantShift>? shifts)
    {
        if (shifts is null)
            return [new(Instant(period.From, TimeOnly.MinValue, zone), Instant(period.To.AddDays(1), TimeOnly.MinValue, zone))];
        var slices = new List<TimeSlice>(period.Days * shifts.Count);
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
        {
            foreach (var shift in shifts)
            {
                var lastDay = shift.Ends > shift.Starts ? day : day.AddDays(1);
                slices.Add(new(Instant(day, shift.Starts, zone), Instant(lastDay, shift.Ends, zone)));
            }
        }

        return slices;
    }

    /// <summary>A time of the clock on the wall as an instant.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);

        // Where the clock jumps over this time, the day begins when it has jumped.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return new(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }
}
