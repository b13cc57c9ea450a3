using System.Globalization;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Reads a time span: "1:30:00", "00:45", "90" in the unit of the column, "1 h 30 min", and a speed as the time of one piece.</summary>
internal static class DurationCell
{
    /// <returns>Seconds; null where it cannot be read.</returns>
    public static decimal? Read(string text, string unit, bool? decimalComma)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            return Clock(text, unit);
        if (Spoken(text, decimalComma) is { } spoken)
            return spoken;
        if (NumberCell.Read(text, decimalComma) is not { } number)
            return null;
        return unit switch
        {
            "milliseconds" => number / 1_000,
            "minutes" => number * 60,
            "hours" => number * 3_600,
            "per hour" => number > 0 ? 3_600 / number : null,
            "per minute" => number > 0 ? 60 / number : null,
            _ => number,
        };
    }

    /// <summary>The unit that a header names: "Dauer [min]", "Cycle_Time_Seconds".</summary>
    public static string? UnitOf(string header)
    {
        foreach (var word in ColumnHeaders.Fold(header).Split(' '))
        {
            var unit = word switch
            {
                "s" or "sec" or "secs" or "second" or "seconds" or "sek" or "sekunden" => "seconds",
                "ms" or "milliseconds" => "milliseconds",
                "min" or "mins" or "minute" or "minutes" or "minuten" => "minutes",
                "h" or "hr" or "hrs" or "hours" or "std" or "stunden" => "hours",
                _ => null,
            };
            if (unit is not null)
                return unit;
        }

        return null;
    }

    // "1:30" is hours and minutes, but minutes and seconds where the column counts seconds.
    private static decimal? Clock(string text, string unit)
    {
        var parts = text.Trim().Split(':');
        if (parts.Length > 3 || !Array.TrueForAll(parts, p => decimal.TryParse(p, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)))
            return null;
        var numbers = parts.Select(p => decimal.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        if (numbers.Skip(1).Any(n => n >= 60))
            return null;
        return parts.Length == 3 ? numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
            : unit == "seconds" ? numbers[0] * 60 + numbers[1]
            : numbers[0] * 3_600 + numbers[1] * 60;
    }

    private static decimal? Spoken(string text, bool? decimalComma)
    {
        decimal seconds = 0;
        var number = "";
        var found = false;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Split))
        {
            if (char.IsAsciiDigit(word[0]))
            {
                number = word;
                continue;
            }

            if (number.Length == 0 || UnitOf(word) is not { } unit || Read(number, unit, decimalComma) is not { } part)
                return null;
            (seconds, number, found) = (seconds + part, "", true);
        }

        return found && number.Length == 0 ? seconds : null;
    }

    private static IEnumerable<string> Split(string word)
    {
        var cut = word.TakeWhile(c => !char.IsLetter(c)).Count();
        return cut == 0 || cut == word.Length ? [word] : [word[..cut], word[cut..]];
    }
}
