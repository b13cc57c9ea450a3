using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes;

/// <summary>A customer who is named in the middle of a request: "200 washers M8, for Kovo by Friday". Who is known is taken for one anywhere; who is not,
/// only at a line's end and under a name that means nothing else: "for Outdoor use" may be said of a part.</summary>
internal static partial class CustomerInPassing
{
    private const int MostLookedUp = 3;

    /// <returns>The name as it stands there, the customer if it is a known one, and the text without the words that name them; null where nobody is named.</returns>
    public static async Task<(string Name, Customer? Customer, string Others)?> FindAsync(TenantScope scope, string text, CancellationToken cancellationToken)
    {
        var named = Named().Matches(text).Concat(AtEnd().Matches(text)).Take(MostLookedUp).ToArray();
        foreach (var one in named)
        {
            if (await CustomerStore.FindAsync(scope, one.Groups["name"].Value, email: null, cancellationToken) is { } customer)
                return (customer.Name, customer, text.Remove(one.Index, one.Length));
        }

        foreach (Match one in Unknown().Matches(text))
        {
            var name = one.Groups["name"].Value.TrimEnd('.', ',', ' ');
            if (await IsNameAsync(scope, name, cancellationToken))
                return (name, null, text.Remove(one.Index, one.Groups["name"].Index + one.Groups["name"].Length - one.Index));
        }

        return null;
    }

    // Nothing of the trade, and nothing that a part of the catalogue says.
    private static async Task<bool> IsNameAsync(TenantScope scope, string name, CancellationToken cancellationToken)
    {
        var features = ReadFeatures.Of(name);
        if (features.Count == 0 || !features.All(f => f is { Kind: FeatureKind.Word, Class: WordClass.Plain }))
            return false;
        return (await MatchStore.CountsAsync(scope, [.. features.SelectMany(PartTerms.TermsOf)], cancellationToken)).Count == 0;
    }

    [GeneratedRegex(@"[,;]?\s+for\s+(?<name>\p{Lu}[\p{L}&.-]+(?:\s+\p{Lu}[\p{L}&.-]+){0,3})")]
    private static partial Regex Named();

    private const string Tail = @"(?=\s*[.!,]?\s*(?:(?:needed\s+)?(?:by|until|till|before|bis|on)\s+[\w. ]{2,20}?)?\W*(?:(?:please|pls|asap|thanks|thx|bitte|danke)\W*)*$)";

    // In a hurry names are written small.
    [GeneratedRegex(@"[,;]?\s+for\s+(?<name>(?!the\b|our\b|us\b|me\b|a\b|an\b)\p{L}[\p{L}&.-]{2,})" + Tail, RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex AtEnd();

    private const string NoName = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Q[1-4]";

    [GeneratedRegex(@"[,;]?\s+(?:for|f(?:ü|ue)r)\s+(?!(?:" + NoName + @")\b)(?<name>\p{Lu}[\p{L}&.-]+(?:\s+(?:&\s+)?\p{Lu}[\p{L}&.-]*){0,3})" + Tail, RegexOptions.Multiline)]
    private static partial Regex Unknown();
}
