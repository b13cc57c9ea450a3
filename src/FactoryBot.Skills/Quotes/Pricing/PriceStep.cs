namespace FactoryBot.Skills.Quotes.Pricing;

/// <summary>One step on the way to a price, with what it did and why.</summary>
/// <param name="Price">For one pack, after the step.</param>
internal sealed record PriceStep(string What, decimal Price, string Why);

/// <summary>A price with its reasons.</summary>
/// <param name="Price">For one pack; null: there is neither a list price nor a cost to start from.</param>
/// <param name="Low">The lowest price that still makes sense, and <paramref name="High"/> the highest; null where unknown.</param>
/// <param name="Margin">Percent of the price; null where the cost is not known.</param>
internal sealed record PartPrice(
    decimal Packs, decimal? List, decimal? Price, decimal? Total, decimal? Cost, decimal? Low, decimal? High, decimal? Margin, int? LeadDays,
    IReadOnlyList<PriceStep> Steps, IReadOnlyList<string> Warnings);

/// <summary>A line of an earlier quote.</summary>
internal sealed record PastLine(string QuoteNumber, string Number, string CustomerName, decimal Quantity, decimal UnitPrice, DateOnly QuotedOn, string Outcome, string Reason = "")
{
    /// <summary>For rows of the database.</summary>
    public PastLine() : this("", "", "", 0, 0, default, "open")
    {
    }
}
