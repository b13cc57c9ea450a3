using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Quotes.Pricing;

/// <summary>Pieces to packs: what is sold by the hundred is sold in whole hundreds.</summary>
internal static partial class Packs
{
    /// <summary>Pieces in a wanted quantity; a quantity of packs is that many packs.</summary>
    public static decimal Pieces(decimal quantity, string unit, Part part) => unit switch
    {
        "pack" => quantity * part.PackQuantity,
        Quantities.Pair when !IsByPair(part) => quantity * 2,
        _ => quantity,
    };

    /// <summary>What hands, feet and ears need two of is sold by the pair, whether its list says so or not.</summary>
    private static bool IsByPair(Part part) => ByPair().IsMatch(part.Unit) || ByPair().IsMatch(part.Description);

    [GeneratedRegex(@"\b(?:pairs?|prs?|paare?|paires?|gloves?|mitts?|gauntlets?|shoes?|boots?|clogs?|socks?|insoles?|ear\s?plugs?|knee\s?pads?|handschuhe?|schuhe?|stiefel|gants?|chaussures?|bottes?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByPair();

    /// <summary>Whole packs that hold the pieces.</summary>
    public static decimal Of(decimal pieces, Part part) => part.PackQuantity == 1 ? pieces : decimal.Ceiling(pieces / part.PackQuantity);
}
