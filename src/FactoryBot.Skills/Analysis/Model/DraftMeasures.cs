namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Measures that the shape of a table suggests: revenue from price and quantity, the value of a stock, totals of documents.</summary>
internal static class DraftMeasures
{
    private static readonly string[] Revenue =
        ["revenue", "sales", "turnover", "income", "sales revenue", "sales volume", "sales value", "sales amount", "total sales", "takings", "earnings", "business", "money", "money made", "money spent", "amount spent"];

    private static readonly string[] Totals = ["total", "total amount", "grand total", "total price", "order total", "invoice total", "amount", "line total", "subtotal", "total due", "net amount", "sales amount"];

    public static IReadOnlyList<Measure> Of(SemanticModel model)
    {
        var measures = new List<Measure>();
        foreach (var entity in model.Entities)
        {
            if (entity.Noun.Split(' ').Any(w => w is "return" or "refund" or "credit" or "fine" or "penalty" or "salary" or "wage" or "debt" or "deposit" or "bonus" or "budget" or "tax" or "loan"))
                continue;
            if (Total(entity, model) is { } total && (entity.Noun.Split(' ').Any(w => w is "purchase" or "expense" or "purchasing" or "procurement" or "repair" or "maintenance" or "payroll" or "claim") || FromSupplier(entity, model)))
                measures.Add(Spent(entity, $"{entity.Name}.{total.Name}"));
            else if (Total(entity, model) is not null)
                measures.Add(new($"{entity.Name}_revenue", Revenue, entity.Name, Aggregate.Sum, $"{entity.Name}.{Total(entity, model)!.Name}"));
        }

        foreach (var entity in model.Entities)
        {
            var price = Price(entity);
            if (price is null)
                continue;

            if (Quantity(entity) is { } bought && model.Relations.Any(r => r.From == entity.Name && model[r.To].Noun.StartsWith("purchase", StringComparison.Ordinal)))
                measures.Add(Spent(entity, $"{entity.Name}.{price.Name} * {entity.Name}.{bought.Name}"));
            else if (Quantity(entity) is { } quantity && model.Relations.Any(r => r.From == entity.Name) && Total(entity, model) is null)
                measures.AddRange(Lines(entity, price, quantity));
        }

        foreach (var entity in model.Entities)
        {
            if (entity.Columns.FirstOrDefault(c => c.IsNumber && c.Role == ColumnRole.Amount && c.Phrase.Split(' ').Any(w => w is "stock" or "inventory" or "hand")) is not { } stock)
                continue;
            // Bought for one price and sold for another: which of them the stock is worth is asked.
            if (CostOf(entity) is null && BoughtAndSold(entity) is var (bought, sold))
            {
                measures.Add(new($"{entity.Name}_stock_cost", ["stock value at purchase price", "stock value at cost", .. StockValue(entity)], entity.Name, Aggregate.Sum, $"{entity.Name}.{bought.Name} * {entity.Name}.{stock.Name}"));
                measures.Add(new($"{entity.Name}_stock_price", ["stock value at selling price", "retail value of stock", .. StockValue(entity)], entity.Name, Aggregate.Sum, $"{entity.Name}.{sold.Name} * {entity.Name}.{stock.Name}"));
            }
            else if ((CostOf(entity) ?? Price(entity)) is { } worth)
                measures.Add(new($"{entity.Name}_stock_value", StockValue(entity), entity.Name, Aggregate.Sum, $"{entity.Name}.{worth.Name} * {entity.Name}.{stock.Name}"));
            // What is kept in several places has its price where the thing itself is.
            else if (model.Relations.Where(r => r.From == entity.Name).Select(r => model[r.To]).Distinct().Where(o => (CostOf(o) ?? Price(o)) is not null).ToList() is [var thing])
                measures.Add(new($"{entity.Name}_stock_value", StockValue(thing), entity.Name, Aggregate.Sum, $"{thing.Name}.{(CostOf(thing) ?? Price(thing))!.Name} * {entity.Name}.{stock.Name}"));
        }

        // A price that stands elsewhere makes revenue only where nothing else does, and never of what came back.
        var known = measures.Exists(m => m.Phrases.Contains("revenue"));
        foreach (var entity in model.Entities.Where(e => Price(e) is null))
            measures.AddRange(Elsewhere(entity, model).Where(m => !m.Phrases.Contains("revenue") || (!known && !entity.Noun.Split(' ').Any(w => w is "return" or "refund" or "claim" or "credit" or "cancellation" or "reservation" or "stock" or "inventory" or "transfer" or "movement"))));
        measures.AddRange(model.Entities.SelectMany(e => DraftDurations.Of(e).Concat(DraftDelays.Measures(e)).Where(m => m.Phrases.Count > 0)));
        return [.. measures.Select(m => Named(m, model)).Select(m => Unlike(m, model)).Where(m => m.Phrases.Count > 0)];
    }

