using FactoryBot.Skills.Analysis.Query;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>The edited part of a model, as YAML over what was drafted: words, measures, filters, keys that the catalog does not tell.</summary>
internal static class ModelFile
{
    /// <exception cref="QueryException">The file is not readable, or names what does not exist; the message says where.</exception>
    public static SemanticModel Over(SemanticModel drafted, string yaml)
    {
        FileModel file;
        try
        {
            file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<FileModel?>(yaml) ?? new();
        }
        catch (YamlException e)
        {
            throw new QueryException($"The model file is not valid YAML at line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}");
        }

        var entities = drafted.Entities.Select(e => file.Entities.TryGetValue(e.Name, out var edited) ? Edit(e, edited) : e).Where(e => !(file.Hide?.Contains(e.Name) ?? false)).ToList();
        if (file.Entities.Keys.FirstOrDefault(k => drafted.Find(k) is null) is { } unknown)
            throw new QueryException($"The model file names the entity “{unknown}”, which does not exist. There are: {string.Join(", ", drafted.Entities.Select(e => e.Name))}.");
        var names = entities.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        var added = file.Relations.Select(r => RelationOf(r, names)).ToList();
        var relations = added.Concat(drafted.Relations.Where(r => names.Contains(r.From) && names.Contains(r.To)
            && !added.Exists(a => a.From == r.From && a.Via == r.Via))).ToList();
        var measures = file.Measures.Select(m => MeasureOf(m.Key, m.Value, names)).ToList();
        measures.AddRange(drafted.Measures.Where(m => names.Contains(m.Entity) && !measures.Exists(x => x.Name == m.Name || x.Phrases.Intersect(m.Phrases).Any())));
        var filters = file.Filters.Select(f => new NamedFilter(f.Key, [f.Key, .. f.Value.Words], f.Value.Of, ConditionOf(f.Value))).ToList();
        filters.AddRange(drafted.Filters.Where(f => names.Contains(f.Entity) && !filters.Exists(x => x.Entity == f.Entity && x.Phrases.Intersect(f.Phrases).Any())));
        return new(drafted.Source, entities, relations, measures, filters) { Version = $"{drafted.Version}-{Hash(yaml)}", DataUntil = drafted.DataUntil };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..8];

    private static Entity Edit(Entity entity, FileEntity edited)
    {
        var columns = entity.Columns.Where(c => !(edited.Hide?.Contains(c.Name) ?? false))
            .Select(c => edited.Columns.TryGetValue(c.Name, out var words) ? c with { Phrases = [.. words.Concat(c.Phrases).Distinct(StringComparer.Ordinal)], OwnPhrases = words.Count } : c).ToList();
        if (edited.Columns.Keys.FirstOrDefault(k => entity.Find(k) is null) is { } unknown)
            throw new QueryException($"The model file names the column “{entity.Name}.{unknown}”, which does not exist.");
        return entity with
        {
            Columns = columns,
            Nouns = [.. edited.Words.Concat(entity.Nouns).Distinct(StringComparer.Ordinal)],
            Label = edited.Label ?? entity.Label,
            Key = edited.Key ?? entity.Key,
            DefaultDate = edited.Date ?? entity.DefaultDate,
            Comment = edited.About ?? entity.Comment,
        };
    }

    // "orders.ship_via -> shippers.shipper_id as carrier"
    private static Relation RelationOf(string text, HashSet<string> names)
    {
        var (ways, role) = text.Split(" as ") is [var w, var r] ? (w, r.Trim()) : (text, "");
        var parts = ways.Split("->", StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
            throw new QueryException($"The relation “{text}” is not written as “orders.customer_id -> customers.customer_id”.");
        var (from, to) = (FieldRef.Read(parts[0]), FieldRef.Read(parts[1]));
        return names.Contains(from.Entity) && names.Contains(to.Entity)
            ? new(from.Entity, [from.Column], to.Entity, [to.Column], role)
            : throw new QueryException($"The relation “{text}” names an entity that does not exist.");
    }

    private static Measure MeasureOf(string name, FileMeasure measure, HashSet<string> names)
    {
        var entity = measure.Of ?? Query.Formula.Read(measure.Formula).Fields.FirstOrDefault()?.Entity
            ?? throw new QueryException($"The measure “{name}” says neither a formula with fields nor what it is of.");
        if (!names.Contains(entity))
            throw new QueryException($"The measure “{name}” is of {entity}, which does not exist.");
        return new(name.Replace(' ', '_'), [name, .. measure.Words], entity, measure.Aggregate, measure.Formula, measure.Unit)
        {
            Where = [.. measure.Where.Select(ConditionOf)], Per = measure.Per?.Replace(' ', '_'),
        };
    }

    private static Condition ConditionOf(FileCondition condition) => new()
    {
        Field = condition.Field, Is = condition.Is, Values = condition.Value is { } one ? [one] : condition.Values, Other = condition.Other, Not = condition.Not,
    };

    private sealed record FileModel
    {
        public Dictionary<string, FileEntity> Entities { get; init; } = [];
        public List<string> Relations { get; init; } = [];
        public Dictionary<string, FileMeasure> Measures { get; init; } = [];
        public Dictionary<string, FileFilter> Filters { get; init; } = [];
        public List<string>? Hide { get; init; }
    }

    private sealed record FileEntity
    {
        public string? About { get; init; }
        public List<string> Words { get; init; } = [];
        public List<string>? Label { get; init; }
        public List<string>? Key { get; init; }
        public string? Date { get; init; }
        public List<string>? Hide { get; init; }
        public Dictionary<string, List<string>> Columns { get; init; } = [];
    }

    private sealed record FileMeasure
    {
        public string? Of { get; init; }
        public string Formula { get; init; } = "*";
        public Aggregate Aggregate { get; init; } = Aggregate.Sum;
        public string? Unit { get; init; }
        public string? Per { get; init; }
        public List<string> Words { get; init; } = [];
        public List<FileCondition> Where { get; init; } = [];
    }

    private record FileCondition
    {
        public string? Field { get; init; }
        public Comparison Is { get; init; }
        public string? Value { get; init; }
        public List<string> Values { get; init; } = [];
        public string? Other { get; init; }
        public bool Not { get; init; }
    }

    private sealed record FileFilter : FileCondition
    {
        public string Of { get; init; } = "";
        public List<string> Words { get; init; } = [];
    }
}
