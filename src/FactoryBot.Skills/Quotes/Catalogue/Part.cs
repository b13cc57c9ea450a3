namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>A thing that is sold.</summary>
internal sealed record Part
{
    /// <summary>Its place in the index; 0 until it is stored.</summary>
    public int PartNo { get; init; }
    public required string Number { get; init; }
    public required string Description { get; init; }
    public string Details { get; init; } = "";
    public string LineOfBusiness { get; init; } = "";
    public string Material { get; init; } = "";
    public string Standard { get; init; } = "";
    public string Dimensions { get; init; } = "";
    public string Supplier { get; init; } = "";
    public string Unit { get; init; } = "pcs";

    /// <summary>Pieces in what is sold as one.</summary>
    public int PackQuantity { get; init; } = 1;

    /// <summary>List price of a pack; null: not known, to be asked for.</summary>
    public decimal? Price { get; init; }

    /// <summary>What a pack costs us.</summary>
    public decimal? Cost { get; init; }
    public string Currency { get; init; } = "";

    /// <summary>In pieces.</summary>
    public int MinimumQuantity { get; init; } = 1;
    public int? LeadDays { get; init; }

    /// <summary>Pieces in stock; null: not known.</summary>
    public decimal? Stock { get; init; }

    /// <summary>All that is said of the part beside its number.</summary>
    public string Words => string.Join(' ', new[] { Description, Details, Material, Standard, Dimensions, Supplier, LineOfBusiness }.Where(s => s.Length > 0));
}

/// <summary>Another name or a customer's own number of a part.</summary>
internal sealed record PartAlias(string Alias, string Number, Guid? CustomerId = null);

/// <param name="Tier">Empty: for every customer.</param>
internal sealed record PriceBreak(string Number, string Tier, decimal FromQuantity, decimal Price);

/// <summary>Whom a quote is for.</summary>
internal sealed record Customer
{
    public required Guid CustomerId { get; init; }
    public required string Name { get; init; }

    /// <summary>Its class in the price list, such as A or Gold; empty: none.</summary>
    public string Tier { get; init; } = "";
    public decimal DiscountPercent { get; init; }
    public string Currency { get; init; } = "";
    public string Contact { get; init; } = "";
    public string Email { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>The first day of business; null: new.</summary>
    public DateOnly? Since { get; init; }
}
