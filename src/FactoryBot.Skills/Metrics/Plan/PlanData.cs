using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Metrics.Plan;

/// <summary>Production against plan as REST returns it and a model reads it.</summary>
internal sealed record PlanData
{
    public required string Scope { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required DateOnly AsOf { get; init; }
    public required long Planned { get; init; }
    public required long Made { get; init; }
    public required long Expected { get; init; }

    /// <summary>What is made towards the plan, no order above its quantity, over what is planned. Null, and then left out: nothing is planned.</summary>
    public decimal? Share { get; init; }
    public required int Behind { get; init; }
    public required IReadOnlyList<OrderData> Orders { get; init; }
    public required IReadOnlyList<PlanPartData> Products { get; init; }
    public required IReadOnlyList<PlanPartData> Lines { get; init; }
    public required string Convention { get; init; }

    public static JsonElement Of(PlanReport report) => JsonSerializer.SerializeToElement(
        new PlanData
        {
            Scope = report.Asked.Scope.Name,
            From = report.Asked.Period.From,
            To = report.Asked.Period.To,
            AsOf = report.AsOf,
            Planned = report.Planned,
            Made = report.Made,
            Expected = report.Expected,
            Share = OeeData.Round(report.Share),
            Behind = report.Late.Count,
            Orders = [.. report.Orders.Select(order => new OrderData(
                order.Order.Number, report.LineOf(order), report.ProductOf(order), order.Order.Status, order.Order.StartsOn, order.Order.DueOn,
                order.Order.Quantity, order.Made, order.InPeriod, order.Expected, order.Behind))],
            Products = Parts(report.By("product")),
            Lines = Parts(report.By("line")),
            Convention = report.Convention,
        },
        PlanJson.Default.PlanData);

    private static IReadOnlyList<PlanPartData> Parts(IReadOnlyList<PlanPart> parts) =>
        [.. parts.Select(part => new PlanPartData(part.Name, part.Planned, part.Made, part.Filled, part.Expected, OeeData.Round(part.Share)))];
}

/// <param name="Made">Good pieces since it was begun.</param>
/// <param name="InPeriod">Good pieces in the days asked for.</param>
/// <param name="Expected">Even progress from start to due date, up to the last day counted.</param>
internal sealed record OrderData(
    string Number, string Line, string Product, string Status, DateOnly StartsOn, DateOnly DueOn, int Planned, long Made, long InPeriod, long Expected, long Behind);

internal sealed record PlanPartData(string Name, long Planned, long Made, long Filled, long Expected, decimal? Share);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanData))]
internal sealed partial class PlanJson : JsonSerializerContext;
