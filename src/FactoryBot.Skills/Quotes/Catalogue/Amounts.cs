using System.Buffers;
using System.Globalization;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Amounts as lists and people write them: 1,234.50, 1.234,50, $5, 5 EUR.</summary>
internal static class Amounts
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.,");

    public static bool TryRead(string text, out decimal value)
    {
        value = 0;
        if (text.Length is > 0 and <= 24 && char.IsAsciiDigit(text[^1]) && !text.AsSpan().ContainsAnyExcept(Plain))
        {
            value = Lexeme.Parse(text);
            return true;
        }

        var clean = text.Trim().TrimStart('$', '€', '£').TrimEnd('$', '€', '£', '%').Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        foreach (var code in (string[])["USD", "EUR", "GBP", "CHF", "CZK"])
            clean = clean.Replace(code, "", StringComparison.OrdinalIgnoreCase);
        if (clean.Length is 0 or > 24)
            return false;
        if (clean.All(c => char.IsAsciiDigit(c) || c is '.' or ',') && char.IsAsciiDigit(clean[^1]))
        {
            value = Lexeme.Parse(clean);
            return true;
        }

        return decimal.TryParse(clean, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
    }
}
