using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Times that questions of figures speak of and questions of a plant's day do not: halves of years, days to come.</summary>
internal static partial class MoreTimes
{
    public static IEnumerable<(int Start, int End, Period Period)> In(string text, DateOnly today)
    {
        foreach (Match match in HalfOf().Matches(text))
            yield return (match.Index, match.Index + match.Length, Half(match.Groups["year"].Value, match.Groups["half"].Value));
        foreach (Match match in YearHalf().Matches(text))
            yield return (match.Index, match.Index + match.Length, Half(match.Groups["year"].Value, match.Groups["half"].Value));
        foreach (Match match in Decade().Matches(text))
        {
            var from = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : 1900 + int.Parse(match.Groups["short"].Value, CultureInfo.InvariantCulture);
            yield return (match.Index, match.Index + match.Length, new(new(from, 1, 1), new(from + 9, 12, 31), Grain.Span, $"the {from}s"));
        }

        foreach (Match match in Coming().Matches(text))
        {
            if (!int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 1000)
                continue;
            var to = match.Groups["unit"].Value[0] switch
            {
                'd' or 'D' => today.AddDays(count),
                'w' or 'W' => today.AddDays(7 * count),
                _ => today.AddMonths(count),
            };
            yield return (match.Index, match.Index + match.Length, new(today, to, Grain.Span, $"the next {count} {match.Groups["unit"].Value}"));
        }

        foreach (Match match in YearQuarter().Matches(text))
        {
            var from = new DateOnly(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), (3 * int.Parse(match.Groups["quarter"].Value, CultureInfo.InvariantCulture)) - 2, 1);
            yield return (match.Index, match.Index + match.Length, new(from, from.AddMonths(3).AddDays(-1), Grain.Quarter, $"Q{match.Groups["quarter"].Value} {from.Year}"));
        }

        foreach (Match match in YearMonth().Matches(text))
        {
            var from = new DateOnly(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture), 1);
            yield return (match.Index, match.Index + match.Length, new(from, from.AddMonths(1).AddDays(-1), Grain.Month));
        }
    }

    private static Period Half(string year, string half)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        return half is "2" or "second" or "2nd" or "Second"
            ? new(new(y, 7, 1), new(y, 12, 31), Grain.Span, $"second half of {year}")
            : new(new(y, 1, 1), new(y, 6, 30), Grain.Span, $"first half of {year}");
    }

    [GeneratedRegex(@"\b(?<half>first|second|1st|2nd)\s+half(\s+(of|in))?\s+(?<year>(19|20)\d\d)\b|\bH(?<half>[12])\s*[/-]?\s*(?<year>(19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HalfOf();

    [GeneratedRegex(@"\b(?<year>(19|20)\d\d)'?s?\s*[-/]?\s*(?<half>first|second|1st|2nd)\s+half\b|\b(?<year>(19|20)\d\d)\s*[-/]?\s*H(?<half>[12])\b", RegexOptions.IgnoreCase)]
    private static partial Regex YearHalf();

    [GeneratedRegex(@"\b(the\s+)?((?<year>(19|20)\d0)|['’]?(?<short>[3-9]0))['’]?s\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decade();

    [GeneratedRegex(@"\b(next|coming|following)\s+(?<count>\d{1,4})\s+(?<unit>days?|weeks?|months?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Coming();

    [GeneratedRegex(@"\b(?<year>(19|20)\d\d)\s*[-/]?\s*Q(?<quarter>[1-4])\b", RegexOptions.IgnoreCase)]
    private static partial Regex YearQuarter();

    [GeneratedRegex(@"\b(?<year>(19|20)\d\d)-(?<month>0[1-9]|1[0-2])\b(?!-\d)")]
    private static partial Regex YearMonth();
}
