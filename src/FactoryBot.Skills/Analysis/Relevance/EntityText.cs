using System.Globalization;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>One entity in a line, as a prompt holds it: what it is called, and the columns that the question is about before the others.</summary>
internal static class EntityText
{
    private const int MostColumns = 16;
    private const int MostValues = 8;
    private const int LongestValue = 40;
    private const int LongestComment = 120;

    /// <param name="ranked">Keys of the elements that were found, the best first.</param>
    public static string Of(string question, Entity entity, List<string> ranked, bool sql)
    {
        var all = entity.Columns.Where(c => c.Kind != DataKind.Other).ToList();
        var columns = all.OrderBy(c => Place(c, entity, ranked)).Take(MostColumns).ToList();
        return $"- {entity.Name}{Names(entity.Name, entity.Nouns)}"
            + (sql ? $" = table {entity.Schema}.{entity.Table}" : "")
            + (entity.Rows > 0 ? string.Create(CultureInfo.InvariantCulture, $", about {entity.Rows} rows") : "")
            + (entity.DefaultDate is { } date ? $", its date is {date}" : "")
            + (entity.Label.Count > 0 ? $", named by {string.Join(" + ", entity.Label)}" : "")
            + (entity.Comment is { Length: > 0 } comment ? $" ({Cut(comment, LongestComment)})" : "")
            + $": {string.Join("; ", columns.Select(c => OfColumn(question, entity, c, ranked, sql)))}"
            + (all.Count > columns.Count ? string.Create(CultureInfo.InvariantCulture, $"; and {all.Count - columns.Count} more columns") : "");
    }

    private static int Place(Column column, Entity entity, List<string> ranked) =>
        ranked.IndexOf($"c:{entity.Name}.{column.Name}") is >= 0 and var at ? at
        : entity.Key.Contains(column.Name) ? 1_000
        : entity.Label.Contains(column.Name) || entity.DefaultDate == column.Name ? 1_001
        : column.Role is ColumnRole.Amount or ColumnRole.Rate ? 1_002
        : column.Role == ColumnRole.Key ? 1_003
        : 1_004;

    private static string OfColumn(string question, Entity entity, Column column, List<string> ranked, bool sql)
    {
        var values = Values(question, column, ranked.Contains($"c:{entity.Name}.{column.Name}"));
        return $"{column.Name} {column.Kind.ToString().ToLowerInvariant()}{(column.Role == ColumnRole.Key ? " key" : "")}"
            + (sql && column.Stored != column.Name ? $" = \"{column.Stored}\"" : "")
            + Names(column.Name, [.. column.Phrases.Take(3)])
            + (column.Comment is { Length: > 0 } comment && column.Codes.Count == 0 ? $" ({Cut(comment, LongestComment)})" : "")
            + (column.Unit is { } unit ? $" in {Cut(unit, LongestValue)}" : "")
            + (column.Codes.Count > 0 ? $" ({string.Join(", ", column.Codes.Take(MostValues).Select(c => $"{c.Key} = {Cut(c.Value, LongestValue)}"))})" : "")
            + (values.Count > 0 ? $" [{string.Join(" | ", values.Select(v => Cut(v, LongestValue)))}{(column.AllValues && values.Count == column.Values.Count ? "" : " | …")}]" : "");
    }

    // A value that the question names must be there as the data spells it; few values say what a column is.
    private static List<string> Values(string question, Column column, bool found)
    {
        var named = column.Values.Where(v => v.Length > 1 && question.Contains(v, StringComparison.OrdinalIgnoreCase)).Take(MostValues).ToList();
        return column.AllValues && column.Values.Count <= MostValues ? [.. column.Values]
            : found ? [.. named.Concat(column.Values).Distinct(StringComparer.Ordinal).Take(Math.Max(named.Count, 4))] : named;
    }

    private static string Names(string name, IReadOnlyList<string> phrases)
    {
        var other = phrases.Where(p => !p.Equals(name.Replace('_', ' '), StringComparison.OrdinalIgnoreCase)).Take(4).Select(p => Cut(p, LongestValue)).ToList();
        return other.Count == 0 ? "" : $" (“{string.Join("”, “", other)}”)";
    }

    private static string Cut(string text, int most) => RelevantPart.Plain(text.Length <= most ? text : text[..most] + "…");
}
