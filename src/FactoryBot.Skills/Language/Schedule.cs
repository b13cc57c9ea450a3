using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>A time that comes again each week: on these days, at this time of the clock on the wall.</summary>
public sealed record Schedule(IReadOnlyList<DayOfWeek> Days, TimeOnly Time)
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public static IReadOnlyList<DayOfWeek> EveryDay => Week;
    public static IReadOnlyList<DayOfWeek> Weekdays { get; } = Week[..5];
    public static IReadOnlyList<DayOfWeek> Weekend { get; } = Week[5..];

    public static Schedule Of(IEnumerable<DayOfWeek> days, TimeOnly time) => new([.. Week.Where(days.Contains)], time);

    /// <summary>"every weekday at 06:15", "every Monday and Thursday at 08:00"; the reader reads it back.</summary>
    public override string ToString() => $"{Said} at {Time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private string Said =>
        Days.SequenceEqual(Week) ? "every day"
        : Days.SequenceEqual(Weekdays) ? "every weekday"
        : Days.SequenceEqual(Weekend) ? "every weekend"
        : "every " + (Days.Count == 1 ? $"{Days[0]}" : $"{string.Join(", ", Days.SkipLast(1))} and {Days[^1]}");

    /// <summary>Whether it comes on that day of the calendar.</summary>
    public bool IsOn(DateOnly day) => Days.Contains(day.DayOfWeek);

    public bool Equals(Schedule? other) => other is not null && Time == other.Time && Days.SequenceEqual(other.Days);

    public override int GetHashCode() => HashCode.Combine(Time, Days.Count);
}

/// <summary>Words for a time that comes again: the tokens from Start up to, not with, End.</summary>
/// <param name="Days">Null where only a time of day was said.</param>
/// <param name="Time">Null where only days were said.</param>
public sealed record ScheduleMention(int Start, int End, IReadOnlyList<DayOfWeek>? Days, TimeOnly? Time)
{
    /// <summary>Null where one half is missing.</summary>
    public Schedule? Schedule => Days is { } days && Time is { } time ? Language.Schedule.Of(days, time) : null;

    /// <summary>As a function's argument: "every weekday at 06:15", "at 06:15", "every weekday".</summary>
    public string Words => Schedule?.ToString()
        ?? (Time is { } time ? "at " + time.ToString("HH:mm", CultureInfo.InvariantCulture) : Language.Schedule.Of(Days!, default).ToString()[..^" at 00:00".Length]);
}
