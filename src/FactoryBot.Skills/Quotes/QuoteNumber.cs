using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes;

/// <summary>Finds a quote's number in a text: Q-00012, q 12, quote 12.</summary>
internal static partial class QuoteNumber
{
    public static string? In(string? text)
    {
        if (text is null || Pattern().Match(text) is not { Success: true } match)
            return null;
        return "Q-" + match.Groups["n"].Value.TrimStart('0').PadLeft(5, '0');
    }

    [GeneratedRegex(@"\b(?:Q\s*-\s*|quote\s+(?:no\.?\s*|number\s*|#\s*)?(?:Q\s*-?\s*)?|Q\s?(?=\d{2,}))(?<n>\d{1,12})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
