using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A line as a language model read it, after it was held against the text. Pure.</summary>
/// <param name="Wording">Words for the part, each of them in the text.</param>
/// <param name="Quantity">Null where the model named none, or one that does not stand in the words that it gave as its source.</param>
internal sealed partial record ModelLine(string Wording, decimal? Quantity, string Unit)
{
    private const int MostLines = 300;

    /// <summary>What is left of a model's reading: whatever names a number, a code or a quantity that the text does not have is thrown away.</summary>
    public static IReadOnlyList<ModelLine> Checked(JsonElement read, string text)
    {
        if (!read.TryGetProperty("lines", out var lines) || lines.ValueKind != JsonValueKind.Array)
            return [];
        var plain = Plain(text);
        var words = Tokens(plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. lines.EnumerateArray().Take(MostLines).Select(l => Line(l, plain, words)).OfType<ModelLine>()];
    }

    /// <summary>The customer's name, if it stands in the text.</summary>
    public static string? Customer(JsonElement read, string text) =>
        Word(read, "customer") is { Length: > 1 and <= 120 } name && Plain(text).Contains(Plain(name), StringComparison.OrdinalIgnoreCase) ? name : null;

    private static ModelLine? Line(JsonElement line, string plain, HashSet<string> words)
    {
        if (line.ValueKind != JsonValueKind.Object || Word(line, "part") is not { Length: > 0 and <= 400 } part || Word(line, "source") is not { Length: > 0 } given)
            return null;
        var source = Plain(given);
        // What is not there word for word is not where the model says it has read it.
        if (!plain.Contains(source, StringComparison.OrdinalIgnoreCase))
            return null;
        var wording = new List<string>();
        foreach (var token in Tokens(Plain(part)))
        {
            if (words.Contains(token))
                wording.Add(token);
            else if (token.Any(char.IsAsciiDigit))
                return null;
        }

        if (wording.Count == 0)
            return null;
        return new(string.Join(' ', wording), Amount(line, source), Quantities.UnitOf(Word(line, "unit") ?? ""));
    }

    private static decimal? Amount(JsonElement line, string source) =>
        line.TryGetProperty("quantity", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount > 0
            && (Quantities.In(source).Any(q => q.Value == amount || q.Breaks.Contains(amount)) || Numbers().Matches(source).Any(n => Value(n.Value) == amount))
            ? amount
            : null;

    private static decimal? Value(string number) =>
        decimal.TryParse(number.Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Word(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;

    private static string Plain(string text) => Spaces().Replace(NumberWords.ToDigits(PlainText.Of(text)), " ").Trim();

    private static IEnumerable<string> Tokens(string plain) => Words().Matches(plain).Select(m => m.Value.TrimEnd('.', ',', ';', ':'));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{L}\d#""][^\s,;()]*")]
    private static partial Regex Words();

    // A number by itself: the 40 of M8x40 or of 40 mm is a size, whatever a model makes of it.
    [GeneratedRegex(@"(?<![\w.,/#""x-])\d{1,3}(?:[,']\d{3})+(?![\w.,/-]\w)|(?<![\w.,/#""x-])\d+(?:\.\d+)?(?=$|[\s,;)]+(?!mm\b|cm\b|m\b|in\b|inch|v\b|volt|a\b|w\b|watt|rpm|awg|bar\b|kg\b|ohm|week|day|month|%))", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
