using System.Collections.Frozen;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Short names of the trade that stand for several words.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string[]> Known = new Dictionary<string, string[]>
    {
        ["bhcs"] = ["button", "head", "screw"], ["bhs"] = ["button", "head", "screw"], ["shcs"] = ["socket", "head", "screw"], ["fhcs"] = ["flat", "head", "screw"],
        ["fhs"] = ["flat", "head", "screw"], ["hhcs"] = ["hex", "head", "screw"], ["hhb"] = ["hex", "head", "bolt"], ["phms"] = ["pan", "head", "screw"], ["phs"] = ["pan", "head", "screw"],
        ["fw"] = ["flat", "washer"], ["lw"] = ["lock", "washer"], ["hn"] = ["hex", "nut"], ["ss"] = ["stainless", "steel"], ["sst"] = ["stainless", "steel"],
        ["cs"] = ["carbon", "steel"], ["smps"] = ["power", "supply"], ["psu"] = ["power", "supply"], ["pcb"] = ["pcb"], ["ldo"] = ["ldo"],
        ["locknut"] = ["lock", "nut"], ["locknuts"] = ["lock", "nut"], ["lockwasher"] = ["lock", "washer"], ["lockwashers"] = ["lock", "washer"],
        ["sechskantschraube"] = ["hex", "screw"], ["sechskantschrauben"] = ["hex", "screw"], ["zylinderschraube"] = ["socket", "head", "screw"], ["zylinderschrauben"] = ["socket", "head", "screw"],
        ["sechskantmutter"] = ["hex", "nut"], ["sechskantmuttern"] = ["hex", "nut"], ["senkkopfschraube"] = ["countersunk", "screw"], ["senkkopfschrauben"] = ["countersunk", "screw"],
        ["unterlegscheibe"] = ["washer"], ["unterlegscheiben"] = ["washer"], ["gewindestange"] = ["thread", "rod"], ["gewindestangen"] = ["thread", "rod"], ["sicherungsmutter"] = ["lock", "nut"],
        ["capscrew"] = ["screw"], ["setscrew"] = ["set", "screw"], ["setscrews"] = ["set", "screw"], ["opamp"] = ["op", "amp"], ["opamps"] = ["op", "amp"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string[]? Expand(string word) => Known.GetValueOrDefault(word);
}
