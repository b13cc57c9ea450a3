using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using Column = FactoryBot.Skills.Analysis.Model.Column;
using Entity = FactoryBot.Skills.Analysis.Model.Entity;

namespace FactoryBot.Skills.Analysis;

/// <summary>"What is in the orders table", "which columns does film have": one table as the source knows it.</summary>
internal static partial class DescribeTable
{
    private const int MostColumns = 30;
    private const int MostExamples = 3;

    // A longer text says little as an example.
    private const int LongestExample = 30;

    /// <returns>The table that is asked about, in each source that has one of that name; empty where the words ask for something else.</returns>
    public static IReadOnlyList<(OpenSource Source, Entity Entity)> Find(string question, IReadOnlyList<OpenSource> open)
    {
        if (Asked().Match(question) is not { Success: true } match)
            return [];
        var name = Lexer.Fold(match.Groups["table"].Value.Replace('_', ' ').Replace('.', ' '));
        return [.. open.SelectMany(s => s.Model.Entities.Where(e => IsCalled(e, name)).Select(e => (s, e)))];
    }

    private static bool IsCalled(Entity entity, string name) =>
        Lexer.Fold(entity.Table.Replace('_', ' ')) == name || entity.Nouns.Take(1).Any(n => Lexer.Fold(n) == name || Lexer.Fold(SchemaNames.Plural(n)) == name);

    public static SkillResult Of(OpenSource source, Entity entity)
    {
        var columns = entity.Columns.Where(c => c.Kind != DataKind.Other).ToList();
        var leads = source.Model.Relations.Where(r => r.From == entity.Name).Select(r => source.Model[r.To].Noun).Distinct().ToList();
        var many = source.Model.Relations.Where(r => r.To == entity.Name && r.From != entity.Name).Select(r => SchemaNames.Plural(source.Model[r.From].Noun)).Distinct().ToList();
        var rows = entity.Rows > 0 ? string.Create(CultureInfo.InvariantCulture, $", about {entity.Rows:N0} rows") : "";
        var text = $"{Letters.Capital(SchemaNames.Plural(entity.Noun))} (table {entity.Table}{rows}): {string.Join(", ", columns.Take(MostColumns).Select(c => c.Phrase))}."
            + (leads.Count > 0 ? $" Each belongs to: {string.Join(", ", leads)}." : "") + (many.Count > 0 ? $" It has: {string.Join(", ", many)}." : "");
        var body = new List<CardElement>
        {
            TextBlock.Heading($"What is known of {SchemaNames.Plural(entity.Noun)}"),
            Table.Of([TableColumn.Left(3), TableColumn.Left(2), TableColumn.Left(4)], ["Column", "Holds", "For example"],
                columns.Take(MostColumns).Select(c => (IReadOnlyList<CardText>)[c.Phrase, Holds(c), Examples(c)])),
        };
        if (leads.Count + many.Count > 0)
            body.Add(TextBlock.Of(text[(text.IndexOf("Each belongs", StringComparison.Ordinal) is > 0 and var at ? at : text.IndexOf("It has", StringComparison.Ordinal))..]));
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Card = new() { Body = body, FallbackText = text, Lang = "en" },
            Proof = new("now", source.Title, [], columns.Count, "columns as they are", 1, null, "model " + source.Model.Version),
        };
    }

    private static string Holds(Column column) => column.Role == ColumnRole.Key ? "key" : column.Kind switch
    {
        DataKind.Date => "date", DataKind.Moment => "date and time", DataKind.Time => "time", DataKind.Flag => "yes or no", DataKind.Span => "duration",
        DataKind.Whole or DataKind.Number => column.Unit is { } unit ? $"number, {unit}" : "number", _ => "text",
    };

    private static string Examples(Column column) =>
        column.Values.Count > 0 ? string.Join(", ", column.Values.Where(v => v.Length is > 0 and <= LongestExample).Take(MostExamples))
        : column is { IsNumber: true, Role: not ColumnRole.Key, Least: { } least, Most: { } most } ? string.Create(CultureInfo.InvariantCulture, $"{least:0.##} to {most:0.##}")
        : "";

    [GeneratedRegex(@"^\s*(please\s+)?(what(\s+is|'?s|\s+do\s+we\s+have)\s+(stored\s+|kept\s+)?in\s+(the\s+)?(table\s+(?<table>[\w.]+)|(?<table>[\w. ]+?)\s+table)"
        + @"|(what|which)\s+(columns|fields|attributes)\s+(are|is)\s+(there\s+)?(in|of)\s+(the\s+)?(table\s+)?(?<table>[\w. ]+?)(\s+table)?"
        + @"|(what|which)\s+(columns|fields|attributes)\s+do(es)?\s+(the\s+)?(table\s+)?(?<table>[\w. ]+?)(\s+table)?\s+have"
        + @"|((show|list|give)\s+(me\s+)?)?(the\s+)?(columns|fields|structure|schema)\s+(in|of)\s+(the\s+)?(table\s+)?(?<table>[\w. ]+?)(\s+table)?"
        + @"|(describe|explain)\s+(the\s+)?(table\s+(?<table>[\w.]+)|(?<table>[\w. ]+?)\s+table))\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();
}
