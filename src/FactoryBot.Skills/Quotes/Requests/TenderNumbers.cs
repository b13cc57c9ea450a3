using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>"1.1 Roller chain", "1.2 Connecting link": the numbers of a tender's items. One alone may be a size.</summary>
internal static partial class TenderNumbers
{
    private const int LeastItems = 2;

    /// <returns>The rows without such numbers, where several rows have them and they go up.</returns>
    public static List<string> Taken(List<string> rows)
    {
        var numbers = rows.Select(r => Numbered().Match(r)).Where(m => m.Success).Select(Value).ToArray();
        return numbers.Length >= LeastItems && numbers.Zip(numbers.Skip(1)).All(p => p.First < p.Second) ? rows.ConvertAll(r => Numbered().Replace(r, "")) : rows;
    }

    private static int Value(Match number) => number.Groups["n"].Captures.Aggregate(0, (value, c) => (value * 100) + int.Parse(c.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*(?<n>\d{1,2})\.(?<n>\d{1,2})\.?\s+(?=[A-Za-z]{3,})")]
    private static partial Regex Numbered();
}
