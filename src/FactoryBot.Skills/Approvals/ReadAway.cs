using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Reads "I'm away until 3 December, Ben decides for me": who, from when, through which day. Pure. Days are days to come.</summary>
internal static partial class ReadAway
{
    private const string Month = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string Weekday = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
    private const string Day = $@"(?:(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)|(?<d>\d{{1,2}})\.\s?(?<m>\d{{1,2}})\.(?:\s?(?<y>20\d\d))?|(?<d>\d{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+of)?\s+(?<mon>{Month})\b\.?(?:,?\s+(?<y>20\d\d))?|(?<mon>{Month})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?<y>20\d\d))?|(?:next\s+)?(?<week>{Weekday})\b|(?<rel>today|tomorrow))";

    /// <returns>Null in a place that the words leave open.</returns>
    public static (Member? Delegate, bool Named, DateOnly From, DateOnly? Through) Of(string text, Asker asker, IReadOnlyList<Member> people)
    {
        var rest = Whom().Replace(text, " ");
        var from = From().Match(rest) is { Success: true } start ? DateOf(start, asker.Today) ?? asker.Today : asker.Today;
        DateOnly? through = Until().Match(rest) is { Success: true } until ? DateOf(until, from)
            : Span().Match(rest) is { Success: true } span ? from.AddDays((int.TryParse(span.Groups["n"].Value, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, 400) : 1) * (span.Groups["unit"].Value.StartsWith('w') ? 7 : 1) - 1)
            : Week().Match(rest) is { Success: true } week ? EndOfWeek(asker.Today, week.Groups["next"].Success)
            : Only().Match(rest) is { Success: true } only ? DateOf(only, asker.Today) : null;
        if (Week().Match(rest) is { Success: true } whole && whole.Groups["next"].Success && !From().IsMatch(rest))
            from = EndOfWeek(asker.Today, true).AddDays(-6);
        else if (!From().IsMatch(rest) && !Until().IsMatch(rest) && !Span().IsMatch(rest) && Only().Match(rest) is { Success: true } one && DateOf(one, asker.Today) is { } day)
            from = day;

        var others = people.Where(p => p.Id != asker.MemberId).ToArray();
        var mentioned = Words().Matches(text).Select(w => w.Value).ToArray();
        var named = others.Where(p => text.Contains(p.Name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (named.Length == 0)
            named = [.. others.Where(p => mentioned.Contains(People.FirstName(p), StringComparer.OrdinalIgnoreCase))];
        return (named.Length == 1 ? named[0] : null, named.Length > 0, from, through);
    }

    /// <summary>The name that stands before what somebody is to do: the Ben of "Ben decides for me"; null where none does.</summary>
    public static string? NameIn(string text) => Doer().Match(text) is { Success: true } doer ? doer.Groups["name"].Value : null;

    private static DateOnly EndOfWeek(DateOnly today, bool next) => today.AddDays((7 - (int)today.DayOfWeek) % 7 + (next ? 7 : 0));

    private static DateOnly? DateOf(Match match, DateOnly today)
    {
        if (match.Groups["rel"].Success)
            return match.Groups["rel"].Value.Equals("today", StringComparison.OrdinalIgnoreCase) ? today : today.AddDays(1);
        if (match.Groups["week"].Success)
        {
            var wanted = "sunmontuewedthufrisat".IndexOf(match.Groups["week"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3;
            return today.AddDays((wanted - (int)today.DayOfWeek + 7) % 7 is var ahead && ahead == 0 ? 7 : ahead);
        }

        var d = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var m = match.Groups["mon"].Success
            ? 1 + "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(match.Groups["mon"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3
            : int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        var y = match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : today.Year;
        if (m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return null;
        var date = new DateOnly(y, m, d);
        return !match.Groups["y"].Success && date < today ? date.AddYears(1) : date;
    }

    [GeneratedRegex(@"\b(?:decides?|approves?|covers?|stands? in|signs?|takes? over)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Whom();

    [GeneratedRegex($@"\b(?:from|starting|as of|since)\s+(?:the\s+)?{Day}|\b{Day}(?=\s*[-–]\s*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex($@"(?:\b(?:until|till|til|through|thru|to|up to|by|back on|bis)|[-–])\s*(?:the\s+|and including\s+)?{Day}", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"\bfor\s+(?:the\s+next\s+)?(?<n>\d{1,3}|a|one)\s+(?<unit>days?|weeks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(?:(?<next>next)|this)\s+week\b", RegexOptions.IgnoreCase)]
    private static partial Regex Week();

    [GeneratedRegex($@"\b(?:on\s+)?{Day}", RegexOptions.IgnoreCase)]
    private static partial Regex Only();

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?)\s+(?:decides|approves|covers|stands in|takes over|signs|can approve|will approve)\b")]
    private static partial Regex Doer();

    [GeneratedRegex(@"[\p{L}][\p{L}'-]*")]
    private static partial Regex Words();
}
