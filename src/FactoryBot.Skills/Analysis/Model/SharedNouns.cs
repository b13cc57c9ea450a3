using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What one row of each table is called, where several tables of a schema would be called the same: orders of customers beside orders from suppliers.</summary>
internal static class SharedNouns
{
    private static readonly HashSet<string> Sellers = new(["supplier", "vendor"], StringComparer.Ordinal);

    /// <returns>Nouns by the tables' names in the model; only of those that need another than their own.</returns>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<CatalogTable> tables, IReadOnlyDictionary<(string, string), string> names, IReadOnlyList<Relation> relations)
    {
        var plain = tables.ToDictionary(t => names[(t.Schema, t.Name)], t => string.Join(' ', SchemaNames.NounOf(t.Name)), StringComparer.Ordinal);
        var owners = relations.Where(r => r.From != r.To).GroupBy(r => r.From, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r.To).ToList(), StringComparer.Ordinal);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in tables.GroupBy(t => (t.Schema, Noun: plain[names[(t.Schema, t.Name)]])).Where(g => g.Count() > 1))
        {
            var same = group.Select(t => names[(t.Schema, t.Name)]).ToList();
            // What is ordered from a supplier is purchased; what others order keeps the plain word.
            foreach (var bought in same.Where(t => Leads(t, Sellers.Contains) && !Leads(t, Parsing.Reader.IsBuyer) && same.Exists(o => o != t && !Leads(o, Sellers.Contains))))
                named[bought] = "purchase " + group.Key.Noun;
        }

        // A line is called after its paper.
        foreach (var (line, papers) in owners)
        {
            if (papers.Find(named.ContainsKey) is { } paper && plain[line].StartsWith(plain[paper] + " ", StringComparison.Ordinal))
                named[line] = named[paper] + plain[line][plain[paper].Length..];
        }

        return named;

        bool Leads(string table, Func<string, bool> to) => owners.TryGetValue(table, out var found) && found.Exists(o => to(plain[o]));
    }
}
