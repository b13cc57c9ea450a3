using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Foreign keys, and those that only the names of columns tell of.</summary>
internal static class DraftRelations
{
    private static readonly string[] KeyEndings = ["id", "key", "code", "no", "nr", "number"];

    public static IReadOnlyList<Relation> Of(Catalog catalog, IReadOnlyDictionary<(string, string), string> names)
    {
        var relations = new List<Relation>();
        foreach (var key in catalog.Keys)
        {
            if (names.TryGetValue((key.Schema, key.Table), out var from) && names.TryGetValue((key.ToSchema, key.ToTable), out var to))
                relations.Add(new(from, [.. key.Columns.Select(Slug)], to, [.. key.ToColumns.Select(Slug)], RoleOf(key.Columns, to)));
        }

        foreach (var table in catalog.Tables)
            relations.AddRange(Guessed(table, catalog, names, relations));
        return [.. relations.Select(r => NeedsRole(r, relations) ? r : r with { Role = "" })];
    }

    private static bool NeedsRole(Relation relation, List<Relation> all) =>
        relation.From == relation.To || all.Exists(r => r != relation && r.From == relation.From && r.To == relation.To);

    private static IEnumerable<Relation> Guessed(
        CatalogTable table, Catalog catalog, IReadOnlyDictionary<(string, string), string> names, List<Relation> known)
    {
        if (!names.TryGetValue((table.Schema, table.Name), out var from))
            yield break;
        foreach (var column in table.Columns)
        {
            var words = SchemaNames.Split(column.Name);
            if (words.Length < 2 || !KeyEndings.Contains(words[^1]) || table.Key is [var own] && own == column.Name
                || known.Exists(r => r.From == from && r.FromColumns.Contains(Slug(column.Name))))
                continue;
            var to = catalog.Tables.Where(t => t != table && t.Key.Count == 1 && Fits(column, words, t) && names.ContainsKey((t.Schema, t.Name)))
                .OrderByDescending(t => t.Schema == table.Schema).ToList();
            if (to.Count > 0 && to[0].Schema == table.Schema)
                yield return new(from, [Slug(column.Name)], names[(to[0].Schema, to[0].Name)], [Slug(to[0].Key[0])]);
        }
    }

    private static bool Fits(CatalogColumn column, string[] words, CatalogTable to)
    {
        var key = to.Columns.Find(c => c.Name == to.Key[0])!;
        var target = SchemaNames.Split(key.Name);
        var noun = SchemaNames.OfTable(to.Name);
        noun[^1] = SchemaNames.Singular(noun[^1]);
        var plain = SchemaNames.Split(to.Name);
        plain[^1] = SchemaNames.Singular(plain[^1]);
        return SameKind(column.Type, key.Type)
            && (words.SequenceEqual(target)
                || (target.Length == 1 && (words.AsSpan(0, words.Length - 1).SequenceEqual(noun) || words.AsSpan(0, words.Length - 1).SequenceEqual(plain)) && words[^1] == target[0]));
    }

    private static bool SameKind(string a, string b) => Number(a) == Number(b);

    private static bool Number(string type) => type is "int2" or "int4" or "int8" or "numeric";

    /// <summary>What a key's column calls the thing it leads to: "support rep" of support_rep_id.</summary>
    public static string Called(string column) => SchemaNames.OfColumn(column) is var words && words.Length > 1 && KeyEndings.Contains(words[^1]) ? string.Join(' ', words[..^1]) : string.Join(' ', words);

    private static string RoleOf(IReadOnlyList<string> columns, string to)
    {
        var words = SchemaNames.OfColumn(columns[0]);
        words = words.Length > 1 && KeyEndings.Contains(words[^1]) ? words[..^1] : words;
        var noun = SchemaNames.OfTable(to);
        noun[^1] = SchemaNames.Singular(noun[^1]);
        return words.SequenceEqual(noun) ? "" : string.Join(' ', words);
    }

    private static string Slug(string column) => SchemaNames.Slug(column, new HashSet<string>(StringComparer.Ordinal));
}
