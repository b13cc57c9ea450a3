using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>The unit that a period was asked in; it decides what "the one before" is.</summary>
public enum Grain
{
    Day,
    Week,
    Month,
    Quarter,
    Year,

    /// <summary>Any other run of days.</summary>
    Span,
}

/// <summary>Days that were asked for, both ends included.</summary>
/// <param name="Words">As people say it ("last week"); empty where only dates were given.</param>
public sealed record Period(DateOnly From, DateOnly To, Grain Grain, string Words = "")
{
    /// <summary>The last day of it that has data, where that is earlier than <see cref="To"/>; null otherwise. What came before is then set
    /// beside those days alone.</summary>
    public DateOnly? DataTo { get; init; }

    /// <summary>No plant's data begins earlier: a time from then on is all the time that there is data of.</summary>
    public static DateOnly Ever { get; } = new(2000, 1, 1);

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>ISO 8601: one day, or an interval with both days included.</summary>
    public string Iso => From == To ? IsoDay(From) : $"{IsoDay(From)}/{IsoDay(To)}";

    /// <summary>The dates as people write them: "9–15 Nov 2026".</summary>
    public string Dates => From == To
        ? Write(From, "d MMM yyyy")
        : From.Year != To.Year ? $"{Write(From, "d MMM yyyy")} – {Write(To, "d MMM yyyy")}"
        : From.Month != To.Month ? $"{Write(From, "d MMM")} – {Write(To, "d MMM yyyy")}"
        : $"{From.Day}–{Write(To, "d MMM yyyy")}";

    /// <summary>Takes the grain from the dates: a whole month is a month, Monday to Sunday a week. A run of days that begins on a Monday
    /// counts as a week that is not over yet, one that begins on a first as such a month.</summary>
    public static Period Of(DateOnly from, DateOnly to, string words = "") => new(from, to, GrainOf(from, to), words);

    /// <summary>The period just before, of the same kind. A week or month that is not over is set beside the same days of the one before.</summary>
    public Period Before() => DataTo is { } known ? (this with { To = known, DataTo = null }).Before() : Grain switch
    {
        Grain.Week => new(From.AddDays(-7), To.AddDays(-7), Grain, "the week before"),
        Grain.Month => Earlier(1, "the month before"),
        Grain.Quarter => Earlier(3, "the quarter before"),
        Grain.Year => Earlier(12, "the year before"),
        Grain.Day => new(From.AddDays(-1), From.AddDays(-1), Grain, "the day before"),
        _ => new(From.AddDays(-Days), From.AddDays(-1), Grain, Invariant($"the {Days} days before")),
    };

    /// <summary>The one after it, up to a day.</summary>
    public Period Following(DateOnly until)
    {
        var from = To.AddDays(1);
        var to = Grain switch
        {
            Grain.Week => from.AddDays(6),
            Grain.Month => from.AddMonths(1).AddDays(-1),
            Grain.Quarter => from.AddMonths(3).AddDays(-1),
            Grain.Year => from.AddYears(1).AddDays(-1),
            _ => from.AddDays(Days - 1),
        };
        return new(from, to < until ? to : until, Grain);
    }

    public override string ToString() => Words.Length == 0 ? Dates : $"{Words} ({Dates})";

    private Period Earlier(int months, string words)
    {
        var whole = To.AddDays(1).Day == 1;
        var to = whole ? To.AddDays(1).AddMonths(-months).AddDays(-1) : To.AddMonths(-months);
        return new(From.AddMonths(-months), to, Grain, words);
    }

    private static Grain GrainOf(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var whole = from.Day == 1 && to.AddDays(1).Day == 1;
        var months = whole ? ((to.Year - from.Year) * 12) + to.Month - from.Month + 1 : 0;
        return days == 1 ? Grain.Day
            : from.DayOfWeek == DayOfWeek.Monday && days <= 7 ? Grain.Week
            : months == 12 && from.Month == 1 ? Grain.Year
            : months == 3 && from.Month % 3 == 1 ? Grain.Quarter
            : months == 1 || (from.Day == 1 && from.Month == to.Month && from.Year == to.Year) ? Grain.Month
            : Grain.Span;
    }

    private static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
