using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>"20 x 22 mm elbows": twenty of them where other rows of the list begin with how many times as well; by itself it is a size.</summary>
internal static partial class Times
{
    /// <returns>The rows, with such a number written as a count of pieces.</returns>
    public static List<string> Spelt(List<string> rows) => rows.Exists(r => CountOfThings().IsMatch(r) || BeforeAngle().IsMatch(r))
        ? [.. rows.Select(r => BeforeAngle().IsMatch(r) ? BeforeAngle().Replace(r, "${lead}${n} pcs ", 1) : Before().Match(r) is { Success: true } match && Quantities.In(r).All(q => q.Start <= match.Groups["n"].Index) ? Before().Replace(r, "${lead}${n} pcs ", 1) : r)]
        : rows;

    [GeneratedRegex(@"^[\s>*+-]*(?:\d{1,3}[.)]\s+)?\d{1,5}\s*x\s+[a-z]{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex CountOfThings();

    // No size has a length and an angle: "6 x 45° bends" are six.
    [GeneratedRegex(@"^(?<lead>[\s>*+-]*(?:\d{1,3}[.)]\s+)?)(?<n>\d{1,5})\s*x\s+(?=\d+\s*(?:°|deg(?:rees?)?\b|grad\b)\s*[a-z]{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeAngle();

    // What goes on with a third number is a size of three.
    [GeneratedRegex(@"^(?<lead>[\s>*+-]*(?:\d{1,3}[.)]\s+)?)(?<n>\d{1,5})\s*x\s+(?=\d+(?:[.,/]\d+)?\s*(?:mm|cm|m|""|in|inch|l|ml|kg|g|v|w|a|bar)?\s+[a-z]{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex Before();
}
