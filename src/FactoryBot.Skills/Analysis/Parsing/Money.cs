using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Things that are sums of money themselves: the total of fines is an amount, not a number.</summary>
internal static class Money
{
    private static readonly HashSet<string> Nouns = new(
    [
        "fine", "fee", "payment", "expense", "refund", "charge", "donation", "premium", "deposit", "tax", "toll", "budget", "debt", "credit", "bonus", "salary", "wage", "penalty", "commission", "subsidy", "grant", "pledge", "payout", "contribution",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> Papers = new(["invoice", "bill", "receipt", "quote", "cheque", "check", "payment", "fine"], StringComparer.Ordinal);

    /// <summary>Papers on which one sum stands: an average invoice is its amount.</summary>
    public static bool IsPaper(string text) => Papers.Contains(SchemaNames.Singular(text.Split(' ')[^1]));

    public static bool Is(string text) => Nouns.Contains(SchemaNames.Singular(text.Split(' ')[^1]));
}
