using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Overview;

/// <summary>Quotes by number or customer, with the query that lists them everywhere else.</summary>
internal sealed class QuoteSearch(FactoryDatabase database) : IQuickSearch
{
    private const int Most = 15;

    public async Task<IReadOnlyList<Found>> FindAsync(string words, Asker asker, CancellationToken cancellationToken)
    {
        if (!asker.May(Permissions.QuotesView) || !asker.Modules.Contains("quotes"))
            return [];
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var quotes = await QuoteStore.ListAsync(scope, new() { Words = words.Trim(), Most = Most }, cancellationToken);
        return [.. quotes.Select(q => Of(q, asker))];
    }

    private static Found Of(Quote quote, Asker asker)
    {
        var total = quote.Total is { } sum ? QuoteText.Money(sum, quote.Currency) : "no total yet";
        var title = quote.CustomerName.Length > 0 ? $"{quote.Number} · {quote.CustomerName}" : quote.Number;
        var text = $"{QuoteStates.Spoken(quote.State)} · {total}";
        return new(title, text, new()
        {
            Body =
            [
                TextBlock.Heading($"Quote {title}"),
                FactSet.Of(
                    new Fact("State", $"{QuoteStates.Spoken(quote.State)}, version {QuoteText.Number(quote.Version)}"), new Fact("Total", total),
                    new Fact("Valid until", QuoteText.Day(quote.ValidUntil)), new Fact("By", quote.OwnerName)),
                TextBlock.Subtle(QuoteProof.Of("quote " + quote.Number, 1, "as listed", asker).ToString()) with { Separator = true },
            ],
            FallbackText = $"Quote {title}: {text}", Lang = "en",
        });
    }
}
