namespace FactoryBot.Skills.Quotes.Pricing;

/// <summary>How a tenant makes prices.</summary>
internal sealed record PriceRules
{
    /// <summary>Percent of the price that is made where only the cost is known. Default 30.</summary>
    public decimal TargetMargin { get; init; } = 30;

    /// <summary>Percent of the price below which none is recommended. Default 12.</summary>
    public decimal FloorMargin { get; init; } = 12;

    /// <summary>Percent added where it is needed before it can be made. Default 0: never.</summary>
    public decimal RushPercent { get; init; }

    /// <summary>Digits behind the point. Default 2.</summary>
    public int Digits { get; init; } = 2;
}
