using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Quotes.Pricing;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>All that a quote says: what is hashed, approved and printed.</summary>
internal sealed record QuoteContent
{
    [JsonPropertyName("customer_id")] public Guid? CustomerId { get; init; }
    public string Customer { get; init; } = "";
    public string Contact { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>Their number of the request.</summary>
    public string Reference { get; init; } = "";
    public string Currency { get; init; } = "";
    public DateOnly? NeededBy { get; init; }
    public int ValidDays { get; init; } = 30;

    /// <summary>A fixed last day instead of days from sending.</summary>
    public DateOnly? ValidUntil { get; init; }
    public string Notes { get; init; } = "";

    /// <summary>The tenant's terms as they were when this was written: they are agreed to with the rest. Null in quotes that were made before they were kept.</summary>
    public string? Terms { get; init; }
    public IReadOnlyList<QuoteLine> Lines { get; init; } = [];

    [JsonIgnore] public decimal Total => Lines.Sum(l => l.Total ?? 0);
    [JsonIgnore] public bool IsComplete => Lines.Count > 0 && Lines.All(l => l.Total is not null);
    [JsonIgnore] public decimal? Margin => Lines.All(l => l.Cost is not null) ? PricePart.Margin(Total, Lines.Sum(l => l.Cost ?? 0)) : null;

    public string ToJson() => JsonSerializer.Serialize(this, QuoteJson.Default.QuoteContent);

    public static QuoteContent Read(string json) => JsonSerializer.Deserialize(json, QuoteJson.Default.QuoteContent) ?? new();
}

/// <summary>One line. Without a number it is still to be chosen; without a price it cannot be submitted.</summary>
internal sealed record QuoteLine
{
    /// <summary>The words that were asked with.</summary>
    public string Wording { get; init; } = "";
    public string Number { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>The line of business, for rules and for "all fasteners".</summary>
    public string Business { get; init; } = "";

    /// <summary>Pieces; null: not said, to be asked for.</summary>
    public decimal? Quantity { get; init; }
    public string Unit { get; init; } = "pcs";
    [JsonPropertyName("pack_quantity")] public int PackQuantity { get; init; } = 1;
    public decimal? Packs { get; init; }

    /// <summary>List price of a pack, and <see cref="Price"/> what is asked for it.</summary>
    public decimal? List { get; init; }
    public decimal? Price { get; init; }
    public decimal? Total { get; init; }

    /// <summary>Of the whole line.</summary>
    public decimal? Cost { get; init; }
    [JsonPropertyName("discount_percent")] public decimal Discount { get; init; }

    /// <summary>The price was set by hand.</summary>
    public bool Fixed { get; init; }
    public int? LeadDays { get; init; }
    public DateOnly? NeededBy { get; init; }
    public string Note { get; init; } = "";

    /// <summary>What the reading of the request had to say of it; stays when warnings are made anew.</summary>
    public string Remark { get; init; } = "";
    public IReadOnlyList<PriceStep> Steps { get; init; } = [];

    /// <summary>The further quantities of "100/500/1000", each with its price. The quote's total counts the first one; approval looks at the largest.</summary>
    public IReadOnlyList<QuantityPrice> Breaks { get; init; } = [];
    public IReadOnlyList<LineChoice> Choices { get; init; } = [];

    [JsonIgnore] public bool IsOpen => Number.Length == 0;
    [JsonIgnore] public string Name => IsOpen ? Wording : Description;
}

/// <summary>What a line costs at another quantity.</summary>
/// <param name="Price">Of a pack.</param>
internal sealed record QuantityPrice(decimal Quantity, decimal? Packs = null, decimal? Price = null, decimal? Total = null, decimal? Cost = null);

/// <summary>A part that could be meant.</summary>
internal sealed record LineChoice(string Number, string Description, string Reason, decimal Score);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuoteContent))]
internal sealed partial class QuoteJson : JsonSerializerContext;
