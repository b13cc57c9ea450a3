using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Pricing;

/// <summary>Pieces to packs: what is sold by the hundred is sold in whole hundreds.</summary>
internal static class Packs
{
    /// <summary>Pieces in a wanted quantity; a quantity of packs is that many packs.</summary>
    public static decimal Pieces(decimal quantity, string unit, Part part) => unit == "pack" ? quantity * part.PackQuantity : quantity;

    /// <summary>Whole packs that hold the pieces.</summary>
    public static decimal Of(decimal pieces, Part part) => part.PackQuantity == 1 ? pieces : decimal.Ceiling(pieces / part.PackQuantity);
}
