using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Foreign keys, and those that only the names of columns tell of.</summary>
internal static class DraftRelations
{
    private static readonly string[] KeyEndings = ["id", "key", "code", "cd", "cde", "no", "nr", "num", "nbr", "number"];

    // Names of keys that say nothing of what they lead to.
    private static readonly HashSet<string> Common = new(["id", "key", "code", "name", "number", "type", "date", "day", "year", "month", "uuid", "guid", "pos", "position", "line", "status", "version"], StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Whether columns of these types can hold the same keys.</summary>
    public static bool SameKind(string a, string b) => Number(a) == Number(b);

    private static bool Number(string type) => type is "int2" or "int4" or "int8" or "numeric";

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
            if (table.Key is [var own] && own == column.Name || known.Exists(r => r.From == from && r.FromColumns.Contains(Slug(column.Name))))
                continue;
            if (words.Length < 2 || !KeyEndings.Contains(words[^1]))
            {
                if (Namesake(table, column, catalog) is { } same && names.ContainsKey((same.Schema, same.Name)))
                    yield return Key(same);
                continue;
            }

            var to = catalog.Tables.Where(t => t.Key.Count == 1 && names.ContainsKey((t.Schema, t.Name))).Select(t => (Table: t, Fit: Fits(column, words, t))).Where(t => t.Fit > 0 && (t.Table != table || t.Fit == 1))
                .OrderByDescending(t => t.Table.Schema == table.Schema).ThenByDescending(t => t.Fit).ToList();
            if (to.Count > 0 && to[0].Table.Schema == table.Schema && !(to.Count > 1 && to[1].Table.Schema == table.Schema && to[0].Fit == 1 && to[1].Fit == 1))
                yield return Key(to[0].Table);
            else if (to.Count == 0 && GuessedRoles.Leads(table, column, catalog.Tables) is { } leads && names.ContainsKey((leads.Schema, leads.Name)))
                yield return Key(leads);

            Relation Key(CatalogTable table) => new(from, [Slug(column.Name)], names[(table.Schema, table.Name)], [Slug(table.Key[0])], RoleOf([column.Name], names[(table.Schema, table.Name)])) { Guessed = true };
        }
    }

    // "Artikelnr", "sku": called just like the only key of one other table, whatever the word may mean.
    private static CatalogTable? Namesake(CatalogTable table, CatalogColumn column, Catalog catalog) => column.Name.Length > 2 && !Common.Contains(column.Name)
        && catalog.Tables.Where(t => t != table && t.Schema == table.Schema && t.Key is [var key] && key == column.Name).ToList() is [var only]
        && SameKind(column.Type, only.Columns.Find(c => c.Name == column.Name)!.Type) ? only : null;

    // 2: named as the other's key is; 1: its name ends so, with what the other is to this one in front: head_doctor_id.
    private static int Fits(CatalogColumn column, string[] words, CatalogTable to)
    {
        var key = to.Columns.Find(c => c.Name == to.Key[0])!;
        var target = SchemaNames.Split(key.Name);
        var noun = SchemaNames.NounOf(to.Name);
        var plain = SchemaNames.Singular(SchemaNames.Split(to.Name));
        var spoken = Abbreviations.Expand(words[..^1]);
        if (!SameKind(column.Type, key.Type))
            return 0;
        if (words.SequenceEqual(target)
            || (target.Length == 1 && (words.AsSpan(0, words.Length - 1).SequenceEqual(noun) || words.AsSpan(0, words.Length - 1).SequenceEqual(plain) || spoken.SequenceEqual(noun)) && words[^1] == target[0]))
            return 2;
        return target.Length > 1 && words.Length > target.Length && words.AsSpan(words.Length - target.Length).SequenceEqual(target)
            || (target.Length == 1 && words[^1] == target[0] && words.Length > 2 && noun[^1].Length > 3 && noun.Length == 1 && spoken[^1] == noun[0]) ? 1 : 0;
    }

    /// <summary>What a key's column calls the thing it leads to: "support rep" of support_rep_id.</summary>
    public static string Called(string column) => SchemaNames.OfColumn(column) is var words && words.Length > 1 && KeyEndings.Contains(words[^1]) ? string.Join(' ', words[..^1]) : string.Join(' ', words);

    private static string RoleOf(IReadOnlyList<string> columns, string to)
    {
        var words = SchemaNames.OfColumn(columns[0]);
        words = words.Length > 1 && KeyEndings.Contains(words[^1]) ? words[..^1] : words;
        var noun = SchemaNames.NounOf(to);
        // A supervising employee's number of an employee: the supervisor.
        if (words.Length > noun.Length && words[..^noun.Length][0] is "supervisor" or "manager" or "parent" or "boss" or "mentor" && words.AsSpan(words.Length - noun.Length).SequenceEqual(noun))
            words = words[..^noun.Length];
        return words.SequenceEqual(noun) ? "" : string.Join(' ', words);
    }

    private static string Slug(string column) => SchemaNames.Slug(column, new HashSet<string>(StringComparer.Ordinal));
}
