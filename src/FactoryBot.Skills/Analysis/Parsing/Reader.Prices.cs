using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What "expensive", "cheap" and "costs" measure where a thing has several prices: what it is bought for, sold for, rented for, replaced for.</summary>
internal sealed partial class Reader
{
    private static readonly string[] PriceWords = ["price", "fare", "cost", "fee", "rate", "msrp"];
    private static readonly string[] OtherRates = ["tax", "vat", "discount", "interest", "exchange", "commission", "growth", "error", "scrap", "sampling", "occupancy"];
    private static readonly string[] PlainPrices = ["unit price", "price", "list price", "fare", "ticket price", "selling price", "sales price", "sale price"];

    private string? PriceOf(string entity)
    {
        var prices = model[entity].Columns.Where(c => c.IsNumber && c.Role is ColumnRole.Amount or ColumnRole.Rate && c.Phrase.Split(' ') is var words && words.Any(PriceWords.Contains) && !words.Any(OtherRates.Contains)).ToList();
        if (prices.Find(c => PlainPrices.Contains(c.Phrase)) is { } plain)
            return $"{entity}.{plain.Name}";
        if (prices.Count > 1 && PriceFor(prices) is { } meant)
            return $"{entity}.{meant.Name}";
        if (prices.Count > 1)
            AskPrice(prices);
        return prices is [var only] ? $"{entity}.{only.Name}" : null;
    }

    // "Expensive to replace": the replacement cost.
    private Column? PriceFor(List<Column> prices)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i - 1].Text != "to" || Stems.OfVerb(items[i].Text) is not { Length: > 2 } deed || prices.Where(p => p.Phrase.StartsWith(deed, StringComparison.Ordinal)).ToList() is not [var meant])
                continue;
            (items[i].Used, items[i].Kind, items[i].Meanings) = (true, ItemKind.Filler, []);
            return meant;
        }

        return null;
    }

    private void AskPrice(List<Column> prices)
    {
        if (items.Find(i => i.Measures == "price" || Stems.OfVerb(i.Text) == "cost" || i.Text.Contains("expensive", StringComparison.Ordinal) || i.Text.Contains("cheap", StringComparison.Ordinal)) is not { } word)
            return;
        var lead = word switch { { Kind: ItemKind.Superlative, Low: true } => "lowest ", { Kind: ItemKind.Superlative } => "highest ", { Kind: ItemKind.Verb } => "with a ", _ => "" };
        var tail = word.Kind == ItemKind.Compare ? word.Comparison is Comparison.Less ? " below" : " above" : "";
        Ask(word, items.IndexOf(word), [.. prices.Take(5).Select(p => new AmbiguousChoice(Title(p.Phrase), (tail.Length > 0 ? "with a " : lead) + p.Phrase + tail))]);
    }
}
