using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Quotes.Overview;

/// <summary>Which quotes a question about their worth or number is about: "total value of the open quotes for Kovo". Pure.</summary>
/// <param name="Said">Their states in words: "open", "sent".</param>
internal sealed partial record ValueWords(string Said, IReadOnlyList<QuoteState> States, bool IsMine, string Customer)
{
    private static readonly QuoteState[] Open = [QuoteState.Draft, QuoteState.Submitted, QuoteState.ChangesRequested, QuoteState.Approved, QuoteState.Sent];

    private static readonly QuoteState[] All = [.. Enum.GetValues<QuoteState>().Where(s => s != QuoteState.Cancelled)];

    public static ValueWords Of(string said)
    {
        var customer = ForWhom().Match(said) is { Success: true } match ? match.Groups["name"].Value.Trim() : "";
        var before = customer.Length > 0 ? said[..said.LastIndexOf(customer, StringComparison.Ordinal)] : said;
        var states = StateWords().Matches(before).Select(m => m.Value.ToLowerInvariant()).Distinct().ToArray();
        var mine = Mine().IsMatch(before);
        if (states.Length == 0 && HaveQuoted().IsMatch(before))
            return new("all", All, mine, customer);
        if (states.Length == 0 || states.Contains("open") || states.Contains("pipeline"))
            return new("open", Open, mine, customer);
        return new(string.Join(" and ", states), [.. states.Select(StateOf)], mine, customer);
    }

    private static QuoteState StateOf(string word) => word switch
    {
        "sent" or "out" => QuoteState.Sent,
        "won" => QuoteState.Won,
        "lost" => QuoteState.Lost,
        "approved" => QuoteState.Approved,
        "expired" => QuoteState.Expired,
        "submitted" or "waiting" => QuoteState.Submitted,
        "rejected" => QuoteState.Rejected,
        "cancelled" or "canceled" => QuoteState.Cancelled,
        _ => QuoteState.Draft,
    };

    [GeneratedRegex(@"\b(?:open|pipeline|sent|out|won|lost|approved|expired|submitted|waiting|rejected|cancell?ed|drafts?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StateWords();

    // "How much have we quoted Kovo": whatever became of it.
    [GeneratedRegex(@"\b(?:have|has|did)\s+(?:we|i)\s+quoted?\b", RegexOptions.IgnoreCase)]
    private static partial Regex HaveQuoted();

    [GeneratedRegex(@"\b(?:my|i have|have i|do i)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mine();

    [GeneratedRegex(@"\b(?:for|to|with|quoted|quote)\s+(?:the\s+)?(?:customer\s+)?(?<name>(?!(?:all|everybody|us|me|now|today|quotes?|the|our|my)\b)\S[^?.!]{1,80}?)\s*[?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ForWhom();
}
