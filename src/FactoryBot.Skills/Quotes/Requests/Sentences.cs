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
        if (PerOne().Match(mail) is { Success: true } one && Such().Matches(mail).Where(m => Means(m.Groups["what"].Value, one.Groups["what"].Value)).ToArray() is [var such])
            return Taken(mail, one, such, out kits);
        return Consists().Match(mail) is { Success: true } head && Many().Matches(mail) is [var many] ? Taken(mail, head, many, out kits) : mail;
    }

    // How many are wanted stands before what one consists of, or behind it.
    private static string Taken(string mail, Match head, Match many, out decimal? kits)
    {
        kits = null;
        var (first, last) = head.Index < many.Index ? (head, many) : (many, head);
        var count = decimal.Parse(many.Groups["n"].Value, CultureInfo.InvariantCulture);
        if (first.Index + first.Length > last.Index || count < 2)
            return mail;
        kits = count;
        return mail.Remove(last.Index, last.Length).Insert(last.Index, " ").Remove(first.Index, first.Length).Insert(first.Index, " ");
    }

    private static bool Means(string many, string one) =>
        many.StartsWith(one, StringComparison.OrdinalIgnoreCase) || many.StartsWith("kit", StringComparison.OrdinalIgnoreCase) || many.StartsWith("set", StringComparison.OrdinalIgnoreCase);

    // "Qty. 100", "No. 5" and "approx. 10" are no ends: what follows begins with a capital and goes on small, what stands before is a word or a number.
    [GeneratedRegex(OtherLine + "|" + TakenBack + "|" + SameMany + "|" + BehindUnit + @"|(?<=\bbe\s[^,;]{3,60})\s*,\s+and\s+(?=(?:only|just|also)?\s*\d)|(?<=(?:[a-z]{4}|(?<!^[\s>(]*\d{0,2})\d|[)\]""]))[.!?]\s+(?=[A-Z][a-z]+\b)|\s+(?:and|,)\s+(?=(?:please\s+)?(?:add|include)\s)|(?<=\w)\s*,\s*(?=(?:please\s+)?add\s)", RegexOptions.None)]
    private static partial Regex Break();

    // "Pos. 2 to 30 pieces, Pos. 3 is cancelled, and drop the bushes": each says what becomes of another line.
    private const string OtherLine = @"\s*,\s*(?:and\s+|und\s+)?(?=(?i:pos(?:ition)?|item|line|zeile)\.?\s*#?\d{1,3}\b)";
    private const string SameMany = @"\s*,?\s+(?:and|und)\s+(?=(?:the\s+)?same\s+(?:numbers?|quantit(?:y|ies)|qty|amounts?)\s+of\s)";
    private const string BehindUnit = @"(?<=\d\s?(?:mm|cm|ml|kg|bar|Nm|kW))[.!]\s+(?=[A-Z][a-z]+\b)";
    private const string TakenBackInGerman = @"\s*,\s+(?=(?:die|den|das|der)\s+[^,.;]{3,40}\s+(?:streichen|entfallen|entfaellt|entfallt)\b)";
    private const string TakenBack = TakenBackInGerman + "|" + @"\s*,?\s+(?:and|und)\s+(?=(?:please\s+)?(?:drop|cancel|remove|delete|forget|leave\s+out|take\s+out|strike)\s)";

    [GeneratedRegex(@"\b(?:(?:a|one|1|each|the)\s+)?(?:set|kit)\b[^.:\n\d]{0,30}\b(?:consist(?:s|ing)?\s+of|contain(?:s|ing)|made\s+(?:up\s+)?of|compris(?:es|ing))\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex Consists();

    private const string Counted = @"(?:pieces?|pcs?|units?|items?|lines?|box|pack|bag|met(?:er|re)|kg|size|colou?r|type|year|month|week|day|order|our|your|the|phone|mail)\b";

    // "We need per machine: 2 belts": what one of something takes.
    [GeneratedRegex(@"\b(?:per|for\s+(?:each|every|one)|pro|je)\s+(?<what>(?!" + Counted + @")[a-z]{3,20})\s*(?::|,?(?=\s+(?:we|you)\s+need))|(?<=\b(?:need|require)\s+)per\s+(?<what>(?!" + Counted + @")[a-z]{3,20})\b\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex PerOne();

    [GeneratedRegex(@"(?:\b(?:please\s+)?(?:price|quote|we\s+(?:need|want))\s+)?\b(?<n>\d{1,5})\s*(?:x\s*)?(?:such|of\s+(?:these|those)|complete)\s+(?<what>[a-z]{3,20})\b|\b(?:there\s+(?:are|will\s+be)|we\s+have|es\s+sind)\s+(?<n>\d{1,5})\s+(?<what>[a-z]{3,20})\b|\b(?<n>\d{1,5})\s+(?<what>[a-z]{3,20})\s+(?:in\s+total|altogether|insgesamt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Such();

    [GeneratedRegex(@"\b(?:(?:we|i)\s+(?:need|want|require|order)\s+|total\s+(?:of\s+)?|qty\s*:?\s*|quantity\s*:?\s*|for\s+)?(?<n>\d{1,5})\s*(?:x\s*)?(?:such\s+|of\s+(?:these|those)\s+|complete\s+)?(?:sets|kits)\b(?!\s+(?:of\s+(?!these|those)|for)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Many();
}
