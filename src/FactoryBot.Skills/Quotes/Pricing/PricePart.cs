using System.Globalization;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Pricing;

/// <summary>What a part costs a customer at a quantity. Pure, decimal throughout, and each step says why.</summary>
internal static class PricePart
{
    public static PartPrice Of(
        Part part, decimal pieces, Customer? customer, IReadOnlyList<PriceBreak> breaks, IReadOnlyList<PastLine> past, PriceRules rules, DateOnly today, DateOnly? neededBy)
    {
        var steps = new List<PriceStep>();
        var warnings = new List<string>();
        var packs = Packs.Of(pieces, part);
        var lead = LeadDays(part, pieces);
        if (pieces < part.MinimumQuantity)
            warnings.Add(Text($"The minimum quantity is {part.MinimumQuantity:#,0}."));
        if (packs * part.PackQuantity is var rounded && rounded != pieces)
            warnings.Add(Text($"Sold by {part.PackQuantity:#,0}: {packs:#,0} packs are {rounded:#,0} pieces."));
        var cost = part.Cost * packs;
        if (Start(part, rules, steps) is not { } start)
            return new(packs, null, null, null, cost, null, null, null, lead, steps, [.. warnings, "Neither a price nor a cost is known; enter a price."]);

        var price = Break(start, part, pieces, customer, breaks, steps);
        price = Discount(price, customer, steps);
        price = Rush(price, rules, today, neededBy, lead, steps);
        var floor = part.Cost is { } each ? Round(each / (1 - rules.FloorMargin / 100), rules) : (decimal?)null;
        if (price < floor)
        {
            price = floor.Value;
            steps.Add(new("Margin floor", price, Text($"below {rules.FloorMargin:0.##} % margin nothing is offered")));
        }

        if (Round(price, rules) is var final && final != price)
            steps.Add(new("Rounded", final, Text($"to {rules.Digits} digits")));
        var own = past.Where(p => p.Number == part.Number && p.UnitPrice > 0).Select(p => p.UnitPrice * part.PackQuantity).ToArray();
        var low = own.Length == 0 ? floor : floor is { } least ? Math.Max(least, own.Min()) : own.Min();
        return new(
            packs, start, final, decimal.Round(packs * final, 2, MidpointRounding.AwayFromZero), cost,
            low is { } l ? Math.Min(l, final) : null, Math.Max(final, start), Margin(packs * final, cost), lead, steps, warnings);
    }

    /// <summary>Percent of the price that is not cost.</summary>
    public static decimal? Margin(decimal total, decimal? cost) =>
        cost is { } known && total > 0 ? decimal.Round(100 * (total - known) / total, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>The nearest of what was quoted before: the same part first, then the quantity, then the customer.</summary>
    public static IReadOnlyList<PastLine> Similar(IEnumerable<PastLine> past, string number, decimal pieces, string customer, int most) =>
        [.. past.Where(p => p.Number == number)
            .OrderBy(p => p.CustomerName.Equals(customer, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(p => Ratio(p.Quantity, pieces))
            .ThenByDescending(p => p.QuotedOn)
            .Take(most)];

    /// <summary>From stock at once; otherwise the part's own time.</summary>
    public static int? LeadDays(Part part, decimal pieces) => part.Stock >= pieces ? 0 : part.LeadDays;

    private static decimal? Start(Part part, PriceRules rules, List<PriceStep> steps)
    {
        if (part.Price is { } list)
        {
            steps.Add(new("List price", list, part.PackQuantity == 1 ? "for one" : Text($"for a pack of {part.PackQuantity:#,0}")));
            return list;
        }

        if (part.Cost is not { } cost || rules.TargetMargin >= 100)
            return null;
        var price = Round(cost / (1 - rules.TargetMargin / 100), rules);
        steps.Add(new("From cost", price, Text($"no list price; cost {cost:0.00##} with {rules.TargetMargin:0.##} % margin")));
        return price;
    }

    private static decimal Break(decimal price, Part part, decimal pieces, Customer? customer, IReadOnlyList<PriceBreak> breaks, List<PriceStep> steps)
    {
        var best = breaks.Where(b => b.Number == part.Number && b.FromQuantity <= pieces && (b.Tier.Length == 0 || b.Tier == customer?.Tier) && b.Price < price)
            .OrderBy(b => b.Price).FirstOrDefault();
        if (best is null)
            return price;
        steps.Add(new("Quantity price", best.Price, Text($"from {best.FromQuantity:#,0.###} pieces{(best.Tier.Length > 0 ? " in tier " + best.Tier : "")}")));
        return best.Price;
    }

    private static decimal Discount(decimal price, Customer? customer, List<PriceStep> steps)
    {
        if (customer is not { DiscountPercent: > 0 and var percent })
            return price;
        var reduced = price * (1 - percent / 100);
        steps.Add(new("Customer discount", reduced, Text($"{percent:0.##} % for {customer.Name}{(customer.Tier.Length > 0 ? ", tier " + customer.Tier : "")}")));
        return reduced;
    }

    private static decimal Rush(decimal price, PriceRules rules, DateOnly today, DateOnly? neededBy, int? lead, List<PriceStep> steps)
    {
        if (rules.RushPercent == 0 || neededBy is not { } day || lead is not { } days || today.AddDays(days) <= day)
            return price;
        var raised = price * (1 + rules.RushPercent / 100);
        steps.Add(new("Rush", raised, Text($"needed {day:yyyy-MM-dd}, ready after {days} days: {rules.RushPercent:0.##} % more")));
        return raised;
    }

    private static decimal Round(decimal price, PriceRules rules) => decimal.Round(price, rules.Digits, MidpointRounding.AwayFromZero);

    private static decimal Ratio(decimal a, decimal b) => a <= 0 || b <= 0 ? decimal.MaxValue : a > b ? a / b : b / a;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
