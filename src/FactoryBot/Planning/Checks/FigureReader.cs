using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>Finds the numbers of a text, with unit, direction and rounding. Dates, times of day and names must be blanked before.</summary>
internal static partial class FigureReader
{
    // Words further away do not belong to a number, and looking for them would take time with the square of a text's length.
    private const int Near = 60;

    /// <returns>The figures, in order; null where a number cannot be read with certainty.</returns>
    public static List<Figure>? Read(string text)
    {
        var figures = new List<Figure>();
        foreach (Match match in Number().Matches(text))
        {
            if (Of(text, match) is not { } figure)
                return null;
            figures.Add(figure);
        }
        return Durations(text, figures);
    }

    /// <summary>A figure of words that were read elsewhere ("seventy-eight percent").</summary>
    public static Figure OfWords(string text, decimal value, decimal step, int start, int end) => With(text, value, step, negative: false, start, end)!;

    private static Figure? Of(string text, Match match)
    {
        var digits = match.Groups["n"].Value;
        if (Value(digits) is not { } value)
            return null;
        var comma = DecimalPlaces(digits);
        return With(text, value, Step(comma), match.Groups["sign"].Success, match.Index, match.Index + match.Length);
    }

    private static Figure? With(string text, decimal value, decimal step, bool negative, int start, int end)
    {
        var rest = After(text, end);
        if (Multiplier().Match(rest) is { Success: true } many)
        {
            var factor = char.ToLowerInvariant(many.Value.TrimStart()[0]) is 'k' or 't' ? 1_000m : 1_000_000m;
            (value, step, end) = (value * factor, step * factor, end + many.Length);
            rest = After(text, end);
        }
        var kind = FigureKind.Plain;
        if (Percent().Match(rest) is { Success: true } percent)
        {
            (kind, end) = (FigureKind.Percent, end + percent.Length);
        }
        else if (Time().Match(rest) is { Success: true } time)
        {
            var seconds = Seconds(time.Groups[1].Value);
            (kind, value, step, end) = (FigureKind.Duration, value * seconds, step * seconds, end + time.Length);
        }
        else if (rest.Length > 0 && (char.IsLetterOrDigit(rest[0]) || (rest.Length > 1 && rest[0] is '^' or '/' or ':' && char.IsDigit(rest[1]))))
        {
            return null;
        }
        var before = text[Math.Max(0, start - Near)..start];
        var direction = negative ? Direction.Down : Words.DirectionOf(before, After(text, end));
        return new(kind, value, step, direction, Words.IsAbout(before), Words.BoundOf(before), negative, start, end);
    }

    private static string After(string text, int at) => text[at..Math.Min(text.Length, at + Near)];

    // "3 h 25 min" is one duration.
    private static List<Figure> Durations(string text, List<Figure> figures)
    {
        for (var i = figures.Count - 1; i > 0; i--)
        {
            var (first, second) = (figures[i - 1], figures[i]);
            if (first.Kind != FigureKind.Duration || second.Kind != FigureKind.Duration || first.Step <= second.Step
                || !Joint().IsMatch(text[first.End..second.Start]))
                continue;
            figures[i - 1] = first with { Value = first.Value + second.Value, Step = second.Step, End = second.End };
            figures.RemoveAt(i);
        }
        return figures;
    }

    private static decimal? Value(string digits)
    {
        var text = Spaces().Replace(digits, "");
        if (Grouped().IsMatch(text))
            text = text.Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        else if (GroupedByDots().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        else if (text.Count(c => c == ',') == 1 && !text.Contains('.', StringComparison.Ordinal))
            text = text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < Figure.Largest
            ? value
            : null;
    }

    private static int DecimalPlaces(string digits)
    {
        var text = Spaces().Replace(digits, "");
        if (Grouped().IsMatch(text))
            return text.Contains('.', StringComparison.Ordinal) ? text.Length - text.LastIndexOf('.') - 1 : 0;
        if (GroupedByDots().IsMatch(text))
            return text.Contains(',', StringComparison.Ordinal) ? text.Length - text.LastIndexOf(',') - 1 : 0;
        var point = text.LastIndexOfAny(['.', ',']);
        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static decimal Step(int places)
    {
        var step = 1m;
        for (var i = 0; i < places && i < 20; i++)
            step /= 10;
        return step;
    }

    private static decimal Seconds(string unit) => unit.ToLowerInvariant() switch
    {
        var u when u.StartsWith("ms", StringComparison.Ordinal) || u.StartsWith("milli", StringComparison.Ordinal) => 0.001m,
        ['d', ..] or ['t', ..] => 86_400m,
        ['w', ..] => 604_800m,
        ['h', ..] or ['s', 't', ..] => 3_600m,
        ['m', ..] => 60m,
        _ => 1m,
    };

    [GeneratedRegex(@"(?:(?<![\w)\].,%])(?<sign>[-−–]))?(?<n>(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,'’]\d+)*)(?:[.,]\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?:['’]\d{3})+(?:\.\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$")]
    private static partial Regex GroupedByDots();

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:\s?((?i:thousand|tsd|tausend|mio|million(?:en|s)?))\b\.?|([kKM])(?![\p{L}\d]))")]
    private static partial Regex Multiplier();

    [GeneratedRegex(@"^\s?-?(?:%-?\s?(?:points?|punkte)\b|%|percentage[ -]points?\b|per ?cent(?:age)?\b(?:[ -]points?\b)?|pct\b|pp\b|pts?\b|points?\b|prozent(?:punkte)?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\s?-?(milliseconds?|ms|seconds?|secs?|sekunden?|s|minutes?|mins?|minuten?|hours?|hrs?|h|stunden?|std|days?|d|tage?n?|weeks?|wochen?)(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:\s*(?:,|and|und)?\s*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
