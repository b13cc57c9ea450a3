using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>A day, or days of one month, as a text names them; without a year where the text has none.</summary>
internal sealed record DateMention(int? Year, int Month, int FromDay, int ToDay, int Start, int End);

/// <summary>Finds days, weeks, quarters, years and times of day in a text.</summary>
internal static partial class DateReader
{
    private static readonly string[] Starts = ["jan", "feb", "m", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de"];

    public static IReadOnlyList<DateMention> Mentions(string text)
    {
        var found = Iso().Matches(text).Concat(DayMonth().Matches(text)).Concat(MonthDay().Matches(text)).SelectMany(Of)
            .Concat(Numeric().Matches(text).SelectMany(OfNumeric));
        return [.. found.OrderBy(m => m.Start)];
    }

    public static bool Joins(string between) => Joint().IsMatch(between);

    /// <summary>Blanks what is known; a day or time that is not known stays and is then read as a number.</summary>
    public static string Blank(string text, KnownDates known, IReadOnlySet<string> times)
    {
        text = TextMask.Blank(text, Iso(), m => Of(m).All(known.Has));
        text = TextMask.Blank(text, DayMonth(), m => Of(m).All(known.Has));
        text = TextMask.Blank(text, MonthDay(), m => Of(m).All(known.Has));
        text = TextMask.Blank(text, MonthYear(), m => known.HasMonth(Month(m.Groups["month"].Value), Int(m, "year")));
        text = TextMask.Blank(text, Numeric(), m => OfNumeric(m).Any(known.Has));
        text = TextMask.Blank(text, Week(), m => known.HasWeek(Int(m, "week")) && (!m.Groups["year"].Success || known.HasYear(Int(m, "year"))));
        text = TextMask.Blank(text, Quarter(), m => known.HasQuarter(Int(m, "quarter")) && (!m.Groups["year"].Success || known.HasYear(Int(m, "year"))));
        text = TextMask.Blank(text, Ordinal(), m => known.HasDayOfMonth(Int(m, "day")));
        text = TextMask.Blank(text, Year(), m => known.HasYear(Int(m, "year")));
        return TextMask.Blank(text, Clock(), m => times.Contains(TimeOf(m)));
    }

    /// <summary>Times of day as hh:mm.</summary>
    public static IEnumerable<string> Times(string text) => Clock().Matches(text).Select(TimeOf);

    private static IEnumerable<DateMention> Of(Match match)
    {
        var month = match.Groups["m"].Success ? Int(match, "m") : Month(match.Groups["month"].Value);
        var from = Int(match, "day");
        yield return new(
            match.Groups["year"].Success ? Int(match, "year") : null, month, from, match.Groups["to"].Success ? Int(match, "to") : from,
            match.Index, match.Index + match.Length);
    }

    // 11/09/2026 is a day in November or in September; either may be meant.
    private static IEnumerable<DateMention> OfNumeric(Match match)
    {
        var year = match.Groups["year"].Success ? Int(match, "year") : (int?)null;
        var (a, b) = (Int(match, "a"), Int(match, "b"));
        yield return new(year, b, a, a, match.Index, match.Index + match.Length);
        yield return new(year, a, b, b, match.Index, match.Index + match.Length);
    }

    private static string TimeOf(Match match)
    {
        var hour = Int(match, "hour");
        var minute = match.Groups["minute"].Success ? Int(match, "minute") : 0;
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.StartsWith('p') && hour < 12)
            hour += 12;
        else if (half.StartsWith('a') && hour == 12)
            hour = 0;
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
    }

    private static int Month(string name)
    {
        var lower = name.ToLowerInvariant();
        if (lower.StartsWith("mar", StringComparison.Ordinal) || lower.StartsWith("mär", StringComparison.Ordinal))
            return 3;
        return lower.StartsWith("ma", StringComparison.Ordinal) ? 5 : Array.FindIndex(Starts, s => lower.StartsWith(s, StringComparison.Ordinal)) + 1;
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private const string Months =
        "(?<month>jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";

    private const string Nth = @"(?:st|nd|rd|th|\.)?";

    [GeneratedRegex(@"\b(?<year>\d{4})-(?<m>\d{2})-(?<day>\d{2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<day>\d{1,2})" + Nth + @"(?:\s?(?:-|–|to|until|and|und|bis)\s?(?<to>\d{1,2})" + Nth + @")?\s?(?:of\s)?" + Months + @"\b\.?(?:,?\s?(?<year>(?:19|20)\d\d)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b" + Months + @"\.?\s(?:the\s)?(?<day>\d{1,2})" + Nth + @"(?![\d%]|[.,]\d|\s?%)(?:\s?(?:-|–|to|until|and|bis)\s?(?<to>\d{1,2})" + Nth + @"(?![\d%]|[.,]\d|\s?%))?(?:,?\s?(?<year>(?:19|20)\d\d)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b" + Months + @"\.?,?\s(?:of\s)?(?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<![\d.,/])(?<a>\d{1,2})(?:/(?<b>\d{1,2})(?:/(?<year>20\d\d))?|\.(?<b>\d{1,2})\.(?<year>20\d\d)?)(?![\d%/])")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?:(?<year>20\d\d)-w|w|(?:calendar\s)?week\s|kw\s?)(?<week>\d{1,2})\b(?!\s?%|[.,]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Week();

    [GeneratedRegex(@"\bq(?<quarter>[1-4])\b(?:\s(?<year>20\d\d)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\b(?:in|of|year|since|for|during|¤)[ ,]{1,2})(?<year>(?:19|20)\d\d)\b(?!\s?[%\p{L}]|[.,:/]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d:.,])(?<hour>[01]?\d|2[0-3])(?::(?<minute>[0-5]\d)(?::[0-5]\d)?(?:\.\d+)?(?:\s?(?<half>[ap]\.?m\b\.?))?|\s?(?<half>[ap]\.?m\b\.?))(?![\d:])", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\s?(?:-|–|—|/|to|until|till|through|and|bis)\s?$", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
