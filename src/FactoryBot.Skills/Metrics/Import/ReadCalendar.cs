using System.Globalization;
using FactoryBot.Skills.Metrics.Calendar;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Lines of a shift calendar: the shifts of the week, and days that differ.</summary>
internal static class ReadCalendar
{
    private static readonly string[] Kinds = ["shift", "holiday", "maintenance", "extra"];

    public static (ShiftRule? Rule, CalendarDay? Day) Of(RowReader row, ReadContext context)
    {
        var what = row.Text("what")?.ToLowerInvariant() ?? "shift";
        if (!Kinds.Contains(what))
            row.Reject($"{row.Named("what")} “{what}” is none of {string.Join(", ", Kinds)}");
        var line = row.Text("line") is { } name ? context.Line(row, name) : null;
        var site = line is null ? context.Site(row) : context.Master.Sites.Get(line.SiteId);
        if (site is null || row.Problem is not null)
            return default;
        return what == "shift" ? (Shift(row, context, site, line), null) : (null, Special(row, context, site, line, Enum.Parse<CalendarDayKind>(what, ignoreCase: true)));
    }

    private static ShiftRule? Shift(RowReader row, ReadContext context, PlantSite site, PlantLine? line)
    {
        var (name, start, end) = (row.Needed("shift"), Time(row, "start"), Time(row, "end"));
        var days = Weekdays.Read(row.Text("weekdays") ?? "daily");
        if (days is null)
            row.Reject($"{row.Named("weekdays")} “{row.Text("weekdays")}” are no days of the week");
        var breaks = Breaks(row);
        var (from, to) = (row.Day("valid from"), row.Day("valid to"));
        if (row.Problem is not null || start is null || end is null || name is null)
            return null;
        return new(0, site.Id, line?.Id, ShiftOf(context, site, name, start.Value, end.Value).Id, days!, start.Value, end.Value, breaks, from, to);
    }

    private static CalendarDay? Special(RowReader row, ReadContext context, PlantSite site, PlantLine? line, CalendarDayKind kind)
    {
        var day = row.Day("day");
        if (day is null)
            row.Reject($"{row.Named("day")} is empty");
        var whole = row.Text("start") is null && row.Text("end") is null && kind != CalendarDayKind.Extra;
        var (start, end) = whole ? (null, null) : (Time(row, "start"), Time(row, "end"));
        var shift = kind == CalendarDayKind.Extra ? row.Needed("shift") : null;
        if (row.Problem is not null)
            return null;
        var shiftId = shift is null ? (int?)null : ShiftOf(context, site, shift, start!.Value, end!.Value).Id;
        return new(0, site.Id, line?.Id, day!.Value, kind, start, end, shiftId, row.Text("name") ?? kind.ToString());
    }

    private static PlantShift ShiftOf(ReadContext context, PlantSite site, string name, TimeOnly starts, TimeOnly ends) =>
        context.Master.Shifts.All.FirstOrDefault(s => s.SiteId == site.Id && NearestNames.Same(name, s.Name, s.Aliases))
        ?? context.Master.Shifts.Add(id => new(id, site.Id, name, [], starts, ends));

    private static TimeOnly? Time(RowReader row, string field)
    {
        if (row.Needed(field) is null)
            return null;
        var moment = row.Moment(field);
        if (moment is { Time: null })
            row.Reject($"{row.Named(field)} “{row.Text(field)}” is not a time of day");
        return moment?.Time;
    }

    // "10:00-10:10; 12:00-12:30" or "10:00 10 min".
    private static List<ShiftBreak> Breaks(RowReader row)
    {
        var breaks = new List<ShiftBreak>();
        foreach (var part in (row.Text("breaks") ?? "").Split([';', ',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '–'], 2, StringSplitOptions.TrimEntries);
            var words = part.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (ends.Length == 2 && Clock(ends[0]) is { } from && Clock(ends[1]) is { } to)
                breaks.Add(new(from, (int)(to - from).TotalMinutes));
            else if (words.Length == 2 && Clock(words[0]) is { } at && DurationCell.Read(words[1], "minutes", null) is { } seconds)
                breaks.Add(new(at, (int)(seconds / 60)));
            else
                row.Reject($"{row.Named("breaks")} “{part}” is no break such as 12:00-12:30");
        }

        return breaks;
    }

    private static TimeOnly? Clock(string text) => MomentCell.Read(text, null)?.Time;
}

/// <summary>Days of the week as calendars write them: "Mon-Fri", "Mo, Di, Mi", "1-5", "daily".</summary>
internal static class Weekdays
{
    private static readonly Dictionary<string, DayOfWeek> Names = new(StringComparer.Ordinal)
    {
        ["mo"] = DayOfWeek.Monday, ["tu"] = DayOfWeek.Tuesday, ["di"] = DayOfWeek.Tuesday, ["we"] = DayOfWeek.Wednesday, ["mi"] = DayOfWeek.Wednesday,
        ["th"] = DayOfWeek.Thursday, ["do"] = DayOfWeek.Thursday, ["fr"] = DayOfWeek.Friday, ["sa"] = DayOfWeek.Saturday, ["su"] = DayOfWeek.Sunday, ["so"] = DayOfWeek.Sunday,
    };

    public static IReadOnlyList<DayOfWeek>? Read(string text)
    {
        var folded = ColumnHeaders.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        if (folded is "daily" or "taglich" or "taeglich" or "all" or "everyday")
            return Language.Schedule.EveryDay;
        if (folded is "weekdays" or "werktags")
            return Language.Schedule.Weekdays;
        var days = new HashSet<DayOfWeek>();
        foreach (var part in text.Split([',', ';', '/', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '–'], 2);
            if (Day(ends[0]) is not { } from || Day(ends[^1]) is not { } to)
                return null;
            for (var day = from; ; day = (DayOfWeek)(((int)day + 1) % 7))
            {
                days.Add(day);
                if (day == to)
                    break;
            }
        }

        return days.Count == 0 ? null : Language.Schedule.Of(days, default).Days;
    }

    private static DayOfWeek? Day(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is >= 1 and <= 7 ? (DayOfWeek)(number % 7) : null
        : text.Length >= 2 && Names.TryGetValue(text[..2].ToLowerInvariant(), out var day) ? day : null;
}
