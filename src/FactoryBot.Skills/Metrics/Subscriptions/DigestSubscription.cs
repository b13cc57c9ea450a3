using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Subscriptions;

/// <summary>A digest that a member gets by itself. Place and shift by name: a plant that is loaded anew keeps its subscribers.</summary>
/// <param name="TimeZone">The zone that the time is meant in: the tenant's when it was set.</param>
internal sealed record DigestSubscription(
    Guid Id, Guid MemberId, string? Machine, string? Line, string? Site, Schedule Schedule, string TimeZone)
{
    /// <summary>"line 2", "the whole plant".</summary>
    public string Place => Machine ?? Line ?? Site ?? "the whole plant";

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The latest day on which it was due at a moment; null where that is more than a week ago. A time that the clock change
    /// skips is due when the clocks have been put forward, one that comes twice at the first of both: each day has one digest.</summary>
    public DateOnly? DueOn(DateTimeOffset now)
    {
        var zone = Zone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var day = today; day > today.AddDays(-8); day = day.AddDays(-1))
        {
            if (Schedule.IsOn(day) && At(day) <= now)
                return day;
        }

        return null;
    }

    /// <summary>The moment at which it comes on a day.</summary>
    public DateTimeOffset At(DateOnly day)
    {
        var (zone, local) = (Zone, day.ToDateTime(Schedule.Time));
        return zone.IsAmbiguousTime(local)
            ? new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max()).ToUniversalTime()
            : LocalTime.Instant(day, Schedule.Time, zone);
    }
}
