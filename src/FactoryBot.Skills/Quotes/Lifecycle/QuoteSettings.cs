using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Quotes.Pricing;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>How a tenant quotes: what stands on its paper, and how it makes prices.</summary>
internal sealed record QuoteSettings
{
    public string Company { get; init; } = "";
    public string Address { get; init; } = "";
    public string Terms { get; init; } = "Prices without tax, ex works. Delivery times from receipt of order.";

    /// <summary>An image that was kept as a file; null: none.</summary>
    public Guid? LogoFileId { get; init; }

    /// <summary>A culture such as en-GB or de-DE, for numbers and dates on the document.</summary>
    public string Culture { get; init; } = "en-GB";
    public string Currency { get; init; } = "";
    public int ValidDays { get; init; } = 30;
    public decimal TargetMargin { get; init; } = 30;
    public decimal FloorMargin { get; init; } = 12;
    public decimal RushPercent { get; init; }

    [JsonIgnore] public PriceRules Rules => new() { TargetMargin = TargetMargin, FloorMargin = FloorMargin, RushPercent = RushPercent };

    public string ToJson() => JsonSerializer.Serialize(this, QuoteSettingsJson.Default.QuoteSettings);

    public static QuoteSettings Read(string? json) => json is null ? new() : JsonSerializer.Deserialize(json, QuoteSettingsJson.Default.QuoteSettings) ?? new();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(QuoteSettings))]
internal sealed partial class QuoteSettingsJson : JsonSerializerContext;
