using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Approvals;

/// <summary>Finds the rule that somebody speaks of: by its id, its place in the list ("rule 2") or words of its name. Pure.</summary>
internal static partial class RuleNamed
{
    public static IReadOnlyList<ApprovalRule> In(IReadOnlyList<ApprovalRule> rules, string wanted)
    {
        if (Guid.TryParse(wanted, out var id))
            return [.. rules.Where(r => r.RuleId == id)];
        var words = Opening().Replace(wanted, "").Trim(' ', '.', '!', '“', '”', '"');
        if (Place().Match(words) is { Success: true } place && int.TryParse(place.Groups["n"].Value, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= rules.Count ? [rules[number - 1]] : [];
        words = Trailing().Replace(words, "").Trim();
        if (words.Length == 0)
            return rules.Count == 1 ? rules : [];
        return rules.Where(r => r.Name.Equals(words, StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } exact
            ? exact
            : [.. rules.Where(r => Words().Matches(words).All(w => r.Name.Contains(w.Value, StringComparison.OrdinalIgnoreCase) || r.Why().Contains(w.Value, StringComparison.OrdinalIgnoreCase)))];
    }

    [GeneratedRegex(@"^\s*(?:please\s+)?(?:remove|delete|drop|cancel|take away|take out|switch off|no more)\s+(?:the\s+)?(?:approval\s+)?(?:rules?\b\s*)?(?:for\s+|of\s+|on\s+|about\s+|called\s+|named\s+)?(?:the\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:no\.?|number|#)?\s*(?<n>\d{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"\s*(?:approval\s+)?rules?$", RegexOptions.IgnoreCase)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"[\w.,%]+")]
    private static partial Regex Words();
}
