using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Reads a rule out of words: "quotes over 10k need Ana", "all managers must approve discounts above 15 %, within 24 hours". Pure. A word that
/// means nothing here is named, never passed over: a rule that is half understood would let things through.</summary>
internal static partial class ReadRule
{
    /// <returns>The rules, one for each person or role that must agree; or what was not understood.</returns>
    public static (IReadOnlyList<ApprovalRule> Rules, string? Problem) Of(string text, string kind, IReadOnlyList<Member> people)
    {
        var words = Opening().Replace(Spaces().Replace(text, " ").Trim().TrimEnd('.', '!'), "");
        int? due = null, escalate = null;
        string? escalateTo = null;
        words = Escalation().Replace(words, m =>
        {
            (escalate, escalateTo) = (Hours(m), RightOf(m.Groups["role"].Value));
            return " ";
        });
        words = Due().Replace(words, m =>
        {
            due = Hours(m);
            return " ";
        });
        words = words.Trim().TrimEnd(',', ';', ' ');
        var match = Needs().Match(words) is { Success: true } needs ? needs : Approves().Match(words);
        if (!match.Success)
            return ([], "it must say what needs whose approval.");
        if (escalate is not null && escalateTo is null)
            return ([], "it is handed on to managers, admins or the owner.");
        if (Condition(match.Groups["what"].Value, out var condition) is { } unknown)
            return ([], $"“{unknown}” means nothing to me here.");
        // A rule for everything must say so: words that were passed over by mistake must not end in one.
        if (condition == new ApprovalCondition() && !Everything().IsMatch(match.Groups["what"].Value))
            return ([], "it must say which quotes it is for.");

        var rules = new List<ApprovalRule>();
        var step = 1;
        foreach (var stage in Then().Split(match.Groups["who"].Value))
        {
            foreach (var who in And().Split(stage).Select(w => w.Trim(' ', ',')).Where(w => w.Length > 0))
            {
                var (permission, member, everybody) = Who(who, people);
                if (permission is null && member is null)
                    return ([], Or().IsMatch(who) ? "one rule cannot name either of two persons; name a role." : $"I know nobody called “{who}”.");
                var rule = new ApprovalRule
                {
                    Kind = kind, Name = "", Condition = condition, Permission = permission, MemberId = member?.Id, Everybody = everybody, Step = step,
                    DueHours = due, EscalateHours = escalate, EscalatePermission = escalateTo,
                };
                rules.Add(rule with { Name = Named(rule, member) });
            }

            step++;
        }

        return rules.Count == 0 ? ([], "it must say who approves.") : (rules, null);
    }

    /// <summary>The right that a role's name stands for; null where it is none.</summary>
    private static string? RightOf(string role) => role.ToLowerInvariant().TrimEnd('s') switch
    {
        "manager" or "approver" => Permissions.QuotesApprove, "admin" or "administrator" => Permissions.UsersManage, "owner" or "bos" => Permissions.TenantManage, _ => null,
    };

    private static (string? Permission, Member? Member, bool Everybody) Who(string text, IReadOnlyList<Member> people)
    {
        if (RoleWords().Match(text) is { Success: true } role)
            return (RightOf(role.Groups["role"].Value), null, role.Groups["all"].Success);
        return AnyApproval().IsMatch(text) ? (Permissions.QuotesApprove, null, false) : (null, People.Find(people, By().Replace(text, "")), false);
    }

    /// <returns>The words that mean nothing here; null where all are accounted for.</returns>
    private static string? Condition(string text, out ApprovalCondition condition)
    {
        var found = new ApprovalCondition();
        var rest = Discount().Replace(text, m => Taken(found = found with { DiscountOver = Number(m) }));
        rest = Margin().Replace(rest, m => Taken(found = found with { MarginBelow = Number(m) }));
        rest = NewCustomer().Replace(rest, m => Taken(found = found with { NewCustomer = !m.Groups["known"].Success }));
        rest = Amount().Replace(rest, m => Taken(found = found with { AmountFrom = Number(m) }));
        rest = Business().Replace(rest, m => Taken(found = found with { LineOfBusiness = m.Groups["business"].Value.Trim().ToLowerInvariant() }));
        condition = found;
        return Filler().Replace(rest, " ").Trim(' ', ',') is { Length: > 0 } left ? left : null;

        static string Taken(ApprovalCondition _) => " ";
    }

    private static string Named(ApprovalRule rule, Member? member)
    {
        var who = member?.Name ?? rule.Permission switch { Permissions.UsersManage => "admin", Permissions.TenantManage => "owner", _ => "manager" };
        var why = rule.Why();
        var name = $"{char.ToUpperInvariant(why[0])}{why[1..]}: {(rule.Everybody ? "every " : "")}{who}";
        return name.Length <= 120 ? name : name[..120];
    }

