using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes;

/// <summary>A customer who is named in the middle of a request: "200 washers M8, for Kovo by Friday". Only who is known is taken for one: "for Outdoor use"
/// may be said of a part.</summary>
internal static partial class CustomerInPassing
{
    private const int MostLookedUp = 3;

    /// <returns>The customer, and the text without the words that name them; null where no known one is named.</returns>
    public static async Task<(Customer Customer, string Others)?> FindAsync(TenantScope scope, string text, CancellationToken cancellationToken)
    {
        foreach (var named in Named().Matches(text).Take(MostLookedUp))
        {
            if (await CustomerStore.FindAsync(scope, named.Groups["name"].Value, email: null, cancellationToken) is { } customer)
                return (customer, text.Remove(named.Index, named.Length));
        }

        return null;
    }

    [GeneratedRegex(@"[,;]?\s+for\s+(?<name>\p{Lu}[\p{L}&.-]+(?:\s+\p{Lu}[\p{L}&.-]+){0,3})")]
    private static partial Regex Named();
}
