using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Takes "needed by 15 December" and "delivery: 2 weeks" out of a text, so that no number of it is a size or a quantity.</summary>
internal static partial class NeededBy
{
    private const string Months = "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|maerz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";

    public static string Take(string text, DateOnly today, ref DateOnly? day)
    {
        DateOnly? found = null;
        var rest = CalendarWeek().Replace(text, match => Into(ref found, FridayOf(int.Parse(match.Groups["week"].Value, CultureInfo.InvariantCulture), today)));
        rest = PartOfMonth().Replace(rest, match => Into(ref found, InMonth(match, today)));
        rest = NextWeekday().Replace(rest, match => Into(ref found, today.AddDays(1 + (Day(match.Groups["day"].Value) - (int)today.AddDays(1).DayOfWeek + 7) % 7)));
        rest = Span().Replace(rest, match => Read(match, ref found));
        rest = Date().Replace(rest, match => Read(match, ref found));
        day = found ?? day;
        return rest;

        string Read(Match match, ref DateOnly? into)
        {
            into ??= Of(match, today);
            return " ";
        }
    }

    private static string Into(ref DateOnly? found, DateOnly? day)
    {
        found ??= day;
        return " ";
    }

    /// <summary>A week is over with its Friday; one that is past is next year's.</summary>
    private static DateOnly? FridayOf(int week, DateOnly today)
    {
        var year = ISOWeek.GetYear(today.ToDateTime(TimeOnly.MinValue));
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return null;
        if (week < ISOWeek.GetWeekOfYear(today.ToDateTime(TimeOnly.MinValue)))
            year++;
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Friday));
    }

    private static DateOnly InMonth(Match match, DateOnly today)
    {
        var month = MonthOf(match);
        var year = match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : month < today.Month ? today.Year + 1 : today.Year;
        return new(year, month, match.Groups["mid"].Success ? 15 : DateTime.DaysInMonth(year, month));
    }

    private static int MonthOf(Match match) => 1 + "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(
        match.Groups["mon"].Value[..3].ToLowerInvariant() switch { "mae" => "mar", "mai" => "may", "okt" => "oct", "dez" => "dec", var name => name }, StringComparison.Ordinal) / 3;

    private static int Day(string name) => name[..2].ToLowerInvariant() switch { "mo" => 1, "tu" or "di" => 2, "we" or "mi" => 3, "th" or "do" => 4, "fr" => 5, "sa" => 6, _ => 0 };

    private static DateOnly? Of(Match match, DateOnly today)
    {
        if (match.Groups["count"].Success && int.TryParse(match.Groups["count"].Value, CultureInfo.InvariantCulture, out var count) && count < 1000)
            return today.AddDays(match.Groups["span"].Value.ToLowerInvariant()[0] switch { 'w' => 7 * count, 'm' => 30 * count, _ => count });
        if (!int.TryParse(match.Groups["d"].Value, CultureInfo.InvariantCulture, out var d))
            return null;
        var m = match.Groups["mon"].Success
            ? MonthOf(match)
            : int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        var y = match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : today.Year;
        y = y < 100 ? 2000 + y : y;
        if (m is < 1 or > 12 || d < 1 || y is < 2000 or > 2200 || d > DateTime.DaysInMonth(y, m))
            return null;
        var date = new DateOnly(y, m, d);
        return !match.Groups["y"].Success && date < today ? date.AddYears(1) : date;
    }

    private const string By = @"(?:\b(?:needed|required|delivery|deliver(?:ed)?|due|ship(?:ped)?|want(?:ed)?|lieferung|liefertermin|livraison|wanted)\s*(?:date)?\s*[:=]?\s*)?(?:\b(?:needed\s+)?(?:by|in|on|until|before|latest|bis|no later than|for)\s*[:=]?\s*)?";

    [GeneratedRegex(By + @"\b(?:cw|(?<!\d\s*)kw|calendar week|kalenderwoche|week|wk|semaine)\s*\.?\s*(?<week>\d{1,2})\b(?:\s*[/-]\s*20\d\d)?", RegexOptions.IgnoreCase)]
    private static partial Regex CalendarWeek();

    [GeneratedRegex(By + $@"(?:the\s+)?\b(?:(?<end>end|ende|fin)|(?<mid>mid|middle|mitte|mi))(?:\s+of|\s*-)?\s+(?<mon>{Months})\b\.?(?:\s+(?<y>20\d\d))?", RegexOptions.IgnoreCase)]
    private static partial Regex PartOfMonth();

    [GeneratedRegex(@"(?:\b(?:needed|required|delivery|due|want(?:ed)?|need it|lieferung)\s*[:=]?\s*)?\b(?:by|until|before|bis|latest)\s+(?:next\s+)?(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NextWeekday();

    [GeneratedRegex(@"(?:\b(?:delivery|lead ?time|deliver(?:ed)?|needed|required|lieferzeit)\b\s*(?:time)?\s*[:=]?\s*)?(?:\b(?:with)?in\s+)?(?<![\w.#-])(?<count>\d{1,3})(?:\s*(?:-|to)\s*\d{1,3})?\s*(?<span>weeks?|wks?|working days|business days|days?|months?)\b(?:\s*(?:time|max|from now))?", RegexOptions.IgnoreCase)]
    private static partial Regex Span();

    [GeneratedRegex($@"(?:\b(?:(?:needed|required|delivery|deliver(?:ed)?|due|ship(?:ped)?|want(?:ed)?|date|lieferung|liefertermin)\s*(?:date)?\s*[:=]?\s*)?(?:by|on|until|before|latest|bis|no later than)?\s*[:=]?\s*)?(?<![\w/.-])(?:(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)|(?<d>\d{{1,2}})\.(?<m>\d{{1,2}})\.(?<y>(?:20)?\d\d)|(?<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<mon>{Months})\b\.?(?:,?\s+(?<y>20\d\d))?|(?<mon>{Months})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?<y>20\d\d))?)", RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
