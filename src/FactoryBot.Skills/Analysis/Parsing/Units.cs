namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Units that people write behind a number, and what they are of the unit that a column is kept in.</summary>
internal static class Units
{
    private static readonly Dictionary<string, (string Of, decimal Factor)> Known = new(StringComparer.Ordinal)
    {
        ["g"] = ("mass", 0.001m), ["grams"] = ("mass", 0.001m), ["kg"] = ("mass", 1), ["kilo"] = ("mass", 1), ["kilos"] = ("mass", 1), ["kilogram"] = ("mass", 1), ["kilograms"] = ("mass", 1),
        ["t"] = ("mass", 1000), ["ton"] = ("mass", 1000), ["tons"] = ("mass", 1000), ["tonne"] = ("mass", 1000), ["tonnes"] = ("mass", 1000),
        ["mm"] = ("length", 0.001m), ["cm"] = ("length", 0.01m), ["m"] = ("length", 1), ["meter"] = ("length", 1), ["meters"] = ("length", 1), ["metres"] = ("length", 1),
        ["km"] = ("length", 1000), ["kilometer"] = ("length", 1000), ["kilometers"] = ("length", 1000), ["kilometre"] = ("length", 1000), ["kilometres"] = ("length", 1000), ["miles"] = ("length", 1609.344m),
        ["l"] = ("volume", 1), ["litre"] = ("volume", 1), ["litres"] = ("volume", 1), ["liter"] = ("volume", 1), ["liters"] = ("volume", 1), ["m³"] = ("volume", 1000), ["m3"] = ("volume", 1000), ["cubic meters"] = ("volume", 1000),
        ["ms"] = ("time", 0.001m), ["s"] = ("time", 1), ["seconds"] = ("time", 1), ["min"] = ("time", 60), ["minutes"] = ("time", 60), ["h"] = ("time", 3600), ["hours"] = ("time", 3600), ["hour"] = ("time", 3600), ["days"] = ("time", 86400), ["day"] = ("time", 86400),
        ["kwh"] = ("energy", 1), ["kWh"] = ("energy", 1), ["mwh"] = ("energy", 1000), ["bytes"] = ("size", 1), ["kb"] = ("size", 1024), ["mb"] = ("size", 1_048_576), ["megabytes"] = ("size", 1_048_576), ["gb"] = ("size", 1_073_741_824),
    };

    public static bool Is(string word) => Known.ContainsKey(word);

    /// <summary>By what a number in one unit is multiplied to be one of the other; null where they measure different things.</summary>
    public static decimal? Factor(string from, string to) => Known.TryGetValue(from, out var a) && Known.TryGetValue(to, out var b) && a.Of == b.Of ? a.Factor / b.Factor : null;
}
