using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Quotes;

/// <summary>What is said where a request names a customer who is not known: that it is a new one, and who has nearly the same name.</summary>
internal static class NewCustomer
{
    private const int MostNear = 3;

    /// <returns>A sentence, and buttons that take one of the known customers instead; null where the customer is known or none is named.</returns>
    public static async Task<(string Sentence, IReadOnlyList<Choice> Choices)?> OfAsync(TenantScope scope, string name, bool isKnown, string quoteNumber, CancellationToken cancellationToken)
    {
        if (isKnown || string.IsNullOrWhiteSpace(name))
            return null;
        var near = await CustomerStore.NearAsync(scope, name, MostNear, cancellationToken);
        return (
            near.Count == 0
                ? $"No customer is called “{name}”: the quote is for a new one, at the prices for everybody."
                : $"No customer is called “{name}”: the quote is for a new one, at the prices for everybody. Or is it {string.Join(" or ", near)}?",
            [.. near.Select(n => new Choice(n, $"In {quoteNumber} the customer is {n}"))]);
    }
}