    // A time that some thing keeps as a number of its own is that number, not one made from two dates: the lead time of a vendor.
    private static Measure Unlike(Measure measure, SemanticModel model) => measure.Aggregate != Aggregate.Average ? measure
        : measure with { Phrases = [.. measure.Phrases.Where(p => !model.Entities.Any(e => e.Name != measure.Entity && e.Columns.Any(c => c.IsNumber && c.Phrases.Contains(p)) && model.Graph.ReachesUp(measure.Entity, e.Name)))] };

    // What a supplier bills is no revenue.
    private static bool FromSupplier(Entity entity, SemanticModel model)
    {
        var owners = model.Relations.Where(r => r.From == entity.Name).Select(r => model[r.To]).ToList();
        return owners.Exists(o => o.Nouns.Contains("supplier") || o.Nouns.Contains("vendor")) && !owners.Exists(o => Parsing.Reader.IsBuyer(o.Noun));
    }

    // "Order value" is the revenue of an order.
    private static Measure Named(Measure measure, SemanticModel model)
    {
        if (!measure.Phrases.Contains("revenue") && !measure.Phrases.Contains("spend"))
            return measure;
        // A paper with a day of its own is its own document: an invoice's sum is no order's.
        var paid = Parsing.Money.Is(model[measure.Entity].Noun) || model[measure.Entity].DefaultDate is not null;
        var documents = model.Entities.Where(e => e.DefaultDate is not null && !e.Person && !(paid && e.Name != measure.Entity) && (e.Name == measure.Entity || model.Relations.Any(r => r.From == measure.Entity && r.To == e.Name))).Select(e => e.Noun).Distinct().ToList();
        return measure with { Phrases = [.. measure.Phrases, .. measure.Phrases.Contains("revenue") ? ["total value"] : Array.Empty<string>(), .. documents.SelectMany(d => new[] { d + " value", d + " amount", d + " total", "value of " + SchemaNames.Plural(d) })] };
    }

    // Lines that hold the quantity, things that hold the price; hours here, the rate of an hour there.
    private static IEnumerable<Measure> Elsewhere(Entity entity, SemanticModel model)
    {
        var owners = model.Relations.Where(r => r.From == entity.Name && r.To != entity.Name).Select(r => model[r.To]).Distinct().ToList();
        var quantity = Quantity(entity);
        if (quantity is not null && CostOf(entity) is { } cost)
            yield return Spent(entity, $"{entity.Name}.{cost.Name} * {entity.Name}.{quantity.Name}");
        else if (quantity is not null && owners.Where(o => Price(o) is not null).ToList() is [var priced] && !model.Relations.Any(r => r.From == entity.Name && Total(model[r.To], model) is not null))
            yield return new($"{entity.Name}_revenue", Revenue, entity.Name, Aggregate.Sum, $"{priced.Name}.{Price(priced)!.Name} * {entity.Name}.{quantity.Name}");
        else if (quantity is not null && owners.Where(o => CostOf(o) is not null).ToList() is [var costly])
            yield return Spent(entity, $"{costly.Name}.{CostOf(costly)!.Name} * {entity.Name}.{quantity.Name}");
        else if (quantity is null && Used(entity) is { } used && owners.Where(o => (CostOf(o) ?? Price(o)) is not null).ToList() is [var taken])
            yield return new($"{entity.Name}_cost", UsedCost, entity.Name, Aggregate.Sum, $"{taken.Name}.{(CostOf(taken) ?? Price(taken))!.Name} * {entity.Name}.{used.Name}");
        var hours = entity.Columns.FirstOrDefault(c => c.IsNumber && c.Phrases.Any(p => p is "hours" or "labor hours" or "labour hours" or "hours worked" or "worked hours"));
        if (hours is not null && owners.Append(entity).Select(o => (o, Rate: o.Columns.FirstOrDefault(c => c.IsNumber && c.Phrase is "hourly rate" or "rate per hour" or "hour rate" or "labor rate"))).Where(x => x.Rate is not null).ToList() is [var paid])
            yield return new($"{entity.Name}_labor_cost", ["labor cost", "labour cost", "labor costs", "labour costs", "cost of labor", "cost of labour"], entity.Name, Aggregate.Sum, $"{entity.Name}.{hours.Name} * {paid.o.Name}.{paid.Rate!.Name}");
    }

