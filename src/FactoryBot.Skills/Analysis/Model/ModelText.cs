using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>A model as text, in the form that a model file takes, to begin one's own with.</summary>
internal static class ModelText
{
    public static string Of(SemanticModel model)
    {
        var text = new StringBuilder();
        text.Append("entities:\n");
        foreach (var entity in model.Entities)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {entity.Name}: # {entity.Schema}.{entity.Table}\n    words: [{string.Join(", ", entity.Nouns)}]\n");
            if (entity.Label.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"    label: [{string.Join(", ", entity.Label)}]\n");
            if (entity.DefaultDate is { } date)
                text.Append(CultureInfo.InvariantCulture, $"    date: {date}\n");
            text.Append("    columns:\n");
            foreach (var column in entity.Columns.Where(c => c.Kind != DataKind.Other))
                text.Append(CultureInfo.InvariantCulture, $"      {column.Name}: [{string.Join(", ", column.Phrases)}] # {column.Kind}, {column.Role}\n");
        }

        text.Append("relations:\n");
        foreach (var relation in model.Relations.Where(r => r.FromColumns.Count == 1))
            text.Append(CultureInfo.InvariantCulture, $"  - {relation.From}.{relation.FromColumns[0]} -> {relation.To}.{relation.ToColumns[0]}{(relation.Role.Length > 0 ? " as " + relation.Role : "")}\n");
        text.Append("measures:\n");
        foreach (var measure in model.Measures)
            text.Append(CultureInfo.InvariantCulture, $"  {measure.Name}: {{ of: {measure.Entity}, formula: \"{measure.Formula}\", aggregate: {measure.Aggregate}, words: [{string.Join(", ", measure.Phrases)}] }}\n");
        text.Append("# filters by name: ").AppendJoin("; ", model.Filters.Select(f => $"{f.Name} ({f.Entity}: {Query.Describe.Condition(f.Condition, model)})"));
        return text.ToString();
    }
}
