using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Approvals;

/// <summary>What rules of approval look at. The database computes them from the stored content; these are for the preview.</summary>
/// <param name="Discount">The highest of all lines, in percent of the list price.</param>
/// <param name="Margin">Percent; null where a cost is not known, so that somebody must look at it.</param>
/// <param name="LinesOfBusiness">In small letters.</param>
public sealed record ApprovalFacts(
    [property: JsonPropertyName("amount")] decimal Amount,
    [property: JsonPropertyName("discount")] decimal Discount,
    [property: JsonPropertyName("margin")] decimal? Margin,
    [property: JsonPropertyName("new_customer")] bool NewCustomer,
    [property: JsonPropertyName("lines_of_business")] IReadOnlyList<string> LinesOfBusiness);

/// <summary>When a rule applies: all that are set must hold.</summary>
public sealed record ApprovalCondition
{
    [JsonPropertyName("amount_from")] public decimal? AmountFrom { get; init; }
    [JsonPropertyName("discount_over")] public decimal? DiscountOver { get; init; }
    [JsonPropertyName("margin_below")] public decimal? MarginBelow { get; init; }
    [JsonPropertyName("new_customer")] public bool? NewCustomer { get; init; }
    [JsonPropertyName("line_of_business")] public string? LineOfBusiness { get; init; }

    public bool Fits(ApprovalFacts facts) =>
        (AmountFrom is not { } amount || facts.Amount >= amount)
        && (DiscountOver is not { } discount || facts.Discount > discount)
        && (MarginBelow is not { } margin || facts.Margin is null || facts.Margin < margin)
        && (NewCustomer is not { } isNew || facts.NewCustomer == isNew)
        && (LineOfBusiness is not { } business || facts.LinesOfBusiness.Contains(business.ToLowerInvariant(), StringComparer.Ordinal));

    public string ToJson() => JsonSerializer.Serialize(this, ApprovalsJson.Default.ApprovalCondition);

    public static ApprovalCondition Read(string json) => JsonSerializer.Deserialize(json, ApprovalsJson.Default.ApprovalCondition) ?? new();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<ApprovalData>))]
[JsonSerializable(typeof(ApprovalCondition))]
[JsonSerializable(typeof(ApprovalFacts))]
[JsonSerializable(typeof(ApprovalRule))]
[JsonSerializable(typeof(IReadOnlyList<ApprovalRule>))]
public sealed partial class ApprovalsJson : JsonSerializerContext;