    private static int Hours(Match match) =>
        Math.Clamp(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) * match.Groups["unit"].Value.ToLowerInvariant()[0] switch { 'd' => 24, 'w' => 168, _ => 1 }, 1, 2000);

    internal static decimal Number(Match match)
    {
        var digits = match.Groups["n"].Value;
        // "10,000" and "10.000" are ten thousand; "12,5" and "12.5" are twelve and a half.
        var value = decimal.Parse(Thousands().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : digits.Replace(',', '.'), CultureInfo.InvariantCulture);
        return value * match.Groups["times"].Value.ToLowerInvariant() switch { "" => 1, "k" or "thousand" => 1000, _ => 1_000_000 };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:please|from now on)\s*,?\s+)*(?:(?:(?:add|create|make|set(?:\s+up)?)\s+)?(?:an?\s+|the\s+)?(?:new\s+)?(?:approval\s+)?rule\b\s*[:,-]?\s*(?:that\s+)?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[,;]?\s*(?:and\s+)?(?:escalates?|escalating|goes? up|hand(?:ed)? on)\s+(?:it\s+)?to\s+(?:the\s+|an?\s+)?(?<role>\w+)\s+after\s+(?<n>\d{1,4})\s*(?<unit>hours?|h|days?|weeks?)\b|[,;]?\s*(?:and\s+)?(?<role>managers?|admins?|owners?)\s+too\s+after\s+(?<n>\d{1,4})\s*(?<unit>hours?|h|days?|weeks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Escalation();

    [GeneratedRegex(@"[,;]?\s*(?:and\s+)?(?:within|due (?:in|within|after)|remind(?:er)?(?: them)?\s+after)\s+(?<n>\d{1,4})\s*(?<unit>hours?|h|days?|weeks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Due();

    [GeneratedRegex(@"^(?<what>.+?)\s+(?:(?:also\s+)?(?:needs?|requires?|wants?)(?:\s+to be)?(?:\s+(?:an?\s+|the\s+)?(?:approval|approved|agreement|ok|sign-?off))?(?:\s+(?:by|from|of))?|(?:must|has to|have to|should|shall|are to|is to|are|is)\s+(?:be\s+)?(?:approved|agreed|signed off|released)\s+by|go(?:es)?\s+to)\s+(?<who>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Needs();

    [GeneratedRegex(@"^(?<who>.+?)\s+(?:must|has to|have to|should|shall|needs? to|wants? to|approves?)\s*(?:also\s+)?(?:approve|agree to|sign off|release)?\s+(?<what>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Approves();

    [GeneratedRegex(@",?\s*(?:and\s+)?\bthen\b\s*(?:by\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Then();

    [GeneratedRegex(@"\s+(?:and|&|\+|plus)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex(@"^(?:approval\s+)?(?:by|from|of)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:(?:approval\s+)?(?:by|from|of)\s+)?(?:(?<all>all|every|each|both)(?:\s+of)?\s+(?:the\s+)?|(?:an?|any|one|some|the|our)\s+(?:of the\s+)?)?(?<role>managers?|approvers?|admins?|administrators?|owners?|boss)(?:\s+(?:too|also|as well))?$", RegexOptions.IgnoreCase)]
    private static partial Regex RoleWords();

    [GeneratedRegex(@"^(?:an?\s+|the\s+)?(?:approval|approving|approved|somebody|someone|sign-?off)$", RegexOptions.IgnoreCase)]
    private static partial Regex AnyApproval();

    [GeneratedRegex(@"\b(?:an?\s+)?discounts?\b\s*(?:of\s+)?(?:over|above|more than|greater than|bigger than|exceeding|beyond|>|>=|from)\s*(?<n>\d{1,2}(?:[.,]\d{1,2})?)(?<times>)\s*(?:%|percent|pct)?|(?:over|above|more than|>)\s*(?<n>\d{1,2}(?:[.,]\d{1,2})?)(?<times>)\s*(?:%|percent|pct)\s*(?:of\s+)?(?:discounts?|off)", RegexOptions.IgnoreCase)]
    private static partial Regex Discount();

    [GeneratedRegex(@"\b(?:an?\s+)?margins?\b\s*(?:of\s+)?(?:below|under|less than|smaller than|lower than|<)\s*(?<n>\d{1,2}(?:[.,]\d{1,2})?)(?<times>)\s*(?:%|percent|pct)?|(?:below|under|less than|<)\s*(?<n>\d{1,2}(?:[.,]\d{1,2})?)(?<times>)\s*(?:%|percent|pct)\s*(?:of\s+)?margin", RegexOptions.IgnoreCase)]
    private static partial Regex Margin();

    [GeneratedRegex(@"\b(?:an?\s+)?(?:new|first[- ]time|unknown|(?<known>known|existing|old|regular))\s+customers?\b", RegexOptions.IgnoreCase)]
    private static partial Regex NewCustomer();

    [GeneratedRegex(@"(?:\b(?:over|above|more than|greater than|exceeding|beyond|from|at least|of)|>=?)\s*(?:eur|usd|gbp|[€$£])?\s*(?<n>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*(?<times>k|m|thousand|million)?\b\s*(?:(?:euros?|eur|usd|gbp|dollars?|pounds?)\b|[€$£])?(?:\s+(?:up|upwards|or more))?(?!\s*(?:%|percent))", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:contain(?:s|ing)?|includ(?:es|ing)|with|for|in)\s+(?<business>(?!an?\b|the\b|total|value|amount|worth|customers?\b)[a-z][a-z -]{1,40})$", RegexOptions.IgnoreCase)]
    private static partial Regex Business();

    [GeneratedRegex(@"\b(?:quotes?|quotations?|offers?|any|every|each|all|with|an?|the|and|of|in|total|totals?|amounts?|worth|values?|for|everything|orders?|to|from|our)\b|\bcustomers?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?:(?:every|all|any|each)\s+(?:of\s+)?(?:our\s+|the\s+)?)?(?:quotes?|quotations?|offers?|everything)$", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d{3})+$")]
    private static partial Regex Thousands();
}
