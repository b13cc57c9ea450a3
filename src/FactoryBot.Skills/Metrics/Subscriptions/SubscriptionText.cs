using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Subscriptions;

internal static class SubscriptionText
{
    public static string List(IEnumerable<DigestSubscription> all) => string.Join("; ", all.Select(one => $"{one.Place} {one.Schedule}"));

    /// <summary>"Thursday, 26 Nov 2026 at 06:15", when it comes next.</summary>
    public static string Next(DigestSubscription one, DateTimeOffset now)
    {
        var zone = one.Zone;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (!one.Schedule.IsOn(day) || one.At(day) <= now)
            day = day.AddDays(1);
        return string.Create(CultureInfo.InvariantCulture, $"{day:dddd}, {PeriodText.Day(day)} at {one.Schedule.Time:HH:mm}");
    }
}
