using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>A date, a time of day, or both, as a cell holds them: by the clock on the wall unless an offset stands beside.</summary>
/// <param name="Odd">The date is Excel's day zero, so only the time of day means something.</param>
internal readonly record struct MomentCell(DateOnly? Day, TimeOnly? Time, TimeSpan? Offset, bool Odd)
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="dayFirst">Whether 03/04 is the third of April; null: not known, and such a date is not read.</param>
    public static MomentCell? Read(string text, bool? dayFirst)
    {
        var match = MomentPatterns.Whole().Match(text.Trim());
        if (!match.Success)
            return Serial(text);
        DateOnly? day = null;
        if (match.Groups["date"].Success)
        {
            if (Date(match, dayFirst) is not { } read)
                return null;
            day = read;
        }

        TimeOnly? time = null;
        if (match.Groups["h"].Success)
        {
            if (Clock(match) is not { } read)
                return null;
            (time, day) = read.Next ? (read.Time, day?.AddDays(1)) : (read.Time, day);
        }

        TimeSpan? offset = match.Groups["z"].Value switch
        {
            "" => null,
            "Z" or "z" => TimeSpan.Zero,
            var zone => OffsetOf(zone),
        };
        return day is null && time is null ? null
            : day?.Year is 1899 or 1900 ? new(null, time ?? TimeOnly.MinValue, null, true)
            : new(day, time, offset, false);
    }

    /// <summary>Whether a column's dates show which number is the day; null where all of them can be both.</summary>
    public static bool? Guess(IEnumerable<string> cells)
    {
        foreach (var match in cells.Select(cell => MomentPatterns.Whole().Match(cell.Trim())).Where(m => m.Groups["a"].Success))
        {
            if (match.Groups["sep"].Value == "." || Number(match, "a") > 12)
                return true;
            if (Number(match, "b") > 12)
                return false;
        }

        return null;
    }

    private static DateOnly? Date(Match match, bool? dayFirst)
    {
        if (match.Groups["y"].Success)
            return DayOf(Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (match.Groups["mon"].Success)
            return DayOf(Year(match, "year"), Array.IndexOf(MonthNames, match.Groups["mon"].Value[..3].ToLowerInvariant().Replace("mai", "may", StringComparison.Ordinal).Replace("okt", "oct", StringComparison.Ordinal).Replace("dez", "dec", StringComparison.Ordinal)) + 1, Number(match, "dd"));
        var (first, second) = (Number(match, "a"), Number(match, "b"));
        var isDay = match.Groups["sep"].Value == "." || first > 12 ? true : second > 12 ? false : first == second ? true : dayFirst;
        return isDay is not { } known ? null : known ? DayOf(Year(match, "c"), second, first) : DayOf(Year(match, "c"), first, second);
    }

    private static (TimeOnly Time, bool Next)? Clock(Match match)
    {
        var (hour, minute) = (Number(match, "h"), Number(match, "min"));
        var second = match.Groups["s"].Success ? Number(match, "s") : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = hour % 12 + (match.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        }

        return minute > 59 || second > 59 ? null
            : hour < 24 ? (new(hour, minute, second), false)
            : (hour, minute, second) == (24, 0, 0) ? (TimeOnly.MinValue, true)
            : null;
    }

    // Days since the end of 1899, as a workbook saved as CSV holds them where the cell had no date format.
    private static MomentCell? Serial(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 20_000 and < 80_000
            ? Read(ExcelDate.Text(serial, since1904: false), null)
            : null;

    private static TimeSpan OffsetOf(string zone)
    {
        var digits = new string([.. zone.Where(char.IsAsciiDigit)]);
        var span = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), digits.Length > 2 ? int.Parse(digits[2..4], CultureInfo.InvariantCulture) : 0, 0);
        return zone[0] == '-' ? -span : span;
    }

    private static int Year(Match match, string group) => Number(match, group) is var year && year < 100 ? year + 2000 : year;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1899 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}

internal static partial class MomentPatterns
{
    [GeneratedRegex(@"^(?<date>(?<y>\d{4})[-/.]?(?<m>\d{2})[-/.]?(?<d>\d{2})|(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})\k<sep>(?<c>\d{4}|\d{2})|(?<dd>\d{1,2})[-. ]+(?<mon>jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?[-. ]+(?<year>\d{4}|\d{2}))?(?:(?:^|[T ,]+)(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d{1,9})?)?(?: ?(?<half>[ap])\.?m\.?)?(?: ?(?<z>Z|[+-]\d{2}:?(?:\d{2})?))?)?$", RegexOptions.IgnoreCase)]
    public static partial Regex Whole();
}
