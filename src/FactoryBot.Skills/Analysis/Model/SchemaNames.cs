using System.Text;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Reads the names that databases have: snake_case, CamelCase, prefixes of schools of modelling, common abbreviations.</summary>
internal static class SchemaNames
{
    private static readonly HashSet<string> Prefixes = new(["tbl", "tb", "tab", "dim", "fact", "fct", "vw", "view", "stg", "mst", "mstr", "ref", "lkp", "lk", "lu", "lookup", "xref", "t", "v", "m"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["diagnoses"] = "diagnosis", ["analyses"] = "analysis", ["crises"] = "crisis", ["theses"] = "thesis", ["indices"] = "index", ["children"] = "child", ["men"] = "man", ["women"] = "woman",
        ["criteria"] = "criterion", ["employes"] = "employee", ["feet"] = "foot",
    };

    // What is one as it is many.
    private static readonly HashSet<string> Uncounted = new(["aircraft", "staff", "equipment", "series", "species", "merchandise", "personnel", "luggage", "baggage", "crew"], StringComparer.Ordinal);

    /// <summary>Whether the word is many as it stands: staff is counted, freight is weighed.</summary>
    public static bool IsMany(string word) => word is "staff" or "personnel" or "aircraft" or "equipment" or "species" or "series";

    public static string[] Split(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var boundary = i > 0 && char.IsUpper(c) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1])));
            text.Append(boundary ? " " : "").Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(GluedNames.Split)];
    }

    /// <summary>The words of a table's name, without the prefix that says what kind of table it is.</summary>
    public static string[] OfTable(string name)
    {
        var words = Split(name);
        words = words.Length > 1 && Prefixes.Contains(words[0]) ? words[1..] : words;
        return Abbreviations.Expand(words.Length > 1 && words[^1] is "tbl" or "table" or "fact" or "dim" or "mst" or "lookup" or "lkp" ? words[..^1] : words);
    }

    /// <summary>What one row of a table is called.</summary>
    public static string[] NounOf(string table) => Singular(OfTable(table));

    public static string[] OfColumn(string name)
    {
        var words = Split(name);
        if (words.Length > 1 && words[0] is "min" or "max")
            words[0] = words[0] + "imum";
        return Abbreviations.Expand(words);
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

    public static string[] Singular(string[] words) => words.Length == 0 ? ["row"] : [.. words[..^1], Singular(words[^1])];

    public static string Singular(string word) =>
        Uncounted.Contains(word) || word is "news" or "status" ? word
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + (word is "movies" or "cookies" ? "ie" : "y")
        : word is "people" or "persons" ? "person"
        : Irregular.TryGetValue(word, out var one) ? one
        : word.Length > 4 && (End(word, "sses") || End(word, "ches") || End(word, "shes") || End(word, "xes") || End(word, "uses") && !End(word, "ouses") && !End(word, "auses")) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    public static string Plural(string phrase) =>
        End(phrase, "person") ? phrase[..^6] + "people"
        : Uncounted.Contains(phrase[(phrase.LastIndexOf(' ') + 1)..]) ? phrase
        : End(phrase, "sis") ? phrase[..^2] + "es"
        : phrase.Length > 1 && phrase[^1] == 'y' && !"aeiou".Contains(phrase[^2], StringComparison.Ordinal) ? phrase[..^1] + "ies"
        : End(phrase, "s") || End(phrase, "x") || End(phrase, "ch") || End(phrase, "sh") ? phrase + "es" : phrase + "s";

    private static bool End(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
