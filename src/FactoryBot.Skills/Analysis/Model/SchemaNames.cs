using System.Text;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Reads the names that databases have: snake_case, CamelCase, prefixes of schools of modelling, common abbreviations.</summary>
internal static class SchemaNames
{
    private static readonly HashSet<string> Prefixes = new(["tbl", "dim", "fact", "fct", "vw", "view", "stg", "mst", "ref", "lkp", "t", "v"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["qty"] = "quantity", ["amt"] = "amount", ["cust"] = "customer", ["emp"] = "employee", ["dept"] = "department", ["addr"] = "address",
        ["no"] = "number", ["nr"] = "number", ["num"] = "number", ["desc"] = "description", ["descr"] = "description", ["dt"] = "date", ["ts"] = "time",
        ["prod"] = "product", ["cat"] = "category", ["tel"] = "phone", ["mgr"] = "manager", ["loc"] = "location", ["ord"] = "order", ["inv"] = "invoice",
        ["avg"] = "average", ["pct"] = "percent", ["min"] = "minute", ["mins"] = "minutes", ["sec"] = "seconds", ["secs"] = "seconds", ["hrs"] = "hours",
        ["mfg"] = "manufacturing", ["acct"] = "account", ["txn"] = "transaction", ["trans"] = "transaction", ["wo"] = "work order", ["po"] = "purchase order",
        ["org"] = "organization", ["dob"] = "birth date", ["yr"] = "year", ["mth"] = "month", ["wh"] = "warehouse", ["whse"] = "warehouse", ["dest"] = "destination", ["orig"] = "origin", ["veh"] = "vehicle", ["pkg"] = "package", ["equip"] = "equipment", ["eq"] = "equipment",
        ["mach"] = "machine", ["reg"] = "region", ["svc"] = "service", ["cnt"] = "count", ["tot"] = "total", ["bal"] = "balance", ["pmt"] = "payment", ["temp"] = "temperature", ["vol"] = "volume",
        ["dist"] = "distance", ["wgt"] = "weight", ["dur"] = "duration", ["lvl"] = "level", ["stat"] = "status", ["cd"] = "code", ["typ"] = "type", ["grp"] = "group", ["curr"] = "currency", ["supp"] = "supplier",
        ["vend"] = "vendor", ["mat"] = "material", ["doc"] = "document", ["proj"] = "project", ["appt"] = "appointment", ["pat"] = "patient", ["stud"] = "student", ["maint"] = "maintenance", ["op"] = "operation",
        ["wt"] = "weight", ["len"] = "length", ["src"] = "source", ["abt"] = "department", ["lief"] = "supplier", ["kd"] = "customer", ["bez"] = "name", ["bem"] = "remark", ["name1"] = "name", ["mwst"] = "vat", ["gew"] = "weight",
        ["rx"] = "prescription", ["med"] = "medicine", ["qtr"] = "quarter", ["lang"] = "language", ["mbr"] = "member", ["subj"] = "subject", ["tkt"] = "ticket", ["usr"] = "user",
        ["rcv"] = "received", ["recv"] = "received", ["dlv"] = "delivery", ["deliv"] = "delivery", ["shp"] = "shipment", ["pymt"] = "payment", ["bldg"] = "building", ["mtr"] = "meter", ["rdg"] = "reading", ["cons"] = "consumption",
    };

    public static string[] Split(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var boundary = i > 0 && char.IsUpper(c) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1])));
            text.Append(boundary ? " " : "").Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words of a table's name, without the prefix that says what kind of table it is.</summary>
    public static string[] OfTable(string name)
    {
        var words = Split(name);
        words = words.Length > 1 && Prefixes.Contains(words[0]) ? words[1..] : words;
        return Expand(words.Length > 1 && words[^1] is "tbl" or "table" or "fact" or "dim" ? words[..^1] : words);
    }

    public static string[] OfColumn(string name)
    {
        var words = Split(name);
        if (words.Length > 1 && words[0] is "min" or "max")
            words[0] = words[0] + "imum";
        return Expand(words);
    }

    /// <summary>A name that queries can hold, unique among those given.</summary>
    public static string Slug(string name, ISet<string> taken)
    {
        var slug = string.Join('_', Split(name));
        slug = slug.Length == 0 || char.IsDigit(slug[0]) ? "x" + slug : slug;
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++)
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}_{i}");
        return unique;
    }

    public static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + (word is "movies" or "series" or "cookies" ? "ie" : "y")
        : word is "people" or "persons" ? "person" : word is "series" or "news" ? word
        : word.Length > 4 && (End(word, "sses") || End(word, "ches") || End(word, "shes") || End(word, "xes") || End(word, "uses") && !End(word, "ouses") && !End(word, "auses")) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    public static string Plural(string phrase) =>
        End(phrase, "person") ? phrase[..^6] + "people"
        : phrase.Length > 1 && phrase[^1] == 'y' && !"aeiou".Contains(phrase[^2], StringComparison.Ordinal) ? phrase[..^1] + "ies"
        : End(phrase, "s") || End(phrase, "x") || End(phrase, "ch") || End(phrase, "sh") ? phrase + "es" : phrase + "s";

    private static string[] Expand(string[] words) =>
        [.. words.SelectMany(w => (Abbreviations.GetValueOrDefault(w) ?? German.Of(w) ?? w).Split(' '))];

    private static bool End(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
