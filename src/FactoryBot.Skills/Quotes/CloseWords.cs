using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes;

/// <summary>Reads the end of a quote: "we lost Q-00007, delivery time".</summary>
internal static partial class CloseWords
{
    public static (string Outcome, string Reason) Of(string text)
    {
        var outcome = Cancel().IsMatch(text) ? "cancelled" : Lost().IsMatch(text) ? "lost" : Won().IsMatch(text) ? "won" : "";
        return (outcome, Reason().Match(text) is { Success: true } reason ? reason.Groups["why"].Value.Trim().TrimEnd('.') : "");
    }

    [GeneratedRegex(@"\bcancel", RegexOptions.IgnoreCase)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"\b(?:lost|lose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lost();

    [GeneratedRegex(@"\b(?:won|win)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Won();

    [GeneratedRegex(@"(?:because(?: of)?|due to|reason\s*(?:is|:)?|(?<=\d|won|lost)\s*[,:-])\s*(?:the\s+)?(?<why>[^\d\s].{1,400})$", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();
}
