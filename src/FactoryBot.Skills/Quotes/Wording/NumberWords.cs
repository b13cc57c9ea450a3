using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Numbers that are written out, as digits: "twenty gauge" is 20 gauge, "four and a half inch" 4.5 inch, "six thirty-two" 6-32.</summary>
internal static partial class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = new Dictionary<string, int>
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17,
        ["eighteen"] = 18, ["nineteen"] = 19,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Spoken = SearchValues.Create([.. Small.Keys, .. Tens.Keys, "hundred", "thousand", "dozen", "half", "quarter", "eighth"], StringComparison.OrdinalIgnoreCase);

    public static string ToDigits(string text)
    {
        // Nearly no text holds one, and looking for all of them at once is far cheaper than the pattern.
        if (!text.AsSpan().ContainsAny(Spoken) || !Any().IsMatch(text))
            return text;
        var replaced = Fraction().Replace(text, m => Of(m, m.Groups["unit"].Success));
        return Whole().Replace(replaced, m => Integer(m.Value));
    }

    private static string Of(Match match, bool hasUnit)
    {
        var denominator = match.Groups["part"].Value.ToLowerInvariant().TrimEnd('s') switch
        {
            "half" or "halve" => 2m,
            "quarter" => 4m,
            "third" => 3m,
            "eighth" => 8m,
            _ => 16m,
        };
        var numerator = match.Groups["n"].Success ? Number(match.Groups["n"].Value) : 1m;
        var whole = match.Groups["whole"].Success ? Number(match.Groups["whole"].Value) : 0m;
        // "half" alone is a word like any other: only before a unit, or behind a whole number, it counts.
        if (!hasUnit && !match.Groups["whole"].Success)
            return match.Value;
        return (whole + numerator / denominator).ToString("0.####", CultureInfo.InvariantCulture) + (hasUnit ? " " + match.Groups["unit"].Value : "");
    }

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var digits) ? digits
        : text.Equals("a", StringComparison.OrdinalIgnoreCase) || text.Equals("an", StringComparison.OrdinalIgnoreCase) ? 1
        : Small.GetValueOrDefault(text, 1);

    private static string Integer(string words)
    {
        var parts = words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        // "six thirty-two", "four forty": how a screw thread is spoken.
        if (parts.Length >= 2 && Small.TryGetValue(parts[0], out var gauge) && gauge <= 12 && Tens.TryGetValue(parts[1], out var pitch))
            return string.Create(CultureInfo.InvariantCulture, $"{gauge}-{pitch + (parts.Length > 2 && Small.TryGetValue(parts[2], out var ones) ? ones : 0)}");
        if (parts is ["half" or "Half", _, _])
            return "6";
        var total = 0;
        var current = 0;
        foreach (var part in parts)
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
                current += digits;
            else if (Small.TryGetValue(part, out var small))
                current += small;
            else if (Tens.TryGetValue(part, out var tens))
                current += tens;
            else if (part.StartsWith("hundred", StringComparison.OrdinalIgnoreCase))
                current = Math.Max(1, current) * 100;
            else if (part.StartsWith("thousand", StringComparison.OrdinalIgnoreCase))
                (total, current) = (total + Math.Max(1, current) * 1000, 0);
            else if (part.StartsWith("dozen", StringComparison.OrdinalIgnoreCase))
                current = Math.Max(1, current) * 12;
        }

        return (total + current).ToString(CultureInfo.InvariantCulture);
    }

    private const string Ones = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string TensWords = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety";
    private const string Unit = @"inch(?:es)?|in\b|watts?|w\b|volts?|amps?|mm\b|foot|feet|met(?:er|re)s?|turns?|""";

    [GeneratedRegex($@"\b(?:{Ones}|{TensWords}|hundred|thousand|dozen|half|quarter|eighths?|sixteenths?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Any();

    [GeneratedRegex($@"\b(?:(?<whole>\d+|{Ones})\s+and\s+)?(?:(?<n>an?|one|three|five|seven|nine|eleven|thirteen|fifteen)[\s-]+)?(?<part>hal(?:f|ves)|quarters?|thirds?|eighths?|sixteenths?)\b(?:(?:\s+of)?(?:\s+an?)?[\s-]*(?<unit>{Unit}))?", RegexOptions.IgnoreCase)]
    private static partial Regex Fraction();

    [GeneratedRegex($@"\b(?:(?:half\s+an?\s+|a\s+|\d{{1,4}}\s+)?dozen|(?:{Ones})\s+dozen|(?:(?:a|{Ones})\s+)?(?:hundred|thousand)(?:\s+(?:and\s+)?(?:{Ones}|{TensWords}|hundred)(?:[\s-]+(?:{Ones}))?)*|(?:{Ones})\s+(?:{TensWords})(?:[\s-]+(?:{Ones}))?|(?:{TensWords})(?:[\s-]+(?:{Ones}))?|(?:{Ones}))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
