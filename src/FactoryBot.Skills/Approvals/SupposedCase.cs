using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Approvals;

/// <summary>A quote that nobody has made yet, as a question describes it: "a quote of 12,000 with 15 % discount", "quotes over 50k". What is not said is not known.</summary>
/// <param name="IsAbove">The amount is the least: "over 50k".</param>
/// <param name="Discount">Percent; null: not said.</param>
/// <param name="IsMore">The discount is the least: "discounts over 20 %".</param>
public sealed partial record SupposedCase(decimal? Amount, bool IsAbove, decimal? Discount, bool IsMore, decimal? Margin, bool? NewCustomer, string? Business)
{
    /// <returns>Null where nothing of a quote is said.</returns>
    public static SupposedCase? Of(string words)
    {
        var rest = words;
        var discount = Take(DiscountSaid(), ref rest);
        var margin = Take(MarginSaid(), ref rest);
        var customer = CustomerSaid().Match(rest) is { Success: true } said ? !said.Groups["known"].Success : (bool?)null;
        var amount = AmountSaid().Match(rest);
        var business = BusinessSaid().Match(rest) is { Success: true } line ? line.Groups["business"].Value.ToLowerInvariant() : null;
        return discount is null && margin is null && customer is null && !amount.Success && business is null ? null
            : new(amount.Success ? ReadRule.Number(amount) : null, amount.Groups["above"].Success, discount, More().IsMatch(words), margin, customer, business);
    }

    /// <summary>Whether a rule applies: true or false where the question decides it, null where it depends on what was not said.</summary>
    public bool? Meets(ApprovalCondition rule)
    {
        bool?[] parts =
        [
            rule.AmountFrom is not { } from ? true : Amount is not { } amount ? null : amount >= from ? true : IsAbove ? null : false,
            rule.DiscountOver is not { } over ? true : Discount is not { } discount ? null : discount > over || (IsMore && discount == over) ? true : IsMore ? null : false,
            rule.MarginBelow is not { } below ? true : Margin is not { } margin ? null : margin < below,
            rule.NewCustomer is not { } isNew ? true : NewCustomer is not { } customer ? null : customer == isNew,
            rule.LineOfBusiness is not { } business ? true : Business is null ? null : business.Equals(Business, StringComparison.OrdinalIgnoreCase),
        ];
        return parts.Contains(false) ? false : parts.Contains(null) ? null : true;
    }

    /// <summary>What was said, in the words of the answer.</summary>
    public string Said()
    {
        var said = new List<string>();
        if (Amount is { } amount)
            said.Add(FormattableString.Invariant($"{(IsAbove ? "over" : "of")} {amount:#,0.##}"));
        if (Discount is { } discount)
            said.Add(FormattableString.Invariant($"with {(IsMore ? "more than " : "")}{discount:0.##} % discount"));
        if (Margin is { } margin)
            said.Add(FormattableString.Invariant($"with a margin of {margin:0.##} %"));
        if (NewCustomer is { } isNew)
            said.Add(isNew ? "for a new customer" : "for a known customer");
        if (Business is { } business)
            said.Add($"with {business}");
        return string.Join(' ', said);
    }

    private static decimal? Take(Regex pattern, ref string rest)
    {
        if (pattern.Match(rest) is not { Success: true } match)
            return null;
        rest = rest.Remove(match.Index, match.Length);
        return ReadRule.Number(match);
    }

    private const string Percent = @"(?<n>\d{1,2}(?:[.,]\d{1,2})?)(?<times>)\s*(?:%|percent|pct)";

    [GeneratedRegex(@"\bdiscounts?\b\s*(?:is\s+|of\s+)?(?:over\s+|above\s+|more than\s+|beyond\s+)?" + Percent + "|" + Percent + @"\s*(?:of\s+)?(?:discount|off)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DiscountSaid();

    [GeneratedRegex(@"\bdiscounts?\s+(?:over|above|of more than|beyond)\b|\b(?:over|above|more than)\s+[\d.,]+\s*(?:%|percent|pct)\s*(?:of\s+)?(?:discount|off)", RegexOptions.IgnoreCase)]
    private static partial Regex More();

    [GeneratedRegex(@"\bmargins?\b\s*(?:is\s+|of\s+|below\s+|under\s+)?" + Percent + "|" + Percent + @"\s*(?:of\s+)?margin\b", RegexOptions.IgnoreCase)]
    private static partial Regex MarginSaid();

    [GeneratedRegex(@"\b(?:new|first[- ]time|unknown|(?<known>known|existing|old|regular))\s+customers?\b", RegexOptions.IgnoreCase)]
    private static partial Regex CustomerSaid();

    [GeneratedRegex(@"(?:(?<above>\b(?:over|above|more than|exceeding|beyond|from|at least)\b|>=?)|\b(?:of|for|worth|at|is|totall?ing|about|around)\b|\b(?=[€$£]?\d[\d.,]*\s*(?:k\b|(?:eur|usd|gbp)\b)))\s*(?:eur|usd|gbp|[€$£])?\s*(?<n>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*(?<times>k|m|thousand|million)?\b(?!\s*(?:%|percent))", RegexOptions.IgnoreCase)]
    private static partial Regex AmountSaid();

    [GeneratedRegex(@"\b(?:containing|includ(?:es|ing)|with)\s+(?<business>(?!an?\b|the\b|no\b|total|value|discount|margin)[a-z][a-z-]{2,40})\s*[?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex BusinessSaid();
}
