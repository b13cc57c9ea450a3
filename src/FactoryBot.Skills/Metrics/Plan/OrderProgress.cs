using FactoryBot.Skills.Metrics.Output;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>How pieces that pass several machines of a line count for its work order.</summary>
public enum OrderCounting
{
    /// <summary>A piece passes each machine in turn: an order has as many as the machine that made the fewest.</summary>
    Fewest,

    /// <summary>Machines work side by side: an order has what they made together.</summary>
    Sum,
}

/// <summary>How far a work order is.</summary>
/// <param name="Made">Good pieces since it was begun.</param>
/// <param name="InPeriod">Good pieces in the days asked for.</param>
/// <param name="Expected">What should be made by now if the quantity were made evenly from start to due date.</param>
internal sealed record OrderProgress(WorkOrder Order, long Made, long InPeriod, long Expected)
{
    /// <summary>What counts towards the plan: pieces above the quantity make no other order good.</summary>
    public long Filled => Math.Min(Made, Order.Quantity);

    /// <summary>Of its quantity, above 1 where more was made; null where none is asked for.</summary>
    public decimal? Share => Order.Quantity == 0 ? null : (decimal)Made / Order.Quantity;

    /// <summary>Pieces that are missing to what is expected; 0 or more.</summary>
    public long Behind => Math.Max(0, Expected - Made);

    /// <param name="asOf">The last day with data that the question reaches.</param>
    public static IReadOnlyList<OrderProgress> Of(IEnumerable<OrderCount> counts, OrderCounting counting, DateOnly asOf) =>
        [.. counts.GroupBy(count => count.Order).Select(order => new OrderProgress(
            order.Key,
            Count(order.Select(machine => machine.GoodSinceStart), counting),
            Count(order.Select(machine => machine.Pieces.Good), counting),
            ExpectedOf(order.Key, asOf)))];

    private static long Count(IEnumerable<long> machines, OrderCounting counting) => counting == OrderCounting.Sum ? machines.Sum() : machines.Min();

    private static long ExpectedOf(WorkOrder order, DateOnly asOf)
    {
        var days = order.DueOn.DayNumber - order.StartsOn.DayNumber + 1;
        var passed = Math.Clamp(asOf.DayNumber - order.StartsOn.DayNumber + 1, 0, Math.Max(1, days));
        return days <= 0 ? order.Quantity : (long)Math.Round((decimal)order.Quantity * passed / days);
    }
}
