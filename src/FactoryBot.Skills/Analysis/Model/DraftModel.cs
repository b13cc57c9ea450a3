using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Makes a semantic model out of a catalog alone, so that a plain database can be asked at once.</summary>
internal static class DraftModel
{
    private static readonly string[] LabelWords = ["name", "title", "label", "full name", "display name"];
    private static readonly string[] WeakLabelWords = ["description", "number", "code", "sku", "flavor"];
    private static readonly string[] NoLabel = ["phone", "fax", "file", "path", "contact", "user", "ship", "url", "courtesy"];

    private static readonly HashSet<string> Places = new(["office", "branch", "location", "site", "store", "shop", "plant", "warehouse", "depot", "factory", "outlet", "facility"], StringComparer.Ordinal);

    // Who made, sold or keeps a thing does not name it, unless the rows are just these.
    private static readonly string[] Others = ["manufacturer", "maker", "brand", "buyer", "supplier", "vendor", "customer", "client", "owner", "site", "city", "country", "region", "parent", "model", "operator", "worker", "driver", "employee", "inspector", "technician"];

    public static SemanticModel Of(string source, Catalog catalog, string version = "1")
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tables = catalog.Tables.Where(t => t.Columns.Count > 0).ToList();
        var slugs = tables.ToDictionary(t => (t.Schema, t.Name), t => Name(t, tables, names));
        foreach (var table in tables.Where(t => t.Key.Count == 0))
            table.Key = GuessKey(table);
        var relations = DraftRelations.Of(catalog, slugs);
        var things = tables.Select(t => string.Join(' ', SchemaNames.NounOf(t.Name))).ToHashSet(StringComparer.Ordinal);
        var shared = SharedNouns.Of(tables, slugs, relations);
        var entities = tables.Select(t => EntityOf(t, slugs[(t.Schema, t.Name)], relations, tables, things, shared)).ToList();
        var model = new SemanticModel(source, entities, relations, [], []);
        var (measures, filters) = (DraftMeasures.Of(model), DraftFilters.Of(model));
        return new(source, entities, relations, [.. measures, .. DraftBalances.Of(measures, filters), .. entities.SelectMany(DraftBalances.Ages)], filters)
        {
            Version = version,
            DataUntil = tables.SelectMany(t => t.Columns).Where(c => c.Youngest is { Year: < 2200 }).Max(c => c.Youngest),
        };
    }

    private static string Name(CatalogTable table, List<CatalogTable> tables, HashSet<string> taken)
    {
        var plain = string.Join('_', SchemaNames.Split(table.Name));
        return tables.Exists(t => t != table && string.Join('_', SchemaNames.Split(t.Name)) == plain)
            ? SchemaNames.Slug($"{table.Schema}_{table.Name}", taken)
            : SchemaNames.Slug(table.Name, taken);
    }

    // A view has no key; the column named after it, or a first column called id, nearly always is one.
    private static string[] GuessKey(CatalogTable table)
    {
        var noun = string.Join('_', SchemaNames.NounOf(table.Name));
        var own = table.Columns.FirstOrDefault(c => string.Join('_', SchemaNames.Split(c.Name)) is var name
            && (name == "id" || name == noun + "_id" || name == noun + "_key" || name == noun + "_code" || name == noun + "_no" || name == noun + "_number"));
        return own is null ? [] : [own.Name];
    }

    private static Entity EntityOf(CatalogTable table, string name, IReadOnlyList<Relation> relations, List<CatalogTable> all, HashSet<string> things, IReadOnlyDictionary<string, string> shared)
    {
        var noun = shared.GetValueOrDefault(name) ?? string.Join(' ', SchemaNames.NounOf(table.Name));
        var words = noun.Split(' ');
        var sameNoun = !shared.ContainsKey(name) && all.Exists(t => t != table && string.Join(' ', SchemaNames.NounOf(t.Name)) == noun && !shared.ContainsKey(SchemaNames.Slug(t.Name, new HashSet<string>(StringComparer.Ordinal))));
        var nouns = new List<string> { sameNoun ? $"{string.Join(' ', SchemaNames.OfTable(table.Schema))} {noun}" : noun };
        if (sameNoun)
            nouns.Add(noun);
        nouns.AddRange(Synonyms.OfNoun(noun));
        // Maintenance logs and payment records are spoken of as maintenance and payments.
        if (words is [.. { Length: > 0 } thing, "log" or "record" or "entry" or "event" or "history" or "header" or "master" or "data" or "info" or "transaction"] && string.Join(' ', thing) is var bare && !all.Exists(t => t != table && string.Join(' ', SchemaNames.NounOf(t.Name)) == bare))
        {
            // The head of an order is the order.
            nouns.InsertRange(IsHead(words) ? 0 : nouns.Count, [bare, .. Synonyms.OfNoun(bare)]);
        }

        var foreign = relations.Where(r => r.From == name).SelectMany(r => r.FromColumns).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = table.Columns.Select(c => DraftColumns.Of(c, SchemaNames.Slug(c.Name, taken), nouns[0], table.Key, foreign, table.Unique, Prefix(table, noun))).ToList();
        var label = Label(columns, IsHead(words) ? words[..^1] : words, table, out var person);
        columns = [.. ShortColumnNames.Of(columns, label, things)];
        // What a column of its own is called is that column, whatever else the row may be called.
        nouns.RemoveAll(n => nouns.IndexOf(n) > 0 && columns.Exists(c => c.Phrase == n && !label.Contains(c.Name)));
        return new()
        {
            Name = name,
            Schema = table.Schema,
            Table = table.Name,
            Nouns = nouns,
            Columns = [.. columns.Select(c => label.Contains(c.Name) && c.Role is ColumnRole.Attribute or ColumnRole.Key ? c with { Role = ColumnRole.Label } : c)],
            Key = [.. table.Key.Select(k => columns.Find(c => c.Stored == k)?.Name).OfType<string>()],
            Label = label,
            Person = person || (label.Count == 1 && words is [.., "employee" or "technician" or "operator" or "driver" or "worker" or "teacher" or "doctor" or "nurse" or "mechanic" or "staff" or "salesperson" or "colleague" or "engineer" or "person"]),
            DefaultDate = DefaultDate(columns, words)?.Name,
            Comment = table.Comment,
            Rows = table.Rows,
            TypicalSpan = table.TypicalSpan,
            Bridge = columns.TrueForAll(c => c.Role is ColumnRole.Key || c.Name is "last_update" or "created_at" or "updated_at")
                && relations.Count(r => r.From == name) >= 2 && !relations.Any(r => r.To == name),
        };
    }

    private static bool IsHead(string[] words) => words is [_, .., "header" or "master"];

    // Columns called cu_name, cu_city, cu_no in a table of customers: what they all begin with stands for the thing.
    private static string? Prefix(CatalogTable table, string noun)
    {
        var first = table.Columns.Select(c => SchemaNames.OfColumn(c.Name)).Where(w => w.Length > 1).Select(w => w[0]).ToList();
        return table.Key is [var key] && SchemaNames.OfColumn(key) is [var own, _, ..] && own != noun && first.Count(f => f == own) >= 2 && (first.Count(f => f == own) * 2 > table.Columns.Count || noun.StartsWith(own[..1], StringComparison.Ordinal)) ? own : null;
    }

    private static List<string> Label(List<Column> columns, string[] entity, CatalogTable table, out bool person)
    {
        var first = columns.Find(c => c.Phrase is "first name" or "given name" or "forename");
        var last = columns.Find(c => c.Phrase is "last name" or "surname" or "family name");
        person = first is not null && last is not null;
        if (person)
            return [first!.Name, last!.Name];
        var noun = string.Join(' ', entity);
        // A product line whose key is its name.
        if (table.Key is [var named] && columns.Find(c => c.Stored == named) is { Kind: DataKind.Text } key && key.Phrase == noun)
            return [key.Name];
        var strange = Others.Where(o => !entity.Contains(o) && (o == "site" || !Synonyms.OfNoun(noun).Contains(o))).Concat(NoLabel).ToList();
        var texts = columns.Where(c => c.Kind == DataKind.Text && c.Role != ColumnRole.Key && !strange.Exists(w => c.Phrase.Split(' ').Contains(w))).ToList();
        var found = texts.Find(c => c.Phrase == noun + " name" || c.Phrase == "name" || c.Phrase == entity[^1] + " name")
            ?? texts.Find(c => LabelWords.Contains(c.Phrase) || c.Phrase == noun || c.Phrase == entity[^1])
            ?? texts.Find(c => !Repeats(c, table) && c.Phrase.EndsWith(" name", StringComparison.Ordinal) || c.Phrase.EndsWith(" title", StringComparison.Ordinal))
            ?? (columns.Count <= 5 || columns.Exists(c => c.IsDate) ? texts.Find(c => WeakLabelWords.Any(w => c.Phrase == w || c.Phrase == $"{noun} {w}")) : null)
            ?? (columns.Count <= 5 ? texts.Find(c => c.Phrase.EndsWith(" description", StringComparison.Ordinal) || c.Phrase.EndsWith(" text", StringComparison.Ordinal)) : null)
            ?? texts.Find(c => c.Phrase is "company" or "subject" or "summary" or "headline" or "full name" || c.Phrase.EndsWith(" company", StringComparison.Ordinal))
            // An office without a name is known by its town, where it has one of its own.
            ?? (Places.Contains(entity[^1]) ? columns.Find(c => c.Phrase is "city" or "town" && c.AllValues && c.Values.Count > 1 && c.Values.Count >= table.Rows) : null)
            // Whatever is different in every row tells them apart.
            ?? (columns.Count <= 4 && texts is [var alone] && !columns.Exists(c => c.IsDate || (c.Role == ColumnRole.Key && !table.Key.Contains(c.Stored))) && alone.Phrase is not ("status" or "state" or "type") ? alone : null)
            ?? texts.Find(c => table.Unique.Contains(c.Stored) && !c.Phrase.Contains("mail", StringComparison.Ordinal))
            ?? texts.Find(c => c.Phrase is "description" && c.AllValues && c.Values.Count > 1 && c.Values.Count >= table.Rows)
            ?? texts.Find(c => c.AllValues && c.Values.Count > 2 && c.Values.Count == table.Rows && !c.Phrase.Split(' ').Any(w => w is "email" or "mail" or "phone" or "address" or "comment" or "comments" or "notes" or "note"));
        return found is null ? [] : [found.Name];
    }

    // Who ran a batch does not name it: the same few stand in row after row.
    private static bool Repeats(Column column, CatalogTable table) => column.AllValues && column.Values.Count * 3 < table.Rows;

    // An appointment is on the day that it is for, whenever somebody booked it.
    private static readonly HashSet<string> Held = new(["appointment", "visit", "session", "meeting", "event", "lesson", "class", "surgery", "operation", "consultation", "treatment", "viewing", "interview", "exam", "game", "match", "show", "performance", "screening"], StringComparer.Ordinal);
    private static readonly HashSet<string> Begun = new(["created", "opened", "reported", "raised", "issued", "ordered", "registered", "logged", "submitted", "booked", "placed", "admitted", "recorded", "taken", "collected"], StringComparer.Ordinal);

    /// <summary>Whether a thing takes place on a day that is settled before.</summary>
    internal static bool IsHeld(string noun) => Held.Contains(noun[(noun.LastIndexOf(' ') + 1)..]);

    private static Column? DefaultDate(List<Column> columns, string[] entity)
    {
        var dates = columns.Where(c => c.IsDate && !c.Phrase.Contains("birth", StringComparison.Ordinal)
            && !c.Phrase.Contains("update", StringComparison.Ordinal) && !c.Phrase.Contains("modified", StringComparison.Ordinal)
            && !c.Phrase.Split(' ').Any(w => w is "next" or "leave" or "until" or "valid" or "expiry" or "expires" or "expiration" or "left" or "terminated" or "discontinued" or "retired" or "deactivated" or "decommissioned" or "cancelled" or "last" or "end" or "ended" or "deleted")).ToList();
        var noun = Parsing.Stems.OfVerb(entity[^1]);
        return dates.Find(c => c.Phrase is "date" or "day" or "time" or "timestamp")
            ?? dates.Find(c => c.Phrase.Split(' ') is [var word, ..] && (Parsing.Stems.OfVerb(word) == noun || word == entity[^1]))
            ?? (Held.Contains(entity[^1]) ? dates.Find(c => c.Phrase.Split(' ')[0] is "scheduled" or "appointment" or "start" or "starts" or "planned" or "held" or "performed" or "event") : null)
            ?? dates.Find(c => !c.Nullable && Begun.Contains(c.Phrase.Split(' ')[0])) ?? dates.Find(c => Begun.Contains(c.Phrase.Split(' ')[0]))
            ?? dates.Find(c => c.Phrase.Contains("start", StringComparison.Ordinal) || c.Phrase.Contains("begin", StringComparison.Ordinal))
            ?? dates.Find(c => c.Phrase.Contains("create", StringComparison.Ordinal) || c.Phrase.Contains("opened", StringComparison.Ordinal))
            ?? dates.FirstOrDefault();
    }
}
