using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Cuts running text where one wish ends and the next begins, and reads kits: "a set of 2 of these and 1 of those; we need 10 sets".</summary>
internal static partial class Sentences
{
    public static IEnumerable<string> Of(string row) => Break().Split(row).Where(s => s.Trim().Length > 0);

    /// <summary>How many kits are asked for, where the text says what one consists of; the words of it are taken out.</summary>
    public static string TakeKit(string mail, out decimal? kits)
    {
        kits = null;
        if (Consists().Match(mail) is not { Success: true } head || Many().Matches(mail) is not [var many] || !(head.Index < many.Index || many.Index + many.Length <= head.Index))
            return mail;
        kits = decimal.Parse(many.Groups["n"].Value, CultureInfo.InvariantCulture);
        return kits < 2 ? mail : Consists().Replace(Many().Replace(mail, " "), " ");
    }

    // "Qty. 100", "No. 5" and "approx. 10" are no ends: what follows begins with a capital and goes on small, what stands before is a word or a number.
    [GeneratedRegex(@"(?<=\bbe\s[^,;]{3,60})\s*,\s+and\s+(?=(?:only|just|also)?\s*\d)|(?<=(?:[a-z]{4}|\d|[)\]""]))[.!?]\s+(?=[A-Z][a-z]+\b)|\s+(?:and|,)\s+(?=(?:please\s+)?(?:add|include)\s)|(?<=\w)\s*,\s*(?=(?:please\s+)?add\s)", RegexOptions.None)]
    private static partial Regex Break();

    [GeneratedRegex(@"\b(?:(?:a|one|1|each|the)\s+)?(?:set|kit)\b[^.:\n\d]{0,30}\b(?:consist(?:s|ing)?\s+of|contain(?:s|ing)|made\s+(?:up\s+)?of|compris(?:es|ing))\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex Consists();

    [GeneratedRegex(@"\b(?:(?:we|i)\s+(?:need|want|require|order)\s+|total\s+(?:of\s+)?|qty\s*:?\s*|quantity\s*:?\s*|for\s+)?(?<n>\d{1,5})\s*(?:x\s*)?(?:such\s+|of\s+(?:these|those)\s+|complete\s+)?(?:sets|kits)\b(?!\s+(?:of\s+(?!these|those)|for)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Many();
}
