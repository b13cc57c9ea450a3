using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Metrics.Calendar;

/// <summary>A shift that comes again each week. Times by the clock on the wall of the site.</summary>
/// <param name="LineId">Null: every line of the site that has no rule of its own.</param>
/// <param name="Ends">Not after <paramref name="Starts"/>: on the next day.</param>
internal sealed record ShiftRule(
    int Id, int SiteId, int? LineId, int ShiftId, IReadOnlyList<DayOfWeek> Days, TimeOnly Starts, TimeOnly Ends, IReadOnlyList<ShiftBreak> Breaks,
    DateOnly? From = null, DateOnly? To = null)
{
    public bool IsOn(DateOnly day) => Days.Contains(day.DayOfWeek) && !(day < From) && !(day > To);
}

internal readonly record struct ShiftBreak(TimeOnly Starts, int Minutes);

internal enum CalendarDayKind
{
    /// <summary>Nobody works: the time is not scheduled.</summary>
    Holiday,

    /// <summary>Planned maintenance: scheduled, but a planned stop.</summary>
    Maintenance,

    /// <summary>A shift that the week does not have.</summary>
    Extra,
}

/// <summary>A day that differs from the week.</summary>
/// <param name="Starts">With <paramref name="Ends"/> a part of the day; null: all of it.</param>
internal sealed record CalendarDay(
    int Id, int SiteId, int? LineId, DateOnly Day, CalendarDayKind Kind, TimeOnly? Starts, TimeOnly? Ends, int? ShiftId, string Name);

/// <summary>One shift of one day as it is planned, in instants.</summary>
/// <param name="Day">The local date on which it begins.</param>
/// <param name="Whole">From its beginning to its end.</param>
/// <param name="Scheduled">Without holidays.</param>
/// <param name="Busy">Without breaks and planned maintenance too: the planned busy time of ISO 22400-2.</param>
internal sealed record PlannedShift(
    int ShiftId, DateOnly Day, TimeSlice Whole, IReadOnlyList<TimeSlice> Scheduled, IReadOnlyList<TimeSlice> Busy)
{
    public int ScheduledSeconds => Slices.Seconds(Scheduled);

    public int BusySeconds => Slices.Seconds(Busy);
}
