using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Growth from 2025 to 2026": two times to be set beside each other, not the span from one to the other.</summary>
internal static partial class TwoSides
{
    public static IEnumerable<(int Start, int End, Period Period)> In(string text, DateOnly today)
    {
        if (!Grows().IsMatch(text) || FromTo().Match(text) is not { Success: true } match)
            yield break;
        if (Of(match.Groups["b"].Value, null, today) is not { } to || Of(match.Groups["a"].Value, to, today) is not { } from || from.Grain != to.Grain)
            yield break;
        yield return (match.Groups["a"].Index, match.Groups["a"].Index + match.Groups["a"].Length, from);
        yield return (match.Groups["b"].Index, match.Groups["b"].Index + match.Groups["b"].Length, to);
    }

    // "From March to April 2026": the year is said once.
    private static Period? Of(string text, Period? other, DateOnly today)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
            return new(new(year, 1, 1), new(year, 12, 31), Grain.Year, text);
        if (MoreTimes.In(text, today).Select(t => t.Period).FirstOrDefault() is { } named)
            return named;
        var full = other is null || text.Any(char.IsAsciiDigit) ? text : $"{text} {other.From.Year.ToString(CultureInfo.InvariantCulture)}";
        return PeriodReader.Find(Sentence.Of(full), null, today) is [{ Readings.Count: 0, Period: { } period }] ? period : null;
    }

    [GeneratedRegex(@"\b(growth|grow|grew|grown|change[ds]?|increase[ds]?|decrease[ds]?|decline[ds]?|rise|rose|fall|fell|drop(ped)?|differ(ence)?|develop(ment|ed)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Grows();

    [GeneratedRegex(@"\bfrom\s+(?<a>(Q[1-4]|\p{L}+)\s+(19|20)\d\d|(19|20)\d\d|\p{L}+)\s+to\s+(?<b>(Q[1-4]|\p{L}+)\s+(19|20)\d\d|(19|20)\d\d|\p{L}+(\s+(month|year|quarter|week))?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FromTo();
}
