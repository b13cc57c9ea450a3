using System.Globalization;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes;

/// <summary>Parts of the catalogue in plain words.</summary>
internal static class PartText
{
    public static string Of(FoundParts found) => found.Sure
        ? Of(found.Topic, found.Parts[0], found.Pieces)
        : $"{QuoteText.Number(found.Looked)} parts fit these words{(found.Looked > found.Parts.Count ? $"; the nearest {QuoteText.Number(found.Parts.Count)}" : "")}: "
            + string.Join("; ", found.Parts.Select(p => $"{Name(p.Part)} ({Price(p.Part)}, {Held(p.Part, found.Pieces)})")) + ".";

    public static string Name(Part part) => $"{part.Number} {part.Description}".TrimEnd();

    public static string Price(Part part) => part.Price is { } price ? QuoteText.Money(price, part.Currency) + (part.PackQuantity > 1 ? $" for {QuoteText.Amount(part.PackQuantity)}" : "") : "no list price";

    /// <param name="pieces">How many are wanted; null: any.</param>
    public static string Held(Part part, decimal? pieces) => part.Stock switch
    {
        null => "stock not known",
        0 => "none in stock",
        var stock when stock >= (pieces ?? 1) => $"{QuoteText.Amount(stock)} in stock",
        var stock => $"only {QuoteText.Amount(stock)} in stock",
    };

    public static string Lead(Part part, decimal? pieces) =>
        part.Stock >= (pieces ?? 1) ? "from stock"
        : part.LeadDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days:#,0} {(days == 1 ? "day" : "days")}")
        : "not known";

    private static string Of(PartTopic topic, FoundPart found, decimal? pieces)
    {
        var part = found.Part;
        string[] said =
        [
            found.Price is { Total: { } total } price ? $"{QuoteText.Amount(pieces)} cost {QuoteText.Money(total, part.Currency)} at list terms ({QuoteText.Price(price.Price)}{(part.PackQuantity > 1 ? $" per {QuoteText.Amount(part.PackQuantity)}" : "")})" : Price(part),
            Held(part, pieces),
            $"lead time {Lead(part, pieces)}",
        ];
        // What was asked for comes first.
        var first = topic switch { PartTopic.Stock => 1, PartTopic.Lead => 2, _ => 0 };
        var warnings = found.Price is { Warnings: { Count: > 0 } all } ? " " + string.Join(' ', all) : "";
        return $"{Name(part)}: {string.Join(", ", said.Skip(first).Take(1).Concat(said.Where((_, i) => i != first)))}.{warnings}";
    }
}
