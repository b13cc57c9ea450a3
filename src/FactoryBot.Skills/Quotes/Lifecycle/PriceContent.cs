using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Pricing;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Puts prices on the lines of a quote; a price that somebody set by hand stays.</summary>
internal static class PriceContent
{
    public static async Task<QuoteContent> RunAsync(TenantScope scope, QuoteContent content, PriceRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var numbers = content.Lines.Where(l => !l.IsOpen).Select(l => l.Number).Distinct(StringComparer.Ordinal).ToArray();
        var parts = (await PriceStore.PartsAsync(scope, numbers, cancellationToken)).ToDictionary(p => p.Number, StringComparer.Ordinal);
        var breaks = await PriceStore.BreaksAsync(scope, numbers, cancellationToken);
        var past = await PriceStore.PastAsync(scope, numbers, cancellationToken);
        var customer = content.CustomerId is { } id ? await CustomerStore.GetAsync(scope, id, cancellationToken) : null;
        var lines = content.Lines.Select(l => Price(l, parts.GetValueOrDefault(l.Number), customer, breaks, past, rules, today, l.NeededBy ?? content.NeededBy)).ToArray();
        var currency = lines.Select(l => parts.GetValueOrDefault(l.Number)?.Currency).FirstOrDefault(c => c is { Length: > 0 });
        return content with { Lines = lines, Currency = content.Currency.Length > 0 ? content.Currency : customer is { Currency.Length: > 0 } ? customer.Currency : currency ?? "" };
    }

    internal static QuoteLine Price(
        QuoteLine line, Part? part, Customer? customer, IReadOnlyList<PriceBreak> breaks, IReadOnlyList<PastLine> past, PriceRules rules, DateOnly today, DateOnly? neededBy)
    {
        if (part is null || line.Quantity is not { } pieces)
            return line with { Packs = null, Total = null, Cost = null, Price = line.Fixed ? line.Price : null, Steps = [], Breaks = [.. line.Breaks.Select(b => new QuantityPrice(b.Quantity))] };
        var priced = PricePart.Of(part, pieces, customer, breaks, past, rules, today, neededBy);
        var price = line.Fixed ? line.Price : Reduced(priced.Price, line.Discount, rules);
        IReadOnlyList<PriceStep> steps = line.Fixed && price is { } set ? [.. priced.Steps, new("Set by hand", set, "entered by a person")]
            : line.Discount > 0 && price is { } cut ? [.. priced.Steps, new("Discount", cut, FormattableString.Invariant($"{line.Discount:0.##} % given on this line"))]
            : priced.Steps;
        return line with
        {
            Description = part.Description, Business = part.LineOfBusiness, PackQuantity = part.PackQuantity, Packs = priced.Packs, List = priced.List, Price = price,
            Total = price is { } p ? decimal.Round(priced.Packs * p, 2, MidpointRounding.AwayFromZero) : null, Cost = priced.Cost, LeadDays = priced.LeadDays,
            Steps = steps, Breaks = [.. line.Breaks.Select(b => Break(b.Quantity, line, part, customer, breaks, past, rules, today, neededBy))], Note = string.Join(' ', new[] { line.Remark }.Concat(priced.Warnings).Where(n => n.Length > 0)),
        };
    }

    private static QuantityPrice Break(
        decimal pieces, QuoteLine line, Part part, Customer? customer, IReadOnlyList<PriceBreak> breaks, IReadOnlyList<PastLine> past, PriceRules rules, DateOnly today, DateOnly? neededBy)
    {
        var priced = PricePart.Of(part, pieces, customer, breaks, past, rules, today, neededBy);
        var price = line.Fixed ? line.Price : Reduced(priced.Price, line.Discount, rules);
        return new(pieces, priced.Packs, price, price is { } p ? decimal.Round(priced.Packs * p, 2, MidpointRounding.AwayFromZero) : null, priced.Cost);
    }

    private static decimal? Reduced(decimal? price, decimal percent, PriceRules rules) =>
        price is { } full && percent > 0 ? decimal.Round(full * (1 - percent / 100), rules.Digits, MidpointRounding.AwayFromZero) : price;
}
