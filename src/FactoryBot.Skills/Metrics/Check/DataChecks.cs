using System.Globalization;

namespace FactoryBot.Skills.Metrics.Check;

/// <summary>The catalogue: everything that is looked for in a plant's data, with the sentence that people read. The warnings of an
/// answer and the list of <c>factorybot data check</c> are made here, so they cannot differ.</summary>
internal static class DataChecks
{
    private const int NamedDays = 3;

    public static DataCheck MissingDays { get; } = new("missing-days", "Days without data", Touched.All);
    public static DataCheck LateData { get; } = new("late-data", "The data ends early", Touched.All);
    public static DataCheck NoScrap { get; } = new("no-scrap", "No scrap was booked at all", Touched.Quality);
    public static DataCheck CountsDisagree { get; } = new("counts-disagree", "Tables count differently", Touched.Counts | Touched.Quality | Touched.Performance);
    public static DataCheck GoodAboveTotal { get; } = new("good-above-total", "More good pieces than pieces", Touched.Counts | Touched.Quality);
    public static DataCheck StopsWithoutReason { get; } = new("stops-without-reason", "Stops without a reason", Touched.Stops);
    public static DataCheck OverlappingStops { get; } = new("overlapping-stops", "Stops of one machine overlap", Touched.Stops | Touched.Availability);
    public static DataCheck OpenStops { get; } = new("open-stops", "Stops that were never ended", Touched.Stops | Touched.Availability);
    public static DataCheck PlannedShareJumps { get; } = new("planned-share-jumps", "The planned share of downtime jumps", Touched.Stops | Touched.Availability);
    public static DataCheck StopsAndRunTimeDisagree { get; } = new("stops-and-run-time-disagree", "Stops and run time disagree", Touched.Stops | Touched.Availability);
    public static DataCheck PerformanceAboveOne { get; } = new("performance-above-100", "Performance above 100 %", Touched.Performance);
    public static DataCheck AvailabilityAboveOne { get; } = new("availability-above-100", "Availability above 100 %", Touched.Availability);
    public static DataCheck NoIdealCycle { get; } = new("no-ideal-cycle", "No ideal cycle time", Touched.Performance);
    public static DataCheck NoCalendar { get; } = new("no-calendar", "No shift calendar", Touched.Availability);

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<DataCheck> All { get; } =
    [
        MissingDays, LateData, NoCalendar, AvailabilityAboveOne, PerformanceAboveOne, NoIdealCycle, NoScrap, CountsDisagree, GoodAboveTotal,
        StopsWithoutReason, OverlappingStops, OpenStops, PlannedShareJumps, StopsAndRunTimeDisagree,
    ];

    public static DataFinding DaysMissing(string where, IReadOnlyList<DateOnly> days) => new(
        MissingDays, where, $"No data of {where} for {Named(days)}.", days[0], days[^1]);

    public static DataFinding EndsEarly(string where, DateOnly last, DateOnly expected) => new(
        LateData, where, Text($"The data of {where} ends on {PeriodText.Day(last)}, {Days(expected.DayNumber - last.DayNumber)} before {PeriodText.Day(expected)}."),
        last.AddDays(1), expected);

    public static DataFinding ScrapNeverBooked(string where, long pieces, DateOnly from, DateOnly to) => new(
        NoScrap, where, Text($"No scrap of {where} was booked at all among {pieces:N0} pieces, so quality of 100 % is probably not true."), from, to);

    /// <param name="other">The table that was held against production, for example "the hourly counts".</param>
    public static DataFinding CountedTwice(string where, string other, long production, long counted, int days, DateOnly from, DateOnly to) => new(
        CountsDisagree, where,
        Text($"Production of {where} says {production:N0} pieces and {other} {counted:N0} on {Days(days)}; production is what answers use."), from, to);

    public static DataFinding MoreGoodThanTotal(string where, int days, DateOnly from, DateOnly to) => new(
        GoodAboveTotal, where, Text($"More good pieces of {where} than pieces in all were booked on {Days(days)}; the counts are wrong."), from, to);

    public static DataFinding ReasonMissing(string where, TimeSpan time, decimal share, DateOnly from, DateOnly to) => new(
        StopsWithoutReason, where, Text($"{Hours(time)} of the downtime of {where} ({share * 100:0} %) have no reason."), from, to);

    public static DataFinding StopsOverlap(string where, int stops, TimeSpan time, DateOnly from, DateOnly to) => new(
        OverlappingStops, where,
        Text($"{stops:N0} stops of {where} overlap another one by {Hours(time)} in all; the time is counted once."), from, to);

    public static DataFinding StillOpen(string where, int stops, DateOnly since) => new(
        OpenStops, where, Text($"{(stops == 1 ? "A stop" : $"{stops:N0} stops")} of {where} began on {PeriodText.Day(since)}{(stops == 1 ? "" : " or later")} and was not ended; it is in no figure yet."), since);

    public static DataFinding PlannedJumps(string where, DateOnly week, decimal before, decimal after) => new(
        PlannedShareJumps, where,
        Text($"The planned share of the downtime of {where} went from {before * 100:0} % to {after * 100:0} % in the week of {PeriodText.Day(week)}; stops may be booked in another way since."),
        week, week.AddDays(6));

    public static DataFinding StopsDisagree(string where, TimeSpan booked, TimeSpan lost, DateOnly from, DateOnly to) => new(
        StopsAndRunTimeDisagree, where,
        Text($"{Hours(booked)} of unplanned stops of {where} are booked, but planned time less run time is {Hours(lost)}."), from, to);

    public static DataFinding TooFast(string where, decimal performance, DateOnly from, DateOnly to) => new(
        PerformanceAboveOne, where,
        Text($"Performance of {where} is {performance * 100:0.0} %: the ideal cycle time of that machine and product is probably wrong."), from, to);

    public static DataFinding TooAvailable(string where, decimal availability, DateOnly from, DateOnly to) => new(
        AvailabilityAboveOne, where,
        Text($"Availability of {where} is {availability * 100:0.0} %: more run time than planned time was booked. The planned time is probably wrong."), from, to);

    public static DataFinding IdealCycleMissing(string where, DateOnly from, DateOnly to) => new(
        NoIdealCycle, where, $"{where} has no ideal cycle time, so performance and OEE cannot be computed.", from, to);

    public static DataFinding CalendarMissing(string line) => new(
        NoCalendar, line, $"{line} has no shift calendar, so its planned time is not known where the data does not bring it.");

    private static string Named(IReadOnlyList<DateOnly> days) => days.Count <= NamedDays
        ? string.Join(", ", days.Select(PeriodText.Day))
        : Text($"{days.Count} days, the first of them {PeriodText.Day(days[0])}");

    private static string Days(int days) => days == 1 ? "1 day" : Text($"{days:N0} days");

    private static string Hours(TimeSpan time) => time.TotalHours < 1 ? Text($"{time.TotalMinutes:0} min") : Text($"{time.TotalHours:0.0} h");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
