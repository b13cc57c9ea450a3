using System.Globalization;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>Production against plan in plain words that stand without the card.</summary>
internal static class PlanText
{
    private const int Named = 3;

    public static string Of(PlanReport report)
    {
        var orders = report.Orders;
        if (report.Asked.Question.WorkOrder is not null && orders is [var only])
            return OfOne(report, only);
        var sentences = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"{orders.Count} work order{(orders.Count == 1 ? "" : "s")} of {report.Asked.Scope.Phrase} {report.Asked.When}: {report.Planned:N0} pieces planned, {report.Made:N0} made; the orders are filled to {OeeText.Percent(report.Share)}."),
            Open(orders),
            string.Create(CultureInfo.InvariantCulture, $"By {PeriodText.Day(report.AsOf)} it should be {report.Expected:N0}."),
        };
        if (report.Late.Count == 0)
            sentences.Add("No order is behind.");
        else
            sentences.Add($"Behind: {string.Join(", ", report.Late.Take(Named).Select(order => Say(report, order)))}{(report.Late.Count > Named ? $" and {report.Late.Count - Named} more" : "")}.");
        sentences.Add($"Counted as {report.Convention}.");
        return string.Join(' ', sentences);
    }

    private static string OfOne(PlanReport report, OrderProgress order)
    {
        var standing = order.Made >= order.Order.Quantity ? "Its target is reached."
            : report.AsOf > order.Order.DueOn ? string.Create(CultureInfo.InvariantCulture, $"Its target is not reached: {order.Order.Quantity - order.Made:N0} pieces are missing.")
            : order.Behind > 0 ? string.Create(CultureInfo.InvariantCulture, $"By {PeriodText.Day(report.AsOf)} it should be {order.Expected:N0}: it is {order.Behind:N0} behind.")
            : string.Create(CultureInfo.InvariantCulture, $"By {PeriodText.Day(report.AsOf)} it should be {order.Expected:N0}: it is on time.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{order.Order.Number} ({report.ProductOf(order)}, {report.LineOf(order)}): {order.Made:N0} of {order.Order.Quantity:N0} pieces made, {OeeText.Percent(order.Share)}; due {PeriodText.Day(order.Order.DueOn)}. {standing} Counted as {report.Convention}.");
    }

    private static string Open(IReadOnlyList<OrderProgress> orders) => orders.Count(o => o.Filled < o.Order.Quantity) switch
    {
        0 => "None is open.",
        var open when open == orders.Count => orders.Count == 1 ? "It is open." : "All are open.",
        var open => string.Create(CultureInfo.InvariantCulture, $"{open:N0} of them {(open == 1 ? "is" : "are")} open."),
    };

    private static string Say(PlanReport report, OrderProgress order) => string.Create(
        CultureInfo.InvariantCulture,
        $"{order.Order.Number} ({report.ProductOf(order)}) {order.Made:N0} of {order.Order.Quantity:N0}, {order.Behind:N0} short, due {order.Order.DueOn:d MMM}");
}
