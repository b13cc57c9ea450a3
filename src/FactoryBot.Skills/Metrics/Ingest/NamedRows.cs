namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>Finds or makes what rows may name without anybody having made it before: products, orders, reasons.</summary>
internal static class NamedRows
{
    private const string NoProduct = "Unknown product";

    public static int? Product(MasterData master, string? name) =>
        name is null ? null : (master.Products.Find(name) ?? master.Products.Add(id => new(id, name, []))).Id;

    /// <summary>Production is booked on orders; without one on an order of the product's name, without both on none.</summary>
    public static int? Order(MasterData master, string? number, string? product, PlantMachine machine, DateOnly day, int? quantity)
    {
        if ((number ?? product) is not { } said)
            return null;
        var productId = Product(master, product ?? NoProduct)!.Value;
        if (master.Orders.Find(said) is not { } order)
            return master.Orders.Add(id => new(id, said, machine.LineId, productId, day, day, quantity ?? 0)).Id;
        var wider = order with
        {
            StartsOn = day < order.StartsOn ? day : order.StartsOn,
            DueOn = day > order.DueOn ? day : order.DueOn,
            Quantity = quantity ?? order.Quantity,
        };
        if (wider != order)
            master.Orders.Change(wider);
        return order.Id;
    }

    public static string UnknownMachine(MasterData master, string name)
    {
        var nearest = NearestNames.To(name, master.Machines.All.Select(m => m.Name)).FirstOrDefault();
        return nearest is null ? $"there is no machine “{name}”, nor any other yet; import machines first" : $"there is no machine “{name}”; the nearest is {nearest}";
    }
}
