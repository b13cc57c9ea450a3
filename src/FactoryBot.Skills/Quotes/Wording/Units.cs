using System.Collections.Frozen;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>The units in which parts are described, each with its kind and factor to the kind's base unit.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, (string Kind, decimal Factor)> Known = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Kind, decimal Factor)>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> word, out string kind, out decimal factor)
    {
        var found = BySpan.TryGetValue(word, out var unit);
        (kind, factor) = found ? unit : ("", 1);
        return found;
    }

    public static bool Is(string word) => Known.ContainsKey(word);

    private static Dictionary<string, (string, decimal)> Build()
    {
        var all = new Dictionary<string, (string, decimal)>(StringComparer.Ordinal);
        Add("length", 1, "mm", "millimeter", "millimetre", "millimeters", "millimetres");
        Add("length", 10, "cm", "centimeter", "centimetre", "centimeters", "centimetres");
        Add("length", 1000, "m", "meter", "metre", "meters", "metres", "mtr", "mtrs");
        Add("length", 25.4m, "\"", "in", "inch", "inches", "zoll");
        Add("length", 304.8m, "ft", "foot", "feet", "'");
        Add("length", 0.0254m, "mil", "mils", "thou");
        Add("length", 0.001m, "um", "micron", "microns", "my", "mu", "mue");
        Add("voltage", 1, "v", "volt", "volts", "vdc", "vac");
        Add("voltage", 1000, "kv");
        Add("voltage", 0.001m, "mv");
        Add("current", 1, "a", "amp", "amps", "ampere", "amperes");
        Add("current", 0.001m, "ma");
        Add("current", 0.000001m, "ua");
        Add("power", 1, "w", "watt", "watts");
        Add("power", 1000, "kw");
        Add("power", 0.001m, "mw");
        Add("power", 745.7m, "hp");
        Add("resistance", 1, "ohm", "ohms", "r");
        Add("resistance", 1000, "k", "kohm", "kohms");
        Add("resistance", 1000000, "meg", "mohm", "megohm");
        Add("capacitance", 1, "uf", "mfd", "microfarad");
        Add("capacitance", 0.001m, "nf", "nanofarad");
        Add("capacitance", 0.000001m, "pf", "picofarad");
        Add("inductance", 1, "uh");
        Add("inductance", 1000, "mh");
        Add("inductance", 0.001m, "nh");
        Add("frequency", 1, "hz");
        Add("frequency", 1000, "khz");
        Add("frequency", 1000000, "mhz");
        Add("frequency", 1000000000, "ghz");
        Add("speed", 1, "rpm", "u/min");
        Add("gauge", 1, "awg", "gauge", "ga");
        Add("pole", 1, "p", "pin", "pins", "pole", "poles", "way", "ways", "pos", "position", "positions", "polig", "contact", "contacts");
        Add("hole", 1, "hole", "holes");
        Add("tooth", 1, "t", "tooth", "teeth", "zaehne");
        Add("row", 1, "row", "rows");
        Add("pressure", 1, "bar");
        Add("pressure", 0.0689476m, "psi");
        Add("pressure", 10, "mpa");
        Add("mass", 1, "g", "gram", "grams");
        Add("mass", 1000, "kg", "kilo", "kilos", "kgs");
        Add("mass", 453.592m, "lb", "lbs", "pound", "pounds");
        Add("mass", 28.3495m, "oz");
        Add("volume", 1, "ml");
        Add("volume", 0.001m, "ul");
        Add("volume", 10, "cl");
        Add("volume", 1000, "l", "liter", "litre", "liters", "litres", "ltr", "ltrs");
        Add("torque", 1, "nm");
        Add("temperature", 1, "degc", "celsius", "c");
        Add("angle", 1, "deg", "degree", "degrees");
        Add("percent", 1, "%", "percent");
        Add("bits", 1, "bit", "bits");
        Add("memory", 1, "kb", "kbyte");
        Add("memory", 1024, "mb", "mbyte");
        Add("memory", 1048576, "gb");
        Add("flute", 1, "flute", "flutes", "fl", "schneider", "schneiden", "schneidig");
        Add("ply", 1, "ply", "plies", "lagig");
        Add("wall", 1, "wall", "walls", "walled", "wellig");
        Add("area", 1, "sqmm");
        Add("surface weight", 1, "gsm");
        Add("phase", 1, "phase", "phases", "phasig", "ph");
        Add("side", 1, "side", "sided");
        Add("post", 1, "post", "posts");
        Add("channels", 1, "ch");
        Add("hardness", 1, "shorea", "sha");
        Add("hardness d", 1, "shored", "shd");
        Add("groove", 1, "groove", "grooves", "rillig");
        return all;

        void Add(string kind, decimal factor, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                all[name] = (kind, factor);
        }
    }
}
