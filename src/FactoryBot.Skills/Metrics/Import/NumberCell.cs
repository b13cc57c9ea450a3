using System.Globalization;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Reads numbers as plants write them: "1,234.5", "1.234,5", "12,5", "1 234", "95 %".</summary>
internal static class NumberCell
{
    /// <param name="decimalComma">Null: not known; then a sign that can only be one is taken, and "1,234" is not.</param>
    public static decimal? Read(string text, bool? decimalComma)
    {
        var plain = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var (comma, dot) = (plain.LastIndexOf(','), plain.LastIndexOf('.'));
        var sign = (comma, dot) switch
        {
            (-1, -1) => '.',
            (>= 0, >= 0) => comma > dot ? ',' : '.',
            (>= 0, _) => Sign(plain, ',', decimalComma),
            _ => Sign(plain, '.', decimalComma is null ? null : !decimalComma),
        };
        if (decimalComma is { } known && comma >= 0 && dot >= 0 && sign == (known ? '.' : ','))
            return null;
        var group = sign == ',' ? '.' : ',';
        if (!Grouped(plain, group, sign))
            return null;
        plain = plain.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>Whether a column's numbers show which sign is the decimal one; null where they do not.</summary>
    public static bool? Guess(IEnumerable<string> cells)
    {
        var (commas, dots) = (0, 0);
        foreach (var cell in cells)
        {
            var (comma, dot) = (cell.LastIndexOf(','), cell.LastIndexOf('.'));
            if (comma >= 0 && (comma > dot && dot >= 0 || dot < 0 && !Thousands(cell, ',')))
                commas++;
            else if (dot >= 0 && (dot > comma && comma >= 0 || comma < 0 && !Thousands(cell, '.')))
                dots++;
        }

        return commas > 0 && dots == 0 ? true : dots > 0 && commas == 0 ? false : null;
    }

    // Alone in the text: "1,234" can be one thousand or one and a bit; "1,5" and "0,125" cannot.
    private static char Sign(string text, char sign, bool? isDecimal) =>
        isDecimal is { } known ? known ? sign : Other(sign)
        : !Thousands(text, sign) ? sign
        : sign == '.' ? '.' : Other(sign);

    private static char Other(char sign) => sign == ',' ? '.' : ',';

    private static bool Thousands(string text, char sign)
    {
        var groups = text.Trim().TrimStart('-', '+').Split(sign);
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[0] != "0" && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
    }

    private static bool Grouped(string text, char group, char sign)
    {
        if (!text.Contains(group, StringComparison.Ordinal))
            return text.Count(c => c == sign) <= 1;
        var whole = text.Split(sign)[0];
        return text.Count(c => c == sign) <= 1 && Thousands(whole, group);
    }
}
