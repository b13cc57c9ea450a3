using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Calendar;

/// <summary>When the lines of a plant are meant to work. Pure; a line without a rule has no calendar, which is not the same as working
/// around the clock.</summary>
internal sealed class ShiftCalendar(IReadOnlyList<ShiftRule> rules, IReadOnlyList<CalendarDay> days)
{
    public static ShiftCalendar Empty { get; } = new([], []);

    public bool HasLine(int siteId, int lineId) => rules.Any(rule => rule.SiteId == siteId && (rule.LineId is null || rule.LineId == lineId));

    /// <summary>The shifts that begin on a day, in order. Empty: nothing is planned, or there is no calendar.</summary>
    public IReadOnlyList<PlannedShift> On(int siteId, int lineId, DateOnly day, TimeZoneInfo zone)
    {
        var own = rules.Where(rule => rule.SiteId == siteId && rule.LineId == lineId).ToList();
        var valid = (own.Count > 0 ? own : rules.Where(rule => rule.SiteId == siteId && rule.LineId is null)).Where(rule => rule.IsOn(day));
        var special = days.Where(d => d.SiteId == siteId && (d.LineId is null || d.LineId == lineId)).ToList();
        var extra = special.Where(d => d is { Kind: CalendarDayKind.Extra, ShiftId: not null, Starts: not null, Ends: not null } && d.Day == day)
            .Select(d => new ShiftRule(0, siteId, lineId, d.ShiftId!.Value, [], d.Starts!.Value, d.Ends!.Value, []));
        return [.. valid.Concat(extra).Select(rule => Plan(rule, day, zone, special)).OrderBy(shift => shift.Whole.From)];
    }

    private static PlannedShift Plan(ShiftRule rule, DateOnly day, TimeZoneInfo zone, IReadOnlyList<CalendarDay> special)
    {
        var whole = Span(day, rule.Starts, rule.Ends, zone);
        var scheduled = Slices.Without([whole], Off(special, CalendarDayKind.Holiday, day, zone));
        var breaks = rule.Breaks.Select(pause => Break(pause, rule.Starts, day, zone));
        return new(rule.ShiftId, day, whole, scheduled, Slices.Without(scheduled, [.. breaks, .. Off(special, CalendarDayKind.Maintenance, day, zone)]));
    }

    // A holiday ends at midnight; the night shift that begins before it works until then.
    private static IEnumerable<TimeSlice> Off(IReadOnlyList<CalendarDay> special, CalendarDayKind kind, DateOnly day, TimeZoneInfo zone) =>
        from entry in special
        where entry.Kind == kind && (entry.Day == day || entry.Day == day.AddDays(1))
        select entry is { Starts: { } starts, Ends: { } ends }
            ? Span(entry.Day, starts, ends, zone)
            : new TimeSlice(LocalTime.Instant(entry.Day, TimeOnly.MinValue, zone), LocalTime.Instant(entry.Day.AddDays(1), TimeOnly.MinValue, zone));

    private static TimeSlice Break(ShiftBreak pause, TimeOnly shiftStarts, DateOnly day, TimeZoneInfo zone)
    {
        var from = LocalTime.Instant(pause.Starts < shiftStarts ? day.AddDays(1) : day, pause.Starts, zone);
        return new(from, from.AddMinutes(pause.Minutes));
    }

    private static TimeSlice Span(DateOnly day, TimeOnly starts, TimeOnly ends, TimeZoneInfo zone) =>
        new(LocalTime.Instant(day, starts, zone), LocalTime.Instant(ends > starts ? day : day.AddDays(1), ends, zone));
}
