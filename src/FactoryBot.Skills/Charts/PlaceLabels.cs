using System.Globalization;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Charts;

/// <summary>The names below an upright chart: all of them where they have room, in two lines where that helps, otherwise every second, third...</summary>
internal static class PlaceLabels
{
    private const double Size = Canvas.Small;

    /// <summary>Days get short names; the month is named where it changes.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> places)
    {
        var days = places.Select(Day).ToList();
        return days.TrueForAll(d => d is not null)
            ? [.. days.Select((d, i) => DayName(d!.Value, i == 0 ? null : days[i - 1]))]
            : [.. places.Select(ChartFallback.Place)];
    }

    public static DateOnly? Day(string place) =>
        DateOnly.TryParseExact(place, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string DayName(DateOnly day, DateOnly? before) =>
        day.ToString(before is { } b && b.Month == day.Month && b.Year == day.Year ? "%d" : "d MMM", CultureInfo.InvariantCulture);

    /// <summary>Whether names in so narrow slots can be read: each in at most two lines, none cut.</summary>
    public static bool Fit(IReadOnlyList<string> names, double slot) =>
        names.All(n => TextWidth.Of(n, Size) <= slot - 4) || InTwoLines(names, slot);

    /// <returns>The height that the names take.</returns>
    public static double Draw(Canvas canvas, IReadOnlyList<string> places, Func<int, double> middle, double slot, double top)
    {
        var names = Names(places);
        if (InTwoLines(names, slot))
        {
            var lines = names.Select(n => TextWidth.Wrap(n, Size, slot - 6, 2)).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                for (var line = 0; line < lines[i].Count; line++)
                    canvas.Text(middle(i), top + 14 + (line * 14), lines[i][line], Anchor.Middle, "s");
            }
            return lines.Max(l => l.Count) * 14;
        }
        // A month must be named again where the label that carried it is left out.
        var step = Step(places, names, slot);
        DateOnly? before = null;
        for (var i = 0; i < names.Count; i += step)
        {
            var day = Day(places[i]);
            var name = day is { } d && names[0].Contains(' ', StringComparison.Ordinal) ? DayName(d, before) : names[i];
            before = day;
            canvas.TryText(Inside(middle(i), name), top + 14, TextWidth.Cut(name, Size, Math.Max(slot * step, 24) + 12), Anchor.Middle, "s");
        }
        return 14;
    }

    private static bool InTwoLines(IReadOnlyList<string> names, double slot) =>
        slot >= 30 && !names.All(IsDay) && names.All(n => TextWidth.Wrap(n, Size, slot - 6, 2) is var lines
            && string.Concat(lines).Length >= n.Replace(" ", "", StringComparison.Ordinal).Length
            && !lines[^1].EndsWith('…') && Unbroken(n, slot - 6));

    // "26" below "Oct" would be read as a second row.
    private static bool IsDay(string name) => name.Length <= 6 && name.Split(' ')[0].All(char.IsAsciiDigit);

    private static bool Unbroken(string name, double room) => name.Split(' ', '-', '/').All(word => TextWidth.Of(word + "-", Size) <= room);

    private static int Step(IReadOnlyList<string> places, IReadOnlyList<string> names, double slot)
    {
        var widest = names.Max(n => TextWidth.Of(n, Size));
        var step = Math.Max(1, (int)Math.Ceiling((Math.Min(widest, 90) + 5) / slot));
        // Days read best by weeks.
        return step > 2 && step <= 7 && places.Count > 10 && Day(places[0]) is not null ? 7 : step;
    }

    private static double Inside(double x, string name)
    {
        var half = TextWidth.Of(name, Size) / 2;
        return Math.Clamp(x, half + 1, Math.Max(half + 1, Canvas.Width - half - 1));
    }
}
