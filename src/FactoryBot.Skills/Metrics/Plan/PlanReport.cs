namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>Work orders with what is made of them.</summary>
/// <param name="AsOf">The last day whose pieces are counted.</param>
internal sealed record PlanReport(
    PlantAsked Asked, OrderCounting Counting, DateOnly AsOf, IReadOnlyList<OrderProgress> Orders, IReadOnlyList<string> Warnings)
{
    public const string Formula = "filled = good pieces of the work orders ÷ their quantity, no order above its quantity";
    public const int Version = 1;

    public long Planned => Orders.Sum(order => (long)order.Order.Quantity);
    public long Made => Orders.Sum(order => order.Made);
    public long Filled => Orders.Sum(order => order.Filled);
    public long Expected => Orders.Sum(order => order.Expected);

    /// <summary>Null where nothing is planned.</summary>
    public decimal? Share => Planned == 0 ? null : (decimal)Filled / Planned;

    public string Convention => Counting == OrderCounting.Fewest
        ? "made: good pieces of the machine of the line that made the fewest"
        : "made: good pieces of all machines of the line together";

    /// <summary>The orders that lack most first.</summary>
    public IReadOnlyList<OrderProgress> Late => [.. Orders.Where(order => order.Behind > 0).OrderByDescending(order => order.Behind).ThenBy(order => order.Order.Number, StringComparer.Ordinal)];

    public IReadOnlyList<PlanPart> By(string by)
    {
        var names = Asked.Plant.Products.ToDictionary(product => product.Id, product => product.Name);
        var lines = Asked.Plant.Lines.ToDictionary(line => line.Id, line => line.Name);
        return [.. Orders.GroupBy(order => by == "line" ? lines[order.Order.LineId] : names[order.Order.ProductId], StringComparer.Ordinal)
            .Select(part => new PlanPart(part.Key, part.Sum(o => (long)o.Order.Quantity), part.Sum(o => o.Made), part.Sum(o => o.Filled), part.Sum(o => o.Expected)))];
    }

    public string ProductOf(OrderProgress order) => Asked.Plant.Products.First(product => product.Id == order.Order.ProductId).Name;

    public string LineOf(OrderProgress order) => Asked.Plant.Lines.First(line => line.Id == order.Order.LineId).Name;
}

internal sealed record PlanPart(string Name, long Planned, long Made, long Filled, long Expected)
{
    public decimal? Share => Planned == 0 ? null : (decimal)Filled / Planned;
}
