using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Takes "needed by 15 December" and "delivery: 2 weeks" out of a text, so that no number of it is a size or a quantity.</summary>
internal static partial class NeededBy
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    public static string Take(string text, DateOnly today, ref DateOnly? day)
    {
        DateOnly? found = null;
        var rest = Span().Replace(text, match => Read(match, ref found));
        rest = Date().Replace(rest, match => Read(match, ref found));
        day = found ?? day;
        return rest;

        string Read(Match match, ref DateOnly? into)
        {
            into ??= Of(match, today);
            return " ";
        }
    }

    private static DateOnly? Of(Match match, DateOnly today)
    {
        if (match.Groups["count"].Success && int.TryParse(match.Groups["count"].Value, CultureInfo.InvariantCulture, out var count) && count < 1000)
            return today.AddDays(match.Groups["span"].Value.ToLowerInvariant()[0] switch { 'w' => 7 * count, 'm' => 30 * count, _ => count });
        if (!int.TryParse(match.Groups["d"].Value, CultureInfo.InvariantCulture, out var d))
            return null;
        var m = match.Groups["mon"].Success
            ? 1 + "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(match.Groups["mon"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3
            : int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        var y = match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : today.Year;
        y = y < 100 ? 2000 + y : y;
        if (m is < 1 or > 12 || d < 1 || y is < 2000 or > 2200 || d > DateTime.DaysInMonth(y, m))
            return null;
        var date = new DateOnly(y, m, d);
        return !match.Groups["y"].Success && date < today ? date.AddYears(1) : date;
    }

    [GeneratedRegex(@"(?:\b(?:delivery|lead ?time|deliver(?:ed)?|needed|required|lieferzeit)\b\s*(?:time)?\s*[:=]?\s*)?(?:\b(?:with)?in\s+)?(?<![\w.#-])(?<count>\d{1,3})(?:\s*(?:-|to)\s*\d{1,3})?\s*(?<span>weeks?|wks?|working days|business days|days?|months?)\b(?:\s*(?:time|max|from now))?", RegexOptions.IgnoreCase)]
    private static partial Regex Span();

    [GeneratedRegex($@"(?:\b(?:(?:needed|required|delivery|deliver(?:ed)?|due|ship(?:ped)?|want(?:ed)?|date|lieferung|liefertermin)\s*(?:date)?\s*[:=]?\s*)?(?:by|on|until|before|latest|bis|no later than)?\s*[:=]?\s*)?(?<![\w/.-])(?:(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)|(?<d>\d{{1,2}})\.(?<m>\d{{1,2}})\.(?<y>(?:20)?\d\d)|(?<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<mon>{Months})\b\.?(?:,?\s+(?<y>20\d\d))?|(?<mon>{Months})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?<y>20\d\d))?)", RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
