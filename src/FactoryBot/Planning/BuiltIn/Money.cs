using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"How much did the breakdown cost us": asks for money. The plant's figures are hours, pieces and percent, and none of them answers that.</summary>
internal static class Money
{
    private static readonly string[] Currencies = ["euro", "euros", "eur", "dollar", "dollars", "usd", "money", "cash"];
    private static readonly string[] Costs = ["cost", "costs", "costing", "expensive"];

    // "Cost us the most time", "costs 3 points of OEE": what was lost is said. "Which stop cost us most" puts in an order.
    private static readonly string[] Lost =
    [
        "time", "hour", "hours", "h", "minute", "minutes", "min", "point", "points", "oee", "teep", "availability", "performance", "quality", "piece", "pieces", "part", "parts", "pcs",
        "units", "output", "production", "most", "least", "centre", "center",
    ];

    public static bool IsAsked(Token[] tokens) => Array.Exists(tokens, t => t.IsAny(Currencies))
        || (Array.Exists(tokens, t => t.IsAny(Costs)) && !Array.Exists(tokens, t => t.IsAny(Lost)));
}
