namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Measures that the shape of a table suggests: revenue from price and quantity, the value of a stock, totals of documents.</summary>
internal static class DraftMeasures
{
    private static readonly string[] Revenue =
        ["revenue", "sales", "turnover", "income", "sales revenue", "sales volume", "sales value", "sales amount", "total sales", "takings", "earnings", "business"];

    private static readonly string[] Totals = ["total", "total amount", "grand total", "total price", "order total", "invoice total", "amount", "line total", "subtotal", "total due", "net amount", "sales amount"];

    public static IReadOnlyList<Measure> Of(SemanticModel model)
    {
        var measures = new List<Measure>();
        foreach (var entity in model.Entities)
        {
            if (Total(entity, model) is { } total)
                measures.Add(new($"{entity.Name}_revenue", Revenue, entity.Name, Aggregate.Sum, $"{entity.Name}.{total.Name}"));
        }

        foreach (var entity in model.Entities)
        {
            var price = Price(entity);
            if (price is null)
                continue;
            if (Quantity(entity) is { } quantity && model.Relations.Any(r => r.From == entity.Name) && Total(entity, model) is null)
                measures.AddRange(Lines(entity, price, quantity));
            if (entity.Columns.FirstOrDefault(c => c.IsNumber && c.Role == ColumnRole.Amount && c.Phrase.Split(' ').Any(w => w is "stock" or "inventory" or "hand")) is { } stock)
                measures.Add(new($"{entity.Name}_stock_value", StockValue(), entity.Name, Aggregate.Sum, $"{entity.Name}.{price.Name} * {entity.Name}.{stock.Name}"));
        }

        return measures;
    }

    private static IEnumerable<Measure> Lines(Entity entity, Column price, Column quantity)
    {
        var gross = $"{entity.Name}.{price.Name} * {entity.Name}.{quantity.Name}";
        var discount = entity.Columns.FirstOrDefault(c => c.IsNumber && c.Phrase.Split(' ').Contains("discount"));
        if (discount is null)
        {
            yield return new($"{entity.Name}_revenue", Revenue, entity.Name, Aggregate.Sum, gross);
            yield break;
        }

        var field = $"{entity.Name}.{discount.Name}";
        var share = discount.Most is > 1 and <= 100 ? $"{field} / 100.0" : field;
        var off = discount.Most > 100 ? field : $"{gross} * {share}";
        yield return new($"{entity.Name}_revenue", [.. Revenue, "net sales", "net revenue"], entity.Name, Aggregate.Sum,
            discount.Most > 100 ? $"{gross} - {field}" : $"{gross} * (1 - {share})");
        yield return new($"{entity.Name}_gross_sales", ["gross sales", "gross revenue", "sales before discount", "revenue before discount"], entity.Name, Aggregate.Sum, gross);
        yield return new($"{entity.Name}_discount_amount",
            ["discount amount", "total discount", "discounts given", "discounts granted", "discount value", "value of discounts", "amount of discount", "discounts"],
            entity.Name, Aggregate.Sum, off);
    }

    private static string[] StockValue() =>
        ["stock value", "inventory value", "value of the stock", "value of stock", "value of the inventory", "value of inventory", "value of the stock on hand", "value of stock on hand", "value in stock", "warehouse value"];

    private static Column? Price(Entity entity) =>
        entity.Columns.Where(c => c.IsNumber && c.Phrase.Split(' ').Any(w => w is "price")).OrderBy(c => c.Phrase is "unit price" or "price" or "sale price" ? 0 : 1).FirstOrDefault();

    private static Column? Quantity(Entity entity) =>
        entity.Columns.FirstOrDefault(c => c.IsNumber && c.Phrase is "quantity" or "quantity sold" or "quantity ordered" or "order quantity" or "ordered quantity" or "units" or "units sold");

    private static Column? Total(Entity entity, SemanticModel model) =>
        model.Relations.Any(r => r.From == entity.Name)
            ? entity.Columns.Where(c => c.IsNumber && c.Role != ColumnRole.Key && Array.IndexOf(Totals, c.Phrase) >= 0)
                .OrderBy(c => Array.IndexOf(Totals, c.Phrase)).FirstOrDefault()
            : null;
}