    // What was taken out of the stock costs what it once cost, and was not spent on that day.
    private static readonly string[] UsedCost =
        ["cost", "costs", "total cost", "material cost", "material costs", "parts cost", "part cost", "cost of parts", "cost of parts used", "cost of material", "cost of materials", "cost of used parts", "value of parts used", "value of used parts"];

    private static Column? Used(Entity entity) =>
        entity.Columns.Where(c => c.IsNumber && c.Role == ColumnRole.Amount && c.Phrase is "quantity used" or "used quantity" or "quantity consumed" or "quantity issued" or "quantity withdrawn" or "units used" or "pieces used").ToList() is [var only] ? only : null;

    private static Measure Spent(Entity entity, string formula) =>
        new($"{entity.Name}_cost", ["cost", "total cost", "costs", "spend", "spending", "expense", "expenses", "material cost", "parts cost", "part cost", "cost of parts", "amount spent", "money spent"], entity.Name, Aggregate.Sum, formula);

    private static Column? CostOf(Entity entity) =>
        entity.Columns.FirstOrDefault(c => c.IsNumber && c.Phrase is "unit cost" or "cost per unit" or "cost each" or "purchase cost" or "standard cost" || c.IsNumber && c.Phrase == "cost");

    private static IEnumerable<Measure> Lines(Entity entity, Column price, Column quantity)
    {
        var gross = $"{entity.Name}.{price.Name} * {entity.Name}.{quantity.Name}";
        var discount = entity.Columns.FirstOrDefault(c => c.IsNumber && c.Phrase.Split(' ').Contains("discount"));
        if (discount is null)
        {
            yield return new($"{entity.Name}_revenue", Revenue, entity.Name, Aggregate.Sum, gross);
            yield break;
        }

        // A line without a discount is worth its price, and not nothing.
        var field = discount.Nullable ? $"coalesce({entity.Name}.{discount.Name}, 0)" : $"{entity.Name}.{discount.Name}";
        var share = discount.Most is > 1 and <= 100 ? $"{field} / 100.0" : field;
        var off = discount.Most > 100 ? field : $"{gross} * {share}";
        yield return new($"{entity.Name}_revenue", [.. Revenue, "net sales", "net revenue"], entity.Name, Aggregate.Sum,
            discount.Most > 100 ? $"{gross} - {field}" : $"{gross} * (1 - {share})");
        yield return new($"{entity.Name}_gross_sales", ["gross sales", "gross revenue", "sales before discount", "revenue before discount"], entity.Name, Aggregate.Sum, gross);
        yield return new($"{entity.Name}_discount_amount",
            ["discount amount", "total discount", "discounts given", "discounts granted", "discount value", "value of discounts", "amount of discount", "discounts"],
            entity.Name, Aggregate.Sum, off);
    }

    private static string[] StockValue(Entity entity) =>
    [
        "stock value", "inventory value", "value of stock", "value of inventory", "value of stock on hand", "value in stock", "warehouse value", "worth of stock", "stock worth",
        .. entity.Nouns.Select(SchemaNames.Plural).SelectMany(n => new[] { $"value of {n} in stock", $"value of {n} on stock", $"value of {n} on hand", $"value of all {n} in stock", $"value of {n} stock", $"{n} stock value" }),
    ];

    private static Column? Price(Entity entity) =>
        entity.Columns.Where(c => c.IsNumber && (c.Phrase.Split(' ').Any(w => w is "price") || c.Phrase is "unit amount" or "unit value" or "amount per unit" or "unit net")).OrderBy(c => c.Phrase is "unit price" or "price" or "sale price" ? 0 : 1).FirstOrDefault();

    private static (Column Bought, Column Sold)? BoughtAndSold(Entity entity)
    {
        var prices = entity.Columns.Where(c => c.IsNumber && c.Phrase.Split(' ').Contains("price")).ToList();
        return prices.Find(c => c.Phrase is "purchase price" or "buying price" or "buy price" or "cost price") is { } bought && prices.Where(c => c != bought).ToList() is [var sold] ? (bought, sold) : null;
    }

    private static Column? Quantity(Entity entity) =>
        entity.Columns.FirstOrDefault(c => c.IsNumber && c.Phrase is "quantity" or "quantity sold" or "quantity ordered" or "quantity order" or "order quantity" or "ordered quantity" or "units" or "units sold");

    private static Column? Total(Entity entity, SemanticModel model) =>
        model.Relations.Any(r => r.From == entity.Name)
            ? entity.Columns.Where(c => c.IsNumber && c.Role != ColumnRole.Key && Array.IndexOf(Totals, c.Phrase) >= 0)
                .OrderBy(c => Array.IndexOf(Totals, c.Phrase)).FirstOrDefault()
            : null;
}
