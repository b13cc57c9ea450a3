using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Quotes;

/// <summary>Reads whose quotes somebody looks for, and in which state. Pure.</summary>
internal static partial class FindWords
{
    /// <returns>No words where nothing is named.</returns>
    public static (string Words, QuoteState? State) Of(string said)
    {
        if (QuoteNumber.In(said) is { } number)
            return (number, null);
        var name = Behind().Match(said) is { Success: true } match ? match.Groups["name"].Value : Quoted().Match(said) is { Success: true } quoted ? quoted.Groups["name"].Value : "";
        return (Around().Replace(name, "").Trim(), StateOf(said[..(said.Length - name.Length)]));
    }

    /// <summary>Whether those are meant of which nobody knows yet how they end.</summary>
    public static bool AreOpen(string said) => OpenOnes().IsMatch(said);

    public static bool AreMine(string said) => Mine().IsMatch(said);

    private static QuoteState? StateOf(string before) => State().Match(before) is not { Success: true } match ? null : match.Value.ToLowerInvariant() switch
    {
        "sent" or "send" or "went" => QuoteState.Sent,
        "lost" or "lose" => QuoteState.Lost,
        "won" or "win" => QuoteState.Won,
        "approved" => QuoteState.Approved,
        "expired" => QuoteState.Expired,
        "submitted" => QuoteState.Submitted,
        _ => QuoteState.Draft,
    };

    // The last of these words: "which quotes did we send to Kovo".
    [GeneratedRegex(@"^.*\b(?:for|to|of|from|about|with)\s+(?:customer\s+|the\s+customer\s+)?(?<name>\S.{0,100})$", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\bquot(?:es?|ed|ations?)\s+(?<name>\S.{0,100})$", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[\s""“”']+|[\s""“”'?.!]+$|[\s,]+(?:please|pls|thanks|thx|yet|so far)[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    [GeneratedRegex(@"\bopen\s+quotes?\b|\bquotes?\s+(?:that\s+)?are\s+(?:still\s+)?open\b", RegexOptions.IgnoreCase)]
    private static partial Regex OpenOnes();

    [GeneratedRegex(@"\b(?:my|mine)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mine();

    [GeneratedRegex(@"\b(?:sent|send|went|lost|lose|won|win|approved|expired|submitted|drafts?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex State();
}
