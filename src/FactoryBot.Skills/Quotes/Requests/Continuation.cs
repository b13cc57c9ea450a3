using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A row that goes on from the item of a list above it: set in further than the item, without a quantity of its own.</summary>
internal static partial class Continuation
{
    private const int LeastSurely = 2;

    public static bool Is(string row, string above) =>
        Item().Match(above) is { Success: true } item && Indent(row) is var indent && indent > Indent(above) && indent >= LeastSurely && row.Trim().Length > 0
        && !Item().IsMatch(row) && !Quantities.In(row).Any(q => q.Strength >= LeastSurely);

    /// <summary>The words of it that may say what the part is; the rest is kept as the buyer's remark.</summary>
    public static string Said(string row, List<string> remarks)
    {
        if (Remarks.IsTalk(row) || Label().IsMatch(row))
        {
            remarks.Add(row.Trim(' ', '.', ','));
            return "";
        }

        return Remarks.Take(row, remarks).Trim(' ', ',', '.');
    }

    private static int Indent(string row) => row.TakeWhile(c => c is ' ' or '\t').Sum(c => c == '\t' ? 4 : 1);

    [GeneratedRegex(@"^\s*(?:[-*+]|\(?(?:\d{1,3}|[a-z])[.)]|(?:pos|item|line)\.?\s*\d{1,3}\b)\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*(?:delivery|deliver|delivered|lead time|lieferung|liefertermin|remark|note|attn|packing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
