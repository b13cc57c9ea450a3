using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>Takes a semantic model apart into what can be looked for.</summary>
internal static class ModelElements
{
    private const int ColumnsNamed = 20;
    private const int ValuesNamed = 12;
    private const int LongestValue = 60;

    public static IReadOnlyList<SchemaElement> Of(SemanticModel model) =>
    [
        .. model.Entities.Select(OfEntity),
        .. model.Entities.SelectMany(e => e.Columns.Where(c => c.Kind != DataKind.Other).Select(c => OfColumn(e, c))),
        .. model.Measures.DistinctBy(m => m.Name).Select(m => new SchemaElement($"m:{m.Name}", ElementKind.Measure, m.Entity, m.Phrases, Describe.Formula(m, model))),
        .. model.Filters.DistinctBy(f => (f.Entity, f.Name)).Select(f => new SchemaElement(
            $"f:{f.Entity}.{f.Name}", ElementKind.Filter, f.Entity, f.Phrases, $"{model[f.Entity].Noun}: {Describe.Condition(f.Condition, model)}")),
    ];

    /// <summary>Questions of one source that somebody has verified.</summary>
    public static IEnumerable<SchemaElement> Of(IEnumerable<VerifiedQuery> verified, string source) =>
        verified.Where(v => v.Source == source && v.Sentences.Length > 0).Select(v => new SchemaElement($"v:{v.VerifiedId:N}", ElementKind.Verified, "", v.Sentences, ""));

    private static SchemaElement OfEntity(Entity entity) => new($"e:{entity.Name}", ElementKind.Entity, entity.Name, entity.Nouns,
        string.Join(", ", new[] { entity.Comment ?? "" }.Concat(entity.Columns.Where(c => c.Kind != DataKind.Other && c.Role != ColumnRole.Key).Take(ColumnsNamed).Select(c => c.Phrase)).Where(t => t.Length > 0)));

    private static SchemaElement OfColumn(Entity entity, Column column) => new($"c:{entity.Name}.{column.Name}", ElementKind.Column, entity.Name, column.Phrases,
        string.Join(", ", new[] { $"of {entity.Noun}", column.Comment ?? "", column.Unit ?? "" }.Concat(column.Codes.Select(c => c.Value)).Concat(column.Values.Take(ValuesNamed).Select(Cut)).Where(t => t.Length > 0)))
    {
        Values = [.. column.Values.Select(Cut)],
    };

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue];
}
